import type { Cursor, Paging } from '#lib/domain/listing.ts'

/** What Next gives a page of its query string. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** `before` or `after` of a list page; what is no cursor is left out, as the page cache leaves it out of its key. */
export function parsePaging(query: Query): Paging {
  const before = parseCursor(one(query.before))
  if (before) return { kind: 'older-than', cursor: before }
  const after = parseCursor(one(query.after))
  return after ? { kind: 'newer-than', cursor: after } : null
}

/** The first value of a parameter. */
export function one(value: string | readonly string[] | undefined): string | null {
  return (typeof value === 'string' ? value : value?.[0]) ?? null
}

/** Reads what lib/site/urls `cursorText` writes. */
function parseCursor(text: string | null): Cursor | null {
  const match = /^(0|-?[1-9]\d{0,13})-([1-9]\d{0,9})$/.exec(text ?? '')
  if (!match) return null
  const id = Number(match[2])
  return id <= 2_147_483_647 ? { at: new Date(Number(match[1])), id } : null
}
