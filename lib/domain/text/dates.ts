import type { Month } from '../lists/listing.ts'

/**
 * A moment with the clock and offset of a zone: `2026-11-05T16:08:00+06:00`. Readers see the same clock, so what a page
 * shows and what machines read agree to the letter.
 */
export function machineTime(moment: Date, timeZone: string): string {
  const clock = readClock(moment, timeZone)
  const seconds = Math.floor(moment.getTime() / 1000)
  const offsetMinutes = Math.round((Date.parse(`${clock}Z`) / 1000 - seconds) / 60)
  return clock + offsetText(offsetMinutes)
}

/** The same moment on the world's clock, no finer than pages tell it: `2026-11-05T10:08:00Z`. */
export function worldTime(moment: Date): string {
  return moment.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** The day in a zone: `2026-11-05`. */
export function dayIn(moment: Date, timeZone: string): string {
  return readClock(moment, timeZone).slice(0, 10)
}

/** The calendar month in a zone. */
export function monthIn(moment: Date, timeZone: string): Month {
  const day = dayIn(moment, timeZone)
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) }
}

function offsetText(minutes: number): string {
  const absolute = Math.abs(minutes)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}

/** `2026-11-05T16:08:00` as the clocks of the zone showed it; `sv` writes dates as ISO 8601 does. */
function readClock(moment: Date, timeZone: string): string {
  return clockOf(timeZone).format(moment).replace(' ', 'T')
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(timeZone, clock)
  return clock
}
