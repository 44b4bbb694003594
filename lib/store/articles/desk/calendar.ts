import type { Places } from '#lib/domain/people/places.ts'
import type { CalendarEntry } from '#lib/domain/publishing/calendar.ts'
import type { CalendarPlace } from '#lib/domain/publishing/calendar-feed.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { within } from './newsroom-lists.ts'

/** Six weeks of a large edition. More would be no calendar any more; the list of articles has the rest. */
const mostShown = 2_000

/**
 * What has its moment between two others: the earliest first. Alerts end for whoever sees the edition's articles; they are of no blog.
 */
export async function listCalendar(asked: {
  readonly place: CalendarPlace
  readonly places: Places
  readonly from: Date
  /** Not in it any more. */
  readonly until: Date
}): Promise<readonly CalendarEntry[]> {
  const { place, places, from, until } = asked
  const { editionId, blogId } = place
  const inBlog = blogId === null ? Prisma.empty : Prisma.sql`AND a."blogId" = ${blogId}`
  const between = (moment: Prisma.Sql) => Prisma.sql`${moment} >= ${from} AND ${moment} < ${until}`
  // Each kind is a step in an index of its own, and ends by itself: headlines are read of what is shown.
  const part = (kind: Prisma.Sql, moment: Prisma.Sql, condition: Prisma.Sql) => Prisma.sql`
    (SELECT ${kind} AS "kind", a."id", ${moment} AS "at", a."blogId", a."version", a."changedAt", NULL AS "text"
    FROM "Article" a
    WHERE a."editionId" = ${editionId} ${inBlog} AND ${within(places)} AND ${between(moment)} AND ${condition}
    ORDER BY ${moment}, a."id" LIMIT ${mostShown})`
  const parts = [
    part(
      Prisma.sql`CASE WHEN a."state" = 'published' THEN 'update' ELSE 'scheduled' END`,
      ...([Prisma.sql`a."scheduledFor"`, Prisma.sql`a."state" IN ('scheduled', 'published')`] as const),
    ),
    part(
      ...([Prisma.sql`'embargo'`, Prisma.sql`a."embargoUntil"`] as const),
      Prisma.sql`a."state" NOT IN ('published', 'withdrawn', 'killed')`,
    ),
    // By the index of lists: what is listed went out then.
    part(Prisma.sql`'published'`, Prisma.sql`a."listedAt"`, Prisma.sql`a."listedAt" IS NOT NULL`),
    part(Prisma.sql`'withdrawal'`, Prisma.sql`a."withdrawAt"`, Prisma.sql`a."state" = 'published'`),
    // What goes out by itself is finished: its deadline is over, unless it comes off the schedule again.
    part(Prisma.sql`'deadline'`, Prisma.sql`a."dueAt"`, Prisma.sql`a."scheduledFor" IS NULL`),
    Prisma.sql`
      SELECT 'alert', r."id", r."expiresAt", NULL::int, NULL::int, r."createdAt", r."text" FROM "BreakingAlert" r
      WHERE r."editionId" = ${editionId} AND ${blogId === null} AND r."endedAt" IS NULL AND ${between(Prisma.sql`r."expiresAt"`)}`,
  ]
  return database().$queryRaw<CalendarEntry[]>`
    SELECT e."kind", e."id", e."at", e."blogId", e."version", e."changedAt", coalesce(e."text", n."headline") AS "name"
    FROM (SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) x ORDER BY "at", "kind", "id" LIMIT ${mostShown}) e
      LEFT JOIN LATERAL (SELECT r."headline" FROM "Revision" r WHERE e."text" IS NULL AND r."articleId" = e."id"
        ORDER BY r."number" DESC LIMIT 1) n ON true
    ORDER BY e."at", e."kind", e."id"`
}
