import { readZonedTime, zonedClock } from './zoned-time.ts'

/** `2026-11-22`: a day of the calendar that addresses count by, in whatever zone is spoken of. */
export type Day = string

export const calendarViews = ['week', 'month'] as const
export type CalendarView = (typeof calendarViews)[number]

/** Something that has its moment: an article goes out, its embargo ends, it went out, it leaves the public, it is due, an alert ends. */
export type CalendarEntry = {
  readonly kind: 'scheduled' | 'update' | 'embargo' | 'published' | 'withdrawal' | 'deadline' | 'alert'
  /** The article's id, or the alert's. */
  readonly id: number
  readonly at: Date
  readonly name: string
  /** Of the article; null for an alert. */
  readonly blogId: number | null
  readonly version: number | null
  readonly changedAt: Date
}

const dayMs = 24 * 3_600_000

export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^(?:19|20)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && dayOf(at) === text
}

/** The day that the clocks of a zone show. */
export function dayIn(moment: Date, timeZone: string): Day {
  return zonedClock(moment, timeZone).slice(0, 10)
}

export function addDays(day: Day, count: number): Day {
  return dayOf(noon(day) + count * dayMs)
}

/** When a day begins in a zone: at midnight, or where the clocks skip that, at the first hour that they show. */
export function startOfDay(day: Day, timeZone: string): Date {
  for (let hour = 0; hour < 24; hour++) {
    const read = readZonedTime(`${day}T${String(hour).padStart(2, '0')}:00`, timeZone)
    if (read.kind === 'moment') return read.at
    if (read.kind === 'overlap') return read.first
  }
  throw new RangeError(`${day} is no day in ${timeZone}`)
}

/** The week of a day, or all weeks of its month. `firstDay` is 1 for Monday … 7 for Sunday (Intl's count). */
export function daysShown(view: CalendarView, day: Day, firstDay: number): readonly Day[] {
  const first = startOfWeek(view === 'week' ? day : `${day.slice(0, 7)}-01`, firstDay)
  const days = Array.from({ length: 7 }, (_, index) => addDays(first, index))
  if (view === 'week') return days
  const month = day.slice(0, 7)
  const weeks = [days]
  for (let next = addDays(first, 7); next.slice(0, 7) === month; next = addDays(next, 7))
    weeks.push(days.map((one) => addDays(one, 7 * weeks.length)))
  return weeks.flat()
}

/** The same view earlier (−1) or later (1): another week, or the first of another month. */
export function stepped(view: CalendarView, day: Day, count: -1 | 1): Day {
  if (view === 'week') return addDays(day, 7 * count)
  const [year = 0, month = 1] = day.split('-').map(Number)
  return dayOf(Date.UTC(year, month - 1 + count, 1))
}

/** A clock's time (`2026-11-22T16:00`) some days and hours on, as the hands show it: which moment that is, its zone decides. */
export function movedClock(clock: string, by: { readonly days?: number; readonly hours?: number }): string {
  const at = Date.parse(`${clock}:00Z`) + (by.days ?? 0) * dayMs + (by.hours ?? 0) * 3_600_000
  return new Date(at).toISOString().slice(0, 16)
}

function startOfWeek(day: Day, firstDay: number): Day {
  const weekday = new Date(noon(day)).getUTCDay()
  return addDays(day, -((weekday - (firstDay % 7) + 7) % 7))
}

function noon(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`)
}

function dayOf(at: number): Day {
  return new Date(at).toISOString().slice(0, 10)
}
