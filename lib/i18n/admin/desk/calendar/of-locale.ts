import { calendar as en } from './en.ts'
import { calendar as fa } from './fa.ts'
import { calendar as ky } from './ky.ts'
import { calendar as ru } from './ru.ts'
import type { CalendarMessages } from './words.ts'

const catalogues: Readonly<Record<string, CalendarMessages>> = { en, ky, ru, fa }

/** The catalogue in a person's language, for a page to hand to the browser. */
export function calendarMessages(locale: string): CalendarMessages {
  return catalogues[locale.split('-')[0] ?? 'en'] ?? en
}
