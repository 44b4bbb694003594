'use server'

import { redirect } from 'next/navigation'
import { actionWords, badForm } from '#lib/actions/support/action-words.ts'
import { enter } from '#lib/auth/enter.ts'
import { hashToken, newPersonId } from '#lib/auth/links/token.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { type FormState, refused } from '#lib/domain/form-state.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { firstRunForm } from '#lib/input/people/people-forms.ts'
import { createOwner } from '#lib/store/people/create-owner.ts'

/** Whoever holds the link that the first start printed becomes the administrator. */
export async function openNewsroom(_: FormState, form: FormData): Promise<FormState> {
  const { words, locale } = await actionWords()
  const input = parseForm(firstRunForm, form)
  if (!input.ok) return badForm(input.error, words)
  const { token, name, email, password } = input.value
  const created = await createOwner({
    ...{ tokenHash: hashToken(token), id: newPersonId(), name, email },
    ...{ passwordHash: await hashPassword(password), interfaceLocale: locale, now: new Date() },
  })
  if (!created.ok) return refused(created.error.kind, words('auth.firstRun.invalidText'))
  await enter({ email, password })
  redirect('/admin')
}
