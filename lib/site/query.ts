import { isSectionSlug } from '#lib/domain/address.ts'
import { searchLimits } from '#lib/domain/search.ts'

/** The canonical value of a declared query parameter, or null where it says nothing. */
type Reader = (value: string) => string | null

/** The parameters that a route declares, in the order in which they stand in its key. */
export type Declared = { readonly [name: string]: Reader }

export const none: Declared = {}

/** `{ms}-{id}` as urls.ts writes it: at most 14 digits of milliseconds and an id of four bytes. */
const cursorShape = /^(?:0|-?[1-9]\d{0,13})-[1-9]\d{0,9}$/

export const paging: Declared = { before: readCursor, after: readCursor }

export const searching: Declared = {
  q: readWords,
  blog: (value) => (isSectionSlug(value) ? value : null),
  from: readDay,
  to: readDay,
  order: (value) => (value === 'newest' ? value : null),
  page: readPage,
}

/** More of a query string than this is noise: all declared values together are shorter, percent-encoded. */
const longestQuery = 8192

/** The declared parameters alone, in declared order, with canonical values: `?a=1&b=2`, or nothing. Never throws. */
export function canonicalQuery(raw: string, declared: Declared): string {
  const given = new Map<string, string>()
  if (declared !== none) {
    for (const pair of raw.slice(0, longestQuery).split('&')) {
      const [name, value] = splitPair(pair)
      if (Object.hasOwn(declared, name) && !given.has(name)) given.set(name, value)
    }
  }
  const kept = new URLSearchParams()
  for (const [name, read] of Object.entries(declared)) {
    const value = given.get(name)
    const canonical = value === undefined ? null : read(value)
    if (canonical !== null) kept.append(name, canonical)
    // A list page lies on one side of one cursor.
    if (declared === paging && canonical !== null) break
  }
  const text = kept.toString()
  return text && `?${text}`
}

function splitPair(pair: string): [string, string] {
  const cut = pair.indexOf('=')
  return cut < 0 ? [pair, ''] : [pair.slice(0, cut), decodeValue(pair.slice(cut + 1))]
}

function decodeValue(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '))
  } catch {
    return ''
  }
}

function readCursor(value: string): string | null {
  return cursorShape.test(value) && isRowId(value.slice(value.lastIndexOf('-') + 1)) ? value : null
}

/** Ids are four-byte integers in the database. */
export function isRowId(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= 2_147_483_647
}

/** Words as a reader meant them: composed, without control characters, single spaces, bounded. */
function readWords(value: string): string | null {
  const words = value
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}\u2028\u2029\ufffd]+/gu, ' ')
    .trim()
  const bounded = [...words].slice(0, searchLimits.characters).join('').trim()
  return bounded || null
}

function readDay(value: string): string | null {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(value)) return null
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) ? value : null
}

/** The first page has no number; a number beyond the last that search answers leads to the last. */
function readPage(value: string): string | null {
  if (!/^[1-9]\d{0,5}$/.test(value) || value === '1') return null
  return String(Math.min(Number(value), searchLimits.pages))
}
