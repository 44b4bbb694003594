'use server'

import { redirect } from 'next/navigation'
import { actionWords, badForm } from '#lib/actions/support/action-words.ts'
import { enter } from '#lib/auth/enter.ts'
import { safeNext } from '#lib/auth/safe-next.ts'
import { forgive, throttle } from '#lib/auth/throttle.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { signInForm } from '#lib/input/people/people-forms.ts'

/** Signs in and goes on to where the person was going. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const tried = await trySignIn(form)
  if (tried.kind === 'state') return tried.state
  const next = safeNext(tried.next)
  if (tried.kind === 'second-factor') redirect(`/admin/sign-in/code?next=${encodeURIComponent(next)}`)
  redirect(next)
}

/** Signs in where the person is, for a page whose session ran out: nothing on it moves. */
export async function signInHere(_: FormState, form: FormData): Promise<FormState> {
  const tried = await trySignIn(form)
  if (tried.kind === 'state') return tried.state
  const { words } = await actionWords()
  if (tried.kind === 'second-factor') return refused('second-factor', words('auth.secondFactor.text'))
  return done('')
}

type Tried =
  | { readonly kind: 'state'; readonly state: FormState }
  | { readonly kind: 'entered' | 'second-factor'; readonly next: string | undefined }

async function trySignIn(form: FormData): Promise<Tried> {
  const { words } = await actionWords()
  const input = parseForm(signInForm, form)
  if (!input.ok) return { kind: 'state', state: badForm(input.error, words) }
  const { email, password, next } = input.value
  const minutes = await throttle('sign-in', email)
  if (minutes !== null)
    return { kind: 'state', state: refused('throttled', words('auth.signIn.throttled', { minutes })) }
  const entry = await enter({ email, password })
  if (entry.kind === 'refused')
    return { kind: 'state', state: rejected({ form: [words('auth.signIn.wrong')] }, { email }) }
  await forgive('sign-in', email)
  return { kind: entry.kind, next }
}
