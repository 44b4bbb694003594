import { enter, enterCode } from '#lib/auth/enter.ts'
import { forgive, throttle } from '#lib/auth/request/throttle.ts'
import { type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { codeForm, signInForm } from '#lib/input/people/people-forms.ts'
import { actionWords, badForm } from './action-words.ts'
import { tellOfGuessedCodes, tellOfGuessing } from './tell-of-guessing.ts'

export type Tried =
  | { readonly kind: 'state'; readonly state: FormState }
  | { readonly kind: 'entered' | 'second-factor'; readonly next: string | undefined }

/** The first step of a sign-in, wherever the person is: the cookie is set, or it says why not. */
export async function trySignIn(form: FormData): Promise<Tried> {
  const { words } = await actionWords()
  const input = parseForm(signInForm, form)
  if (!input.ok) return { kind: 'state', state: badForm(input.error, words) }
  const { email, password, next } = input.value
  const minutes = await throttle('sign-in', email)
  if (minutes !== null) {
    // Not waited for: the answer is as quick for an account that nobody has.
    void tellOfGuessing(email, new Date()).catch((error: unknown) => console.error('Guessing was not told:', error))
    return { kind: 'state', state: refused('throttled', words('auth.signIn.throttled', { minutes })) }
  }
  const entry = await enter({ email, password })
  if (entry.kind === 'refused')
    return { kind: 'state', state: rejected({ form: [words('auth.signIn.wrong')] }, { email }) }
  await forgive('sign-in', email)
  return { kind: entry.kind, next }
}

/** The second step: the library counts wrong codes by challenge and by account, we count by address. */
export async function tryCode(form: FormData): Promise<Tried> {
  const { words } = await actionWords()
  const input = parseForm(codeForm, form)
  if (!input.ok) return { kind: 'state', state: badForm(input.error, words) }
  const minutes = await throttle('code', null)
  if (minutes !== null)
    return { kind: 'state', state: refused('throttled', words('auth.signIn.throttled', { minutes })) }
  const entry = await enterCode(input.value.code)
  if (entry.kind === 'wrong') return { kind: 'state', state: rejected({ code: [words('auth.secondFactor.wrong')] }) }
  if (entry.kind === 'over') {
    if (entry.guessedAt)
      void tellOfGuessedCodes(entry.guessedAt, new Date()).catch((error: unknown) =>
        console.error('Guessing was not told:', error),
      )
    return { kind: 'state', state: refused('over', words('auth.secondFactor.over')) }
  }
  return { kind: 'entered', next: input.value.next }
}
