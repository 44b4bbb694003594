import type { Month } from '#lib/domain/lists/listing.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/**
 * Months in which anything came out, newest first. A loose index scan: one step down the index for each month, however many
 * articles it has (wiki.postgresql.org/wiki/Loose_indexscan).
 */
export async function listMonths(q: {
  readonly editionId: number
  readonly blogId: number | null
  readonly timeZone: string
}): Promise<readonly Month[]> {
  nameTags(q.blogId === null ? tags.latest(q.editionId) : tags.blogLatest(q.blogId))
  const place = q.blogId === null ? Prisma.sql`"editionId" = ${q.editionId}` : Prisma.sql`"blogId" = ${q.blogId}`
  const newest = (before: Prisma.Sql) => Prisma.sql`
    SELECT date_trunc('month', "listedAt", ${q.timeZone}) AS start FROM "Article"
    WHERE ${place} AND "listedAt" IS NOT NULL ${before} ORDER BY "listedAt" DESC, "id" DESC LIMIT 1`
  return hotQuery<Month>(Prisma.sql`
    WITH RECURSIVE months AS (
      (${newest(Prisma.empty)})
      UNION ALL
      SELECT next.start FROM months CROSS JOIN LATERAL (${newest(Prisma.sql`AND "listedAt" < months.start`)}) next
    )
    SELECT extract(year FROM start AT TIME ZONE ${q.timeZone})::int AS "year",
      extract(month FROM start AT TIME ZONE ${q.timeZone})::int AS "month"
    FROM months ORDER BY start DESC`)
}
