import { previews as en } from './en.ts'
import { previews as fa } from './fa.ts'
import { previews as ky } from './ky.ts'
import { previews as ru } from './ru.ts'
import type { PreviewMessages } from './words.ts'

const catalogues: Readonly<Record<string, PreviewMessages>> = { en, ky, ru, fa }

/** The catalogue in a person's language, for a page to hand to the browser. */
export function previewMessages(locale: string): PreviewMessages {
  return catalogues[locale.split('-')[0] ?? 'en'] ?? en
}
