import { dayCalled, overdueBy } from '#lib/domain/desk/deadline.ts'
import { formatOf, formattingLocale } from '../../../format.ts'
import type { AdminWords } from '../../words.ts'

type Voice = { readonly words: AdminWords; readonly locale: string; readonly timeZone: string }

/** A deadline in a few words: how long it is over, or the day as people call it and the time. By the clock of the article's edition. */
export function deadlineText(dueAt: Date, now: Date, voice: Voice): string {
  const { words, locale, timeZone } = voice
  if (dueAt <= now) {
    const { count, unit } = overdueBy(dueAt, now)
    const span = new Intl.NumberFormat(formattingLocale(locale), { style: 'unit', unit, unitDisplay: 'long' })
    return words('board.deadline.overdue', { time: span.format(count) })
  }
  const called = dayCalled(dueAt, now, timeZone)
  if (called === 'today' || called === 'tomorrow')
    return words(`board.deadline.${called}`, { time: formatOf(voice).time(dueAt) })
  return words('board.deadline.due', { when: dayAndTime(dueAt, now, voice) })
}

/** The weekday for as long as it means one day, else the date; and the time. */
export function dayAndTime(at: Date, now: Date, { locale, timeZone }: Pick<Voice, 'locale' | 'timeZone'>): string {
  const isFar = dayCalled(at, now, timeZone) === 'date'
  const day = isFar ? { day: 'numeric' as const, month: 'short' as const } : { weekday: 'short' as const }
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(formattingLocale(locale), { timeZone, ...day, ...time }).format(at)
}
