import type { Month } from '#lib/domain/lists/listing.ts'

/**
 * Dates and numbers as an edition's readers write them, in its zone. Nothing is relative ("an hour ago"): pages are kept
 * in caches. Machine-readable times are lib/domain/text/dates.ts, always Gregorian.
 */
export type Format = {
  /** 5 November 2026 */
  readonly date: (moment: Date) => string
  /** 5 Nov 2026 */
  readonly shortDate: (moment: Date) => string
  /** 5 November 2026 at 16:08 */
  readonly dateTime: (moment: Date) => string
  /** 5 November 2026 at 16:08 GMT+6: for the one labelled time of an article. */
  readonly dateTimeZone: (moment: Date) => string
  /** 16:08 */
  readonly time: (moment: Date) => string
  /** November 2026; with the months that it covers where readers count by another calendar. */
  readonly month: (month: Month) => string
  /** November, for a list under its year. */
  readonly monthName: (month: Month) => string
  /** A year without grouping. */
  readonly year: (year: number) => string
  readonly number: (value: number) => string
  /** a, b and c */
  readonly list: (items: readonly string[]) => string
}

const made = new Map<string, Format>()

export function formatOf(edition: { readonly locale: string; readonly timeZone: string }): Format {
  const key = `${edition.locale} ${edition.timeZone}`
  const known = made.get(key)
  if (known) return known
  const format = makeFormat(formattingLocale(edition.locale), edition.timeZone)
  made.set(key, format)
  return format
}

/** The name of a language in that language: Кыргызча, فارسی. */
export function languageName(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

/** CLDR's bare `en` is American; an edition for the world writes days before months (docs/decisions/0010-calendars.md). */
export function formattingLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}

function makeFormat(locale: string, timeZone: string): Format {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options })
    return (moment: Date) => formatter.format(moment)
  }
  const numbers = new Intl.NumberFormat(locale)
  const years = new Intl.NumberFormat(locale, { useGrouping: false })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const months = makeMonths(locale)
  return {
    date: dates({ dateStyle: 'long' }),
    shortDate: dates({ dateStyle: 'medium' }),
    dateTime: dates({ dateStyle: 'long', timeStyle: 'short' }),
    dateTimeZone: dates({
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'shortOffset',
    }),
    time: dates({ timeStyle: 'short' }),
    ...months,
    year: (year) => years.format(year),
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
  }
}

type Months = Pick<Format, 'month' | 'monthName'>

/** Archive addresses count Gregorian months; a reader of another calendar is told which of theirs a month covers. */
function makeMonths(locale: string): Months {
  const gregorian = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options })
  const full = gregorian({ year: 'numeric', month: 'long' })
  const name = gregorian({ month: 'long' })
  const own = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' })
  const hasOwnCalendar = own.resolvedOptions().calendar !== 'gregory'
  const span = hasOwnCalendar ? makeSpan(locale, own) : () => ''
  return {
    month: (month) => full.format(firstDay(month)) + span(month),
    monthName: (month) => name.format(firstDay(month)) + span(month),
  }
}

/** ` (آبان و آذر ۱۴۰۵)`: month before year, whichever way round CLDR's skeleton puts them. */
function makeSpan(locale: string, own: Intl.DateTimeFormat): (month: Month) => string {
  const pair = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (month) => {
    const from = partsOf(own, firstDay(month))
    const to = partsOf(own, lastDay(month))
    const first = from.year === to.year ? from.month : `${from.month} ${from.year}`
    return ` (${pair.format([first, `${to.month} ${to.year}`])})`
  }
}

function partsOf(formatter: Intl.DateTimeFormat, moment: Date): { readonly month: string; readonly year: string } {
  const parts = formatter.formatToParts(moment)
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { month: read('month'), year: read('year') }
}

function firstDay(month: Month): Date {
  return new Date(Date.UTC(month.year, month.month - 1, 1))
}

function lastDay(month: Month): Date {
  return new Date(Date.UTC(month.year, month.month, 0))
}
