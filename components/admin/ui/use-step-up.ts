import { unstable_rethrow } from 'next/navigation'
import { createContext, useContext, useMemo } from 'react'
import { asksAgain, type FormState, signedOut, typedIn } from '#lib/domain/form-state.ts'
import { useHasScript } from './use-has-script.ts'

/** Asks for the password or passkey over the page; false: the person thought better of it. */
export type AskAgain = (message: string) => Promise<boolean>

/** Absent outside of the newsroom's frame, where nothing asks. */
export const StepUpContext = createContext<AskAgain | null>(null)

/** What a form says when its action was not heard: no answer came, or nobody is signed in any more. */
export type UnheardWords = { readonly unanswered: string; readonly signedOut: string }

export const UnheardContext = createContext<UnheardWords | null>(null)

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

type Refused = Extract<FormState, { kind: 'refused' }>

/**
 * The same action, whose form says so when it was not heard: a cut line, a renewed site or a session that ended must not take the page,
 * and what is written on it, from the screen.
 */
export function useAnswered<S>(
  action: (state: S | Refused, form: FormData) => Promise<S | Refused>,
): (state: S | Refused, form: FormData) => Promise<S | Refused> {
  const words = useContext(UnheardContext)
  const hasScript = useHasScript()
  return useMemo(() => {
    if (words === null || !hasScript) return action
    return async (state, form) => {
      try {
        return await action(state, form)
      } catch (error) {
        const values = typedIn(form)
        if (isSignedOut(error))
          return { kind: 'refused', refusal: { kind: signedOut, message: words.signedOut }, values }
        // Ways to another page pass.
        unstable_rethrow(error)
        return { kind: 'refused', refusal: { kind: 'unanswered', message: words.unanswered }, values }
      }
    }
  }, [words, hasScript, action])
}

/** What lib/auth/session.ts threw: Next lets nothing of an error through but its digest. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && error.digest === signedOut
}
