import { fronts as en } from './en.ts'
import { fronts as fa } from './fa.ts'
import { fronts as ky } from './ky.ts'
import { fronts as ru } from './ru.ts'
import type { FrontMessages } from './words.ts'

const catalogues: Readonly<Record<string, FrontMessages>> = { en, ky, ru, fa }

/** The catalogue in a person's language, for a page to hand to the browser. */
export function frontMessages(locale: string): FrontMessages {
  return catalogues[locale.split('-')[0] ?? 'en'] ?? en
}
