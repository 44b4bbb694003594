import { pictures as en } from './en.ts'
import { pictures as fa } from './fa.ts'
import { pictures as ky } from './ky.ts'
import { pictures as ru } from './ru.ts'
import type { PicturesMessages } from './words.ts'

const catalogues: Readonly<Record<string, PicturesMessages>> = { en, ky, ru, fa }

/** The media library's catalogue in a person's language, for the page to hand to the browser. */
export function picturesMessages(locale: string): PicturesMessages {
  return catalogues[locale.split('-')[0] ?? 'en'] ?? en
}
