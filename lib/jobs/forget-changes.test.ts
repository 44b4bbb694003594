import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { until } from '#lib/runtime/testing/until.ts'
import { forgetChanges } from '#lib/store/delivery/forget-changes.ts'
import { findOutboxEnd, readOutboxSince } from '#lib/store/outbox/outbox.ts'
import { withDatabase } from '#lib/store/testing/database.ts'

const children: ChildProcess[] = []
// Before the database's own end: hooks run in the order in which they were named.
after(() => {
  for (const child of children) child.kill('SIGKILL')
})
const db = withDatabase()
const day = 24 * 3_600_000

/** So many changes of that many days ago; answers their ids. */
async function write(count: number, daysAgo: number, tag: string, isSent = true): Promise<readonly number[]> {
  const at = new Date(Date.now() - daysAgo * day)
  const rows = await db.query<{ id: number }>(
    `INSERT INTO "Outbox" ("at", "kind", "tags", "detail", "sentOutAt")
     SELECT $1, 'test', ARRAY[$2], '{}', CASE WHEN $3 THEN $1::timestamptz END FROM generate_series(1, $4::int) RETURNING "id"::int`,
    [at, tag, isSent, count],
  )
  return rows.map(({ id }) => id)
}

const kept = async () =>
  (await db.query<{ id: number }>('SELECT "id"::int FROM "Outbox" ORDER BY 1')).map(({ id }) => id)

test('two processes take old changes out of the outbox, all but those that somebody needs', async () => {
  await write(2_300, 40, 'article:1')
  const [told = 0] = await write(1, 40, 'article:2')
  const ofPictures = [...(await write(1, 400, `renditions:${'a'.repeat(22)}`)), ...(await write(1, 400, 'original:b'))]
  await write(1_200, 36, 'article:3')
  const young = await write(700, 34, 'article:4')
  await db.query(
    `INSERT INTO "Delivery" ("outboxId", "channel", "target", "cargo", "nextAt") VALUES ($1, 'webhook', 'https://a.example/', '{}', $2)`,
    [told, new Date(Date.now() + day)],
  )
  const needed = [told, ...ofPictures, ...young]
  for (let number = 0; number < 2; number++)
    children.push(fork(join(import.meta.dirname, 'testing', 'delivering-process.ts'), { env: { ...process.env } }))
  await until(async () => (await kept()).length <= needed.length)
  assert.deepEqual(await kept(), needed)
  // A process that comes back goes on from what there is.
  assert.equal(await findOutboxEnd(), BigInt(young.at(-1) ?? 0))
  assert.equal((await readOutboxSince(5n)).length, needed.length)
})

test('the newest change stays, however old it is: processes count from it', async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await db.query('DELETE FROM "Delivery"')
  await db.query('DELETE FROM "Outbox"')
  await write(3, 90, 'article:1')
  const [unsent] = await write(1, 90, 'article:2', false)
  const [newest] = await write(1, 90, 'article:3')
  const before = new Date(Date.now() - 35 * day)
  assert.equal(await forgetChanges({ before, after: 0n }), null)
  assert.deepEqual(await kept(), [unsent, newest])
  await db.query(`UPDATE "Outbox" SET "sentOutAt" = "at"`)
  assert.equal(await forgetChanges({ before, after: 0n }), null)
  assert.deepEqual(await kept(), [newest])
})
