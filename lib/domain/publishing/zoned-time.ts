/** What a clock on the wall of a zone can mean: one moment, none (it was skipped), or two (it was shown twice). */
export type ZonedTime =
  | { readonly kind: 'moment'; readonly at: Date }
  | { readonly kind: 'gap' }
  | { readonly kind: 'overlap'; readonly first: Date; readonly second: Date }
  | { readonly kind: 'bad' }

const clockShape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/

/** No zone is further from UTC, in either direction (IANA: +14:00 and −12:00), and no shift is longer than a day. */
const reachMs = 26 * 3_600_000

/** Reads `2026-11-05T16:08`, as `<input type="datetime-local">` sends it, by the clock of a zone. */
export function readZonedTime(text: string, timeZone: string): ZonedTime {
  const wall = wallOf(text)
  if (wall === null) return { kind: 'bad' }
  // Every offset that the zone has around this time is tried: those under which the clock shows it are its meanings.
  const offsets = new Set([
    offsetAt(wall - reachMs, timeZone),
    offsetAt(wall, timeZone),
    offsetAt(wall + reachMs, timeZone),
  ])
  const moments = [...offsets]
    .map((offset) => wall - offset)
    .filter((moment) => moment + offsetAt(moment, timeZone) === wall)
    .toSorted((one, other) => one - other)
  const [first, second] = moments
  if (first === undefined) return { kind: 'gap' }
  if (second === undefined) return { kind: 'moment', at: new Date(first) }
  return { kind: 'overlap', first: new Date(first), second: new Date(second) }
}

/** What the clock of a zone shows at a moment, as `<input type="datetime-local">` takes it. */
export function zonedClock(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 16)
}

/** `UTC+06:00` */
export function offsetName(moment: Date, timeZone: string): string {
  const minutes = Math.round(offsetAt(moment.getTime(), timeZone) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(minutes)
  return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

function wallOf(text: string): number | null {
  const parts = clockShape.exec(text)
  if (!parts) return null
  const wall = Date.parse(`${text}:00Z`)
  // 30 February is refused, not moved to March.
  return Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 16) !== text ? null : wall
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = Object.fromEntries(
    clockIn(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const
  const clock = new Intl.DateTimeFormat('en-u-ca-iso8601', { timeZone, hourCycle: 'h23', ...numeric })
  clocks.set(timeZone, clock)
  return clock
}
