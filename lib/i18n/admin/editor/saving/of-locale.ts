import { saving as en } from './en.ts'
import { saving as fa } from './fa.ts'
import { saving as ky } from './ky.ts'
import { saving as ru } from './ru.ts'
import { type SavingMessages, type SavingWords, savingWords } from './words.ts'

const catalogues: Readonly<Record<string, SavingMessages>> = { en, ky, ru, fa }

/** The catalogue in a person's language, for a page to hand to the browser. */
export function savingMessages(locale: string): SavingMessages {
  return catalogues[languageOf(locale)] ?? en
}

export function savingWordsOf(locale: string): SavingWords {
  const language = languageOf(locale)
  return savingWords(catalogues[language] ? language : 'en', savingMessages(locale))
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? 'en'
}
