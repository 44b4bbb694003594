'use server'

import { revalidatePath } from 'next/cache'
import { badForm } from '#lib/actions/support/action-words.ts'
import { requirePerson } from '#lib/auth/session.ts'
import { done, type FormState } from '#lib/domain/form-state.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { parseForm } from '#lib/input/parse-form.ts'
import { singleKeysForm } from '#lib/input/people/people-forms.ts'
import { changeSingleKeys } from '#lib/store/people/single-keys.ts'

/** Whether shortcuts of one key work: somebody who speaks to the computer switches them off (WCAG 2.1.4). */
export async function saveSingleKeys(_: FormState, form: FormData): Promise<FormState> {
  const user = await requirePerson()
  const words = adminWords(user.interfaceLocale)
  const input = parseForm(singleKeysForm, form)
  if (!input.ok) return badForm(input.error, words)
  await changeSingleKeys(user.id, input.value.singleKeys === 'on')
  revalidatePath('/admin', 'layout')
  return done(words('finding.account.saved'))
}
