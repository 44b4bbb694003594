import { headers } from 'next/headers'
import { type AdminWords, adminWords, languageOf } from '#lib/i18n/admin/words.ts'
import { findSiteName } from '#lib/store/site/site-name.ts'

export type FormWords = { readonly working: string; readonly problems: string }

/** What the pages before sign-in say, in the browser's language. */
export async function doorWords(): Promise<{
  readonly words: AdminWords
  readonly form: FormWords
  readonly siteName: string
}> {
  const words = adminWords(languageOf((await headers()).get('accept-language')))
  return { words, form: formWords(words), siteName: await findSiteName() }
}

export function formWords(words: AdminWords): FormWords {
  return { working: words('shell.form.working'), problems: words('shell.form.problems') }
}

export type Query = Promise<Readonly<Record<string, string | readonly string[] | undefined>>>

export async function one(query: Query, name: string): Promise<string | null> {
  const value = (await query)[name]
  return typeof value === 'string' ? value : null
}
