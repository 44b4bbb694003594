import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kill } from '#lib/domain/workflow/workflow.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, makeEdition, makePublished } from '#lib/store/testing/newsroom.ts'
import { listReceipts } from './receipts.ts'

const db = withDatabase()

test('a kill tells who was told of it, channel by channel, and of no other article', async () => {
  const newsroom = await makeEdition()
  const [articleId, other] = [await makePublished(newsroom), await makePublished(newsroom)]
  const at = new Date()
  for (const id of [articleId, other])
    await change(id, { version: 2, action: 'kill', now: at }, (article) => kill(article, null, at))
  assert.deepEqual(await listReceipts({ articleId, at }), [])
  const told = (channel: string, target: string, deliveredAt: Date | null, nextAt: Date | null) =>
    db.query(
      `INSERT INTO "Delivery" ("outboxId", "channel", "target", "cargo", "deliveredAt", "nextAt")
        SELECT "id", $2::"DeliveryChannel", $3, '{}', $4::timestamptz, $5::timestamptz FROM "Outbox"
        WHERE "kind" = 'article.kill' AND "detail"->>'articleId' = $1`,
      [String(articleId), channel, target, deliveredAt, nextAt],
    )
  await told('webhook', 'https://a.example/', at, null)
  await told('webhook', 'https://b.example/', null, at)
  await told('webhook', 'https://c.example/', null, null)
  await told('hub_ping', 'https://hub.example/', at, null)
  assert.deepEqual(await listReceipts({ articleId, at }), [
    { channel: 'webhook', count: 3, delivered: 1, waiting: 1, last: at },
    { channel: 'hub_ping', count: 1, delivered: 1, waiting: 0, last: at },
  ])
  assert.deepEqual(await listReceipts({ articleId: other, at }), [])
})
