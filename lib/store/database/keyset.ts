import type { Cursor, PageOf, Paging } from '#lib/domain/lists/listing.ts'
import { Prisma } from '../generated/client.ts'

/**
 * Pages of a list ordered by date and id, newest first, by keyset: a page starts at its place in the index however far down it
 * lies, and nothing is shown twice or missed when the list grows.
 */

/** The columns of a source that its list is ordered by, as SQL. */
export type Order = { readonly at: Prisma.Sql; readonly id: Prisma.Sql }

/** Conditions, order and length of the page on one side of a cursor; one row more than the page tells whether it goes on. */
export function keysetPage({ at, id }: Order, paging: Paging, limit: number): Prisma.Sql {
  const rows = Prisma.sql`LIMIT ${limit + 1}`
  if (!paging) return Prisma.sql`ORDER BY ${at} DESC, ${id} DESC ${rows}`
  const place = placeOf(paging.cursor)
  return paging.kind === 'older-than'
    ? Prisma.sql`AND (${at}, ${id}) < ${place} ORDER BY ${at} DESC, ${id} DESC ${rows}`
    : Prisma.sql`AND (${at}, ${id}) > ${place} ORDER BY ${at} ASC, ${id} ASC ${rows}`
}

/**
 * Whether there is a row on the other side of the cursor, the one at it among them; never for the newest page. `rows` are
 * FROM and WHERE. Ordered, so that it is one step in the index: a bare EXISTS may read the whole table to find none.
 */
export function keysetHasBehind(rows: Prisma.Sql, { at, id }: Order, paging: Paging): Prisma.Sql {
  if (!paging) return Prisma.sql`false`
  const place = placeOf(paging.cursor)
  const [behind, order] =
    paging.kind === 'older-than' ? [Prisma.sql`>=`, Prisma.sql`ASC`] : [Prisma.sql`<=`, Prisma.sql`DESC`]
  return Prisma.sql`
    (SELECT true ${rows} AND (${at}, ${id}) ${behind} ${place} ORDER BY ${at} ${order}, ${id} ${order} LIMIT 1) IS NOT NULL`
}

/** The page from the rows that `keysetPage` found, in its order, and what `keysetHasBehind` says. */
export function pageFrom<T>(found: {
  readonly rows: readonly T[]
  readonly hasBehind: boolean
  readonly paging: Paging
  readonly limit: number
  readonly cursorOf: (row: T) => Cursor
}): PageOf<T> {
  const { rows, paging, limit, hasBehind } = found
  const isAhead = paging?.kind === 'newer-than'
  const goesOn = rows.length > limit
  const items = isAhead ? rows.slice(0, limit).reverse() : rows.slice(0, limit)
  const first = items[0]
  const last = items.at(-1)
  if (!first || !last) return emptyPage(paging, hasBehind)
  const [hasOlder, hasNewer] = isAhead ? [hasBehind, goesOn] : [goesOn, hasBehind]
  return {
    items,
    older: hasOlder ? found.cursorOf(last) : null,
    newer: hasNewer ? found.cursorOf(first) : null,
  }
}

/** Past an end of the list: the way back includes the row at the cursor itself. */
function emptyPage(paging: Paging, hasBehind: boolean): PageOf<never> {
  if (!paging || !hasBehind) return { items: [], older: null, newer: null }
  const { at, id } = paging.cursor
  return paging.kind === 'older-than'
    ? { items: [], older: null, newer: { at, id: id - 1 } }
    : { items: [], older: { at, id: id + 1 }, newer: null }
}

function placeOf(cursor: Cursor): Prisma.Sql {
  return Prisma.sql`(${cursor.at}::timestamptz, ${cursor.id}::int)`
}
