import { board as en } from './en.ts'
import { board as fa } from './fa.ts'
import { board as ky } from './ky.ts'
import { board as ru } from './ru.ts'
import type { BoardMessages } from './words.ts'

const catalogues: Readonly<Record<string, BoardMessages>> = { en, ky, ru, fa }

/** The catalogue in a person's language, for a page to hand to the browser. */
export function boardMessages(locale: string): BoardMessages {
  return catalogues[locale.split('-')[0] ?? 'en'] ?? en
}
