import { editor as en } from './en.ts'
import { editor as fa } from './fa.ts'
import { editor as ky } from './ky.ts'
import { editor as ru } from './ru.ts'
import { type EditorMessages, type EditorWords, editorWords } from './words.ts'

const catalogues: Readonly<Record<string, EditorMessages>> = { en, ky, ru, fa }

/** The editor's catalogue in a person's language, for the page to hand to the browser. */
export function editorMessages(locale: string): EditorMessages {
  return catalogues[languageOf(locale)] ?? en
}

export function editorWordsOf(locale: string): EditorWords {
  const language = languageOf(locale)
  return editorWords(catalogues[language] ? language : 'en', editorMessages(locale))
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? 'en'
}
