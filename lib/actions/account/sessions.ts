'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { requireFreshSignIn, requirePerson } from '#lib/auth/session.ts'
import { done, type FormState, refused } from '#lib/domain/form-state.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { keyForm, passkeyNameForm } from '#lib/input/people/people-forms.ts'
import { endSessions, namePasskey, removePasskey } from '#lib/store/people/sessions.ts'

/** Ends one of one's own sessions. */
export async function endSession(_: FormState, form: FormData): Promise<FormState> {
  const user = await requirePerson()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(keyForm, form)
  if (!input.ok) return badForm(input.error, words)
  await endSessions({ user, which: { id: input.value.id }, now: new Date() })
  revalidatePath('/admin/account/sessions')
  return done(words('auth.sessions.ended'))
}

/** Ends all of one's sessions but this one. */
export async function endOtherSessions(): Promise<FormState> {
  const user = await requirePerson()
  await endSessions({ user, which: 'others', now: new Date() })
  revalidatePath('/admin/account/sessions')
  return done(adminWords(user.interfaceLocale)('auth.sessions.ended'))
}

/** Gives one of one's own passkeys another name: it changes nothing of what the key opens. */
export async function renamePasskey(_: FormState, form: FormData): Promise<FormState> {
  const user = await requirePerson()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(passkeyNameForm, form)
  if (!input.ok) return badForm(input.error, words)
  const isRenamed = await namePasskey({ ...input.value, user, now: new Date() })
  if (!isRenamed) return refused('missing', words('shell.missing.text'))
  revalidatePath('/admin/account/security')
  return done(words('auth.passkeys.renamed'))
}

/** Removes one of one's own passkeys. */
export async function forgetPasskey(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireFreshSignIn()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(keyForm, form)
  if (!input.ok) return badForm(input.error, words)
  await removePasskey({ id: input.value.id, user, now: new Date() })
  revalidatePath('/admin/account/security')
  return done(words('auth.passkeys.removed'))
}
