import type { Paging } from '#lib/domain/lists/listing.ts'
import { readCursor } from '#lib/domain/lists/query-values.ts'

/** What Next gives a page of its query string. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** `before` or `after` of a list page; what is no cursor is left out, as the page cache leaves it out of its key. */
export function parsePaging(query: Query): Paging {
  const before = readCursor(one(query.before) ?? '')
  if (before) return { kind: 'older-than', cursor: before }
  const after = readCursor(one(query.after) ?? '')
  return after ? { kind: 'newer-than', cursor: after } : null
}

/** The first value of a parameter. */
export function one(value: string | readonly string[] | undefined): string | null {
  return (typeof value === 'string' ? value : value?.[0]) ?? null
}
