import type { Cursor } from './listing.ts'
import { searchLimits } from './search.ts'

/**
 * What the values of a query string may say. The page cache keys by them (lib/site/query.ts) and pages read them
 * (lib/input): were the two to differ, one page would stand under the address of another.
 */

/** The year 1000: no list begins earlier, and what lies before the year 1 is no date to the database. */
const earliestMs = -30_610_224_000_000

/** `{milliseconds since 1970}-{id}`, as lib/site/urls.ts writes it; null for what no list could have written. */
export function readCursor(text: string): Cursor | null {
  const [, milliseconds, id] = /^(0|-?[1-9]\d{0,13})-([1-9]\d{0,9})$/.exec(text) ?? []
  if (!milliseconds || !id || !isRowId(id) || Number(milliseconds) < earliestMs) return null
  return { at: new Date(Number(milliseconds)), id: Number(id) }
}

/** Ids are four-byte integers in the database. */
export function isRowId(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= 2_147_483_647
}

/** A question as a reader meant it: composed, without control characters, single spaces, bounded. May be empty. */
export function readQuestion(text: string): string {
  const words = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}\u2028\u2029\ufffd]+/gu, ' ')
    .trim()
  return Array.from(words).slice(0, searchLimits.characters).join('').trim()
}

/** A day that exists, as `<input type="date">` sends it. */
export function readDay(text: string): string | null {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null
}

/** The first page for what is no number, the last for what lies beyond. */
export function readPageNumber(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Math.min(Number(text), searchLimits.pages) : 1
}
