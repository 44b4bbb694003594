/** Day names and week starts of a language, by the calendar that addresses count by. */

/** Bare `en` is written as in Britain (docs/decisions/0010-calendars.md), weeks included. */
function regional(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}

/** 1 for Monday … 7 for Sunday. */
export function firstDayOfWeek(locale: string): number {
  const week = new Intl.Locale(regional(locale)) as Intl.Locale & { getWeekInfo?: () => { readonly firstDay: number } }
  return week.getWeekInfo?.().firstDay ?? 1
}

/** How a day stands in a calendar: its name, its number, and the number that readers of another calendar know it by. */
export function dayNames(locale: string) {
  const at = (day: string) => new Date(`${day}T12:00:00Z`)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(regional(locale), { timeZone: 'UTC', ...options })
  const weekday = format({ weekday: 'short' })
  const number = format({ calendar: 'gregory', day: 'numeric' })
  const full = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const own = format({ day: 'numeric', month: 'short' })
  const hasOwn = full.resolvedOptions().calendar !== 'gregory'
  return {
    weekday: (day: string) => weekday.format(at(day)),
    number: (day: string) => number.format(at(day)),
    full: (day: string) => full.format(at(day)),
    own: (day: string) => (hasOwn ? own.format(at(day)) : null),
  }
}

/** A clock's time (`2026-11-22T16:00`) in words: Sunday, 22 November at 16:00. */
export function clockInWords(locale: string, clock: string): string {
  return new Intl.DateTimeFormat(regional(locale), {
    ...{ timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(new Date(`${clock}:00Z`))
}
