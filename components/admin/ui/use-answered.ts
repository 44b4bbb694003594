import { unstable_rethrow } from 'next/navigation'
import { createContext, useContext, useMemo } from 'react'
import { type FormState, signedOut, typedIn } from '#lib/domain/form-state.ts'
import { useHasScript } from './use-has-script.ts'

/** What a form says when its action was not heard: no answer came, or nobody is signed in any more. */
export type UnheardWords = { readonly unanswered: string; readonly signedOut: string }

export const UnheardContext = createContext<UnheardWords | null>(null)

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
