'use server'

import { redirect } from 'next/navigation'
import { actionWords, badForm } from '#lib/actions/support/action-words.ts'
import { enter } from '#lib/auth/enter.ts'
import { hashToken, newPersonId } from '#lib/auth/links/token.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { type FormState, refused } from '#lib/domain/form-state.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { joinForm } from '#lib/input/people/people-forms.ts'
import { acceptInvitation } from '#lib/store/people/people-invitations.ts'

/** Uses an invitation up: the guest chooses name and password, and is in. */
export async function join(_: FormState, form: FormData): Promise<FormState> {
  const { words, locale } = await actionWords()
  const input = parseForm(joinForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { token, name, password } = input.value
  const accepted = await acceptInvitation({
    ...{ tokenHash: hashToken(token), personId: newPersonId(), name },
    ...{ passwordHash: await hashPassword(password), interfaceLocale: locale, now: new Date() },
  })
  if (!accepted.ok) return refused(accepted.error.kind, words('auth.invitation.invalidText'))
  await enter({ email: accepted.value.email, password })
  redirect('/admin')
}
