import { narrowing } from './narrowing.ts'

/** A stretch of time that is searched at once. */
export type Window = {
  readonly from: Date
  /** Not included. */
  readonly until: Date
  /** Its months as terms of the index; empty where it has so many that naming them costs more than it saves. */
  readonly months: readonly string[]
}

const firstMonths = 2
const growth = 4
const mostNamedMonths = 36

/**
 * The time from `oldest` to `newest` in stretches of whole UTC months, newest first, each longer than the one before: a
 * common word is found often enough in the first, a rare one costs few questions. The first reaches back to `least` in any case.
 */
export function searchWindows(oldest: Date, newest: Date, least: Date = newest): readonly Window[] {
  const windows: Window[] = []
  let until = monthStart(newest, 1)
  for (let size = Math.max(firstMonths, monthsFrom(least, until)); until > oldest; size *= growth) {
    const from = new Date(Math.max(monthStart(until, -size).getTime(), monthStart(oldest, 0).getTime()))
    const months = monthsOf(from, until)
    windows.push({ from, until, months: months.length <= mostNamedMonths ? months : [] })
    until = from
  }
  return windows
}

function monthsOf(from: Date, until: Date): readonly string[] {
  const months: string[] = []
  for (let month = monthStart(until, -1); month >= from; month = monthStart(month, -1))
    months.push(narrowing.month(month))
  return months
}

function monthsFrom(from: Date, until: Date): number {
  return (until.getUTCFullYear() - from.getUTCFullYear()) * 12 + until.getUTCMonth() - from.getUTCMonth()
}

/** The first moment of the month that lies `offset` months after that of `at`. */
function monthStart(at: Date, offset: number): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset))
}
