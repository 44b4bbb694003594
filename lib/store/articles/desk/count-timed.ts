import { database } from '#lib/store/database/client.ts'

/** How many moments are still to come in an edition: of what goes out or is updated by itself, leaves the public, or is under embargo. */
export async function countTimed(editionId: number, now: Date): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT (
      (SELECT count(*) FROM "Article"
        WHERE "editionId" = ${editionId} AND "scheduledFor" > ${now} AND "state" IN ('scheduled', 'published'))
      + (SELECT count(*) FROM "Article" WHERE "editionId" = ${editionId} AND "withdrawAt" > ${now})
      + (SELECT count(*) FROM "Article"
        WHERE "editionId" = ${editionId} AND "embargoUntil" > ${now} AND "state" NOT IN ('published', 'withdrawn', 'killed'))
    )::int AS "count"`
  return row?.count ?? 0
}
