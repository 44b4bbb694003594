import type { Edition } from '#lib/domain/edition.ts'
import type { SearchQuestion } from '#lib/domain/lists/search.ts'
import { narrowing } from '#lib/search/narrowing.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/** Where a search looks: the bounds of what is there and what was asked for. */
export type SearchScope = {
  readonly terms: readonly string[]
  readonly oldest: Date
  readonly newest: Date
  /** The newest few reach back to here. */
  readonly fewSince: Date
  /** Exact bounds of the question; `until` is not included. */
  readonly from: Date | null
  readonly until: Date | null
}

type Row = {
  readonly newest: Date | null
  readonly oldest: Date | null
  readonly fewSince: Date | null
  readonly blogId: number | null
  readonly from: Date | null
  readonly until: Date | null
}

/** Null when nothing can be found: no article, no such blog, no such time. */
export async function findSearchScope(
  edition: Edition,
  question: SearchQuestion,
  few: number,
): Promise<SearchScope | null> {
  const listing = (order: Prisma.Sql, offset = 0) => Prisma.sql`
    SELECT "listedAt" FROM "Article" WHERE "editionId" = ${edition.id} AND "listedAt" IS NOT NULL
    ORDER BY "listedAt" ${order}, "id" ${order} OFFSET ${offset} LIMIT 1`
  const { blogSlug, from, to } = question
  // Days are whole days in the edition's zone, both included.
  const [row] = await database().$queryRaw<Row[]>`
    SELECT (${listing(Prisma.sql`DESC`)}) AS "newest", (${listing(Prisma.sql`ASC`)}) AS "oldest",
      (${listing(Prisma.sql`DESC`, few)}) AS "fewSince",
      (SELECT "id" FROM "Blog" WHERE "editionId" = ${edition.id} AND "slug" = ${blogSlug}) AS "blogId",
      ${from}::timestamp AT TIME ZONE ${edition.timeZone} AS "from",
      (${to}::timestamp + interval '1 day') AT TIME ZONE ${edition.timeZone} AS "until"`
  if (!row?.newest || !row.oldest || (blogSlug !== null && row.blogId === null)) return null
  const terms = [narrowing.edition(edition.id), ...(row.blogId === null ? [] : [narrowing.blog(row.blogId)])]
  const oldest = row.from && row.from > row.oldest ? row.from : row.oldest
  const newest = row.until && row.until <= row.newest ? new Date(row.until.getTime() - 1) : row.newest
  return { terms, oldest, newest, fewSince: row.fewSince ?? oldest, from: row.from, until: row.until }
}
