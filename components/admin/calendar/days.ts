import type { Edition } from '#lib/domain/edition.ts'
import { type CalendarEntry, type Day, dayIn } from '#lib/domain/publishing/calendar.ts'
import { zonedClock } from '#lib/domain/publishing/zoned-time.ts'
import { formatOf } from '#lib/i18n/format.ts'
import { dayNames } from '#lib/i18n/week.ts'

/** An entry as the board shows it. Plain values: they travel to the browser. */
export type BoardEntry = {
  readonly key: string
  readonly kind: CalendarEntry['kind']
  readonly id: number
  readonly name: string
  readonly href: string
  /** By the edition's clock: `2026-11-22T16:00`. */
  readonly clock: string
  readonly time: string
  /** That a move is decided on; null for what can't be moved, or not by this person. */
  readonly version: number | null
}

export type BoardDay = {
  readonly day: Day
  readonly weekday: string
  readonly number: string
  /** What readers of another calendar call it. */
  readonly own: string | null
  readonly full: string
  readonly isToday: boolean
  /** Of the month before or after. */
  readonly isOutside: boolean
  readonly entries: readonly BoardEntry[]
}

/** What happens by itself at a time that somebody set. */
const timed = ['scheduled', 'update', 'withdrawal'] as const

export function isTimed(kind: CalendarEntry['kind']): kind is (typeof timed)[number] {
  return timed.some((one) => one === kind)
}

type Shown = {
  readonly days: readonly Day[]
  readonly on: Day
  readonly today: Day
  readonly entries: readonly CalendarEntry[]
  readonly edition: Pick<Edition, 'timeZone'>
  readonly locale: string
}

/** The days of a view with what stands in each, in words of the person's language. */
export function calendarDays(shown: Shown, mayMove: (entry: CalendarEntry) => boolean): readonly BoardDay[] {
  const { days, on, today, entries, edition, locale } = shown
  const { timeZone } = edition
  const names = dayNames(locale)
  const format = formatOf({ locale, timeZone })
  const byDay = Map.groupBy(entries, ({ at }) => dayIn(at, timeZone))
  const isWeek = days.length === 7
  return days.map((day) => ({
    ...{ day, weekday: names.weekday(day), number: names.number(day), own: names.own(day), full: names.full(day) },
    isToday: day === today,
    isOutside: !isWeek && day.slice(0, 7) !== on.slice(0, 7),
    entries: (byDay.get(day) ?? []).map((entry) => {
      const { kind, id, name, at, version } = entry
      const isMovable = isTimed(kind) && mayMove(entry)
      return {
        ...{ key: `${kind}-${id}`, kind, id, name, clock: zonedClock(at, timeZone), time: format.time(at) },
        href: kind === 'alert' ? '/admin/alerts' : `/admin/articles/${id}`,
        version: isMovable ? version : null,
      }
    }),
  }))
}
