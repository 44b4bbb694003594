'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { requirePerson } from '#lib/auth/session.ts'
import { done, type FormState } from '#lib/domain/form-state.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { profileForm } from '#lib/input/people/people-forms.ts'
import { changeProfile } from '#lib/store/people/people.ts'

/** One's own name and the language of the admin pages. */
export async function saveProfile(_: FormState, form: FormData): Promise<FormState> {
  const user = await requirePerson()
  const input = parseForm(profileForm, form)
  if (!input.ok) return badForm(input.error, adminWords(user.interfaceLocale))
  await changeProfile({ id: user.id, ...input.value, by: user.name, now: new Date() })
  // The language stands in every page that is open.
  revalidatePath('/admin', 'layout')
  return done(adminWords(input.value.interfaceLocale)('auth.account.saved'))
}
