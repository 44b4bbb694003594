'use server'

import { isAPIError } from 'better-auth/api'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { actionWords, badForm } from '#lib/actions/support/action-words.ts'
import { auth } from '#lib/auth/auth.ts'
import { safeNext } from '#lib/auth/request/safe-next.ts'
import { forgive, throttle } from '#lib/auth/request/throttle.ts'
import { requireSignedIn } from '#lib/auth/session.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { confirmForm, confirmHereForm } from '#lib/input/people/people-forms.ts'
import { confirmSession } from '#lib/store/people/signed-in.ts'

/** Step-up: the password once more, then back to what asked for it. */
export async function confirmPassword(_: FormState, form: FormData): Promise<FormState> {
  const input = parseForm(confirmForm, form)
  const refusal = await refusalOf(form)
  if (refusal) return refusal
  redirect(safeNext(input.ok ? input.value.next : null))
}

/** The same over a page that stays where it is. */
export async function confirmHere(_: FormState, form: FormData): Promise<FormState> {
  return (await refusalOf(form)) ?? done('')
}

/** Why the sign-in stays as old as it is; null: it is as if just made. */
async function refusalOf(form: FormData): Promise<FormState | null> {
  const user = await requireSignedIn()
  const { words } = await actionWords()
  const input = parseForm(confirmHereForm, form)
  if (!input.ok) return badForm(input.error, words)
  const minutes = await throttle('confirm', user.id)
  if (minutes !== null) return refused('throttled', words('auth.signIn.throttled', { minutes }))
  if (!(await isPassword(input.value.password))) return rejected({ password: [words('auth.confirm.wrong')] })
  await forgive('confirm', user.id)
  await confirmSession(user.sessionId, new Date())
  return null
}

async function isPassword(password: string): Promise<boolean> {
  try {
    return (await auth().api.verifyPassword({ body: { password }, headers: await headers() })).status
  } catch (error) {
    if (isAPIError(error)) return false
    throw error
  }
}
