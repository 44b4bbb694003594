import { createTranslator } from 'use-intl/core'
import { type Catalogue, en } from './en.ts'
import { fa } from './fa.ts'
import { ky } from './ky.ts'
import { ru } from './ru.ts'

/** The interface in the words of an edition: `words('article.readingTime', { minutes: 4 })`. */
export type Words = ReturnType<typeof createTranslator<typeof en>>

export const catalogues: Readonly<Record<string, Catalogue>> = { en, ky, ru, fa }

const made = new Map<string, Words>()

/** An edition in a language without a catalogue speaks English around its articles. */
export function wordsOf(edition: { readonly locale: string }): Words {
  const known = made.get(edition.locale)
  if (known) return known
  const language = new Intl.Locale(edition.locale).language
  const messages = (catalogues[language] ?? en) as typeof en
  const locale = catalogues[language] ? edition.locale : 'en'
  const words = createTranslator<typeof en>({ locale, messages, onError: fail })
  made.set(edition.locale, words)
  return words
}

/** Keys and arguments are checked by the compiler and by words.test.ts: what still goes wrong is a bug, not a message. */
function fail(error: Error): never {
  throw error
}
