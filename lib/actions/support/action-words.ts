import { headers } from 'next/headers'
import { currentUser } from '#lib/auth/session.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { rejected } from '#lib/domain/form-state.ts'
import { type AdminWords, adminWords, languageOf } from '#lib/i18n/admin/words.ts'
import type { BadForm } from '#lib/input/parse-form.ts'

/** The words for whoever called the action, signed in or not. */
export async function actionWords(): Promise<{ readonly words: AdminWords; readonly locale: string }> {
  const user = await currentUser()
  const locale = user?.interfaceLocale ?? languageOf((await headers()).get('accept-language'))
  return { words: adminWords(locale), locale }
}

const codes = [
  ...(['required', 'email', 'tooShort', 'tooLong', 'passwordShort', 'passwordSame', 'passwordEasy'] as const),
  ...(['choice', 'code'] as const),
]

/** The state for a form that did not parse: codes of the schema become words. */
export function badForm({ errors, values }: BadForm, words: AdminWords): FormState {
  const say = (code: string) => {
    const known = codes.find((one) => one === code)
    return words(known ? `shell.errors.${known}` : 'shell.errors.invalid')
  }
  return rejected(Object.fromEntries(Object.entries(errors).map(([field, found]) => [field, found.map(say)])), values)
}
