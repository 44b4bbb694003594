import type { Receipt } from '#lib/domain/delivery/delivery.ts'
import { database } from '#lib/store/database/client.ts'

/** Around the moment that the article names: its row in the outbox has the database's clock. */
const clocksApartMs = 60_000

/** What became of telling other programs that an article was withdrawn or killed at that moment, channel by channel. */
export async function listReceipts(removal: {
  readonly articleId: number
  readonly at: Date
}): Promise<readonly Receipt[]> {
  const { articleId, at } = removal
  const [from, until] = [new Date(at.getTime() - clocksApartMs), new Date(at.getTime() + clocksApartMs)]
  return database().$queryRaw<Receipt[]>`
    SELECT d."channel"::text AS "channel", count(*)::int AS "count", count(d."deliveredAt")::int AS "delivered",
      count(*) FILTER (WHERE d."deliveredAt" IS NULL AND d."nextAt" IS NOT NULL)::int AS "waiting", max(d."deliveredAt") AS "last"
    FROM "Outbox" o JOIN "Delivery" d ON d."outboxId" = o."id"
    WHERE o."at" BETWEEN ${from} AND ${until} AND o."kind" IN ('article.withdraw', 'article.kill')
      AND o."detail"->>'articleId' = ${String(articleId)}
    GROUP BY d."channel" ORDER BY d."channel"`
}
