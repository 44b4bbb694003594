import { database } from '#lib/store/database/client.ts'

/** A few at a time: readers of the outbox and writers of it wait for none of this. */
const rowsAtOnce = 500

/**
 * Takes old changes out of the outbox, among the next few rows after `after`; answers how far it came, null at the end of what is old.
 * What somebody still needs stays: the newest row, from which processes count; what is not sent out; what the log of deliveries tells
 * of; and what was said of pictures, whose renditions lie on a node's disk for as long as it is away (lib/media/purge-media.ts).
 */
export async function forgetChanges(sweep: { readonly before: Date; readonly after: bigint }): Promise<bigint | null> {
  const { before, after } = sweep
  const [row] = await database().$queryRaw<{ last: bigint | null; isEnd: boolean }[]>`
    WITH looked AS (SELECT "id", "at" FROM "Outbox" WHERE "id" > ${after} ORDER BY "id" LIMIT ${rowsAtOnce}),
    old AS (
      SELECT o."id" FROM "Outbox" o JOIN looked l ON l."id" = o."id"
      WHERE o."at" < ${before} AND o."sentOutAt" IS NOT NULL AND o."id" < (SELECT max("id") FROM "Outbox")
        AND NOT EXISTS (SELECT 1 FROM "Delivery" d WHERE d."outboxId" = o."id")
        AND NOT EXISTS (SELECT 1 FROM unnest(o."tags") t WHERE t LIKE 'renditions:%' OR t LIKE 'original:%')
      FOR UPDATE OF o SKIP LOCKED),
    gone AS (DELETE FROM "Outbox" WHERE "id" IN (SELECT "id" FROM old))
    SELECT max("id") AS "last", (count(*) < ${rowsAtOnce} OR bool_or("at" >= ${before})) AS "isEnd" FROM looked`
  return !row || row.isEnd ? null : row.last
}
