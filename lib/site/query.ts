import { readCursor, readDay, readPageNumber, readQuestion } from '#lib/domain/lists/query-values.ts'
import { isSectionSlug } from '#lib/domain/site/address.ts'

/** The canonical value of a declared query parameter, or null where it says nothing. */
type Reader = (value: string) => string | null

/** The parameters that a route declares, in the order in which they stand in its key. */
export type Declared = { readonly [name: string]: Reader }

export const none: Declared = {}

const cursor: Reader = (value) => (readCursor(value) ? value : null)

export const paging: Declared = { before: cursor, after: cursor }

const form: Reader = (value) => (value === 'standfirst' ? value : null)

/** A feed of a list, whole texts or standfirsts. */
export const feedPaging: Declared = { text: form, ...paging }

export const searching: Declared = {
  q: (value) => readQuestion(value) || null,
  blog: (value) => (isSectionSlug(value) ? value : null),
  from: readDay,
  to: readDay,
  order: (value) => (value === 'newest' ? value : null),
  page: (value) => pastFirst(readPageNumber(value)),
  all: (value) => (value === '1' ? value : null),
}

/** A feed of a search is ordered by date whatever was asked. */
export const feedSearching: Declared = { ...searching, order: () => null, all: () => null, text: form }

const sizeOfEmbed: Reader = (value) => (/^[1-9]\d{1,3}$/.test(value) ? value : null)

/** What a consumer of oEmbed may ask (oembed.com, 2.2). */
export const embedding: Declared = {
  url: (value) => (/^https?:\/\/[\x21-\x7e]+$/.test(value) && value.length <= 512 ? value : null),
  maxwidth: sizeOfEmbed,
  maxheight: sizeOfEmbed,
  format: (value) => (/^[a-z]{1,8}$/.test(value) && value !== 'json' ? value : null),
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
    if (read === cursor && canonical !== null) break
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

/** The first page has no number. */
function pastFirst(page: number): string | null {
  return page > 1 ? String(page) : null
}
