import { formattingLocale } from '#lib/i18n/format.ts'

/** A moment as a person at this device reads it: the time today, with the day before that. */
export function clock(locale: string, moment: string): string {
  const at = new Date(moment)
  const isToday = at.toDateString() === new Date().toDateString()
  return new Intl.DateTimeFormat(formattingLocale(locale), {
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    ...{ hour: '2-digit', minute: '2-digit' },
  }).format(at)
}
