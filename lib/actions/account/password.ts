'use server'

import { isAPIError } from 'better-auth/api'
import { headers } from 'next/headers'
import { badForm } from '#lib/actions/support/action-words.ts'
import { auth } from '#lib/auth/auth.ts'
import { throttle } from '#lib/auth/request/throttle.ts'
import { requirePerson } from '#lib/auth/session.ts'
import { done, type FormState, refused, rejected } from '#lib/domain/form-state.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { changePasswordForm } from '#lib/input/people/people-forms.ts'
import { recordPersonEvent } from '#lib/store/people/person-event.ts'

/** Changes one's own password, and ends every other session. */
export async function changePassword(_: FormState, form: FormData): Promise<FormState> {
  const user = await requirePerson()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(changePasswordForm, form)
  if (!input.ok) return badForm(input.error, words)
  const minutes = await throttle('confirm', user.id)
  if (minutes !== null) return refused('throttled', words('auth.signIn.throttled', { minutes }))
  const { currentPassword, password } = input.value
  try {
    const body = { currentPassword, newPassword: password, revokeOtherSessions: true }
    await auth().api.changePassword({ body, headers: await headers() })
  } catch (error) {
    if (!isAPIError(error)) throw error
    return rejected({ currentPassword: [words('auth.confirm.wrong')] })
  }
  await recordPersonEvent({ by: user.name, action: 'person.password', personId: user.id, now: new Date() })
  return done(words('auth.account.passwordChanged'))
}
