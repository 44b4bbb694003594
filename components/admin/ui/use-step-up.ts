import { createContext, useContext, useMemo } from 'react'
import { asksAgain } from '#lib/domain/form-state.ts'
import { useHasScript } from './use-has-script.ts'

/** Asks for the password or passkey over the page; false: the person thought better of it. */
export type AskAgain = (message: string) => Promise<boolean>

/** Absent outside of the newsroom's frame, where nothing asks. */
export const StepUpContext = createContext<AskAgain | null>(null)

/**
 * The same action, sent once more with the same form after the person has proved who they are, where it asks for that: nothing typed
 * is lost, and the page is never left. Without script the action's answer says what to do.
 */
export function useStepUp<S, R extends S>(
  action: (state: S, form: FormData) => Promise<R>,
): (state: S, form: FormData) => Promise<R> {
  const ask = useContext(StepUpContext)
  const hasScript = useHasScript()
  return useMemo(() => {
    if (!ask || !hasScript) return action
    return async (state, form) => {
      const answer = await action(state, form)
      const message = asksAgain(answer)
      return message !== null && (await ask(message)) ? action(state, form) : answer
    }
  }, [ask, hasScript, action])
}
