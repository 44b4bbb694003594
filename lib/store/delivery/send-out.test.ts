import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kill } from '#lib/domain/workflow/workflow.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, hour, makeEdition, makePublished, noon } from '#lib/store/testing/newsroom.ts'
import { type NewDelivery, sendOutChanges } from './send-out.ts'

const db = withDatabase()
const topic = 'https://news.example/latest.rss'

async function sendOut(plan: (articleId: number) => readonly NewDelivery[] = () => []): Promise<readonly number[]> {
  const told: number[] = []
  await sendOutChanges(noon, ({ article }) => {
    told.push(article.id)
    return plan(article.id)
  })
  return told
}

test('of changes written out together a subscriber gets the feed once, a search engine one list, a webhook each', async () => {
  const newsroom = await makeEdition()
  for (let number = 0; number < 3; number++) await makePublished(newsroom)
  const event = { type: 'test', timestamp: '', data: { article: null } } as const
  const told = await sendOut((id) => [
    { target: 'https://index.example/', cargo: { channel: 'index_now', urls: [`https://news.example/${id}`] } },
    { target: 'https://a.example/', cargo: { channel: 'hub_content', topic, changedAt: '' } },
    { target: 'https://b.example/', cargo: { channel: 'hub_content', topic, changedAt: '' } },
    { target: 'https://a.example/', cargo: { channel: 'webhook', event } },
  ])
  assert.equal(told.length, 3)
  const rows = await db.query<{ channel: string; count: number }>(
    `SELECT "channel"::text AS "channel", count(*)::int AS "count" FROM "Delivery" GROUP BY 1 ORDER BY 1`,
  )
  assert.deepEqual(rows, [
    { channel: 'hub_content', count: 2 },
    { channel: 'index_now', count: 1 },
    { channel: 'webhook', count: 3 },
  ])
  const [list] = await db.query<{ urls: string[] }>(
    `SELECT "cargo"->'urls' AS "urls" FROM "Delivery" WHERE "channel" = 'index_now'`,
  )
  assert.deepEqual(
    list?.urls,
    told.map((id) => `https://news.example/${id}`),
  )
})

test('an edition that is switched off is told of only where copies must go', async () => {
  const newsroom = await makeEdition({ key: 'ky' })
  const out = await makePublished(newsroom)
  const wrong = await makePublished(newsroom)
  await db.query(`UPDATE "Edition" SET "isOff" = true WHERE "id" = ${newsroom.edition.id}`)
  assert.deepEqual(await sendOut(), [])
  await change(wrong, { version: 2 }, (article) => kill(article, 'Wrong person', hour(1)))
  assert.deepEqual(await sendOut(), [wrong])
  assert.notEqual(out, wrong)
})
