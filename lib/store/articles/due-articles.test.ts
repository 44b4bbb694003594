import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { edit, schedule, setEmbargo } from '#lib/domain/workflow/workflow.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, hour, makeDraft, makeEdition, makePublished, noon, paragraphs } from '#lib/store/testing/newsroom.ts'
import { findNextDue, publishNextDue } from './due-articles.ts'

const db = withDatabase()
const count = 200

async function makeDue(newsroom: Awaited<ReturnType<typeof makeEdition>>, at: Date): Promise<number> {
  const id = await makeDraft(newsroom)
  await change(id, { action: 'schedule' }, (article) => schedule(article, at, noon))
  return id
}

test('two processes publish two hundred of one second once each, also when one is killed midway', async () => {
  const newsroom = await makeEdition()
  for (let number = 0; number < count; number++) await makeDue(newsroom, hour(1))
  assert.deepEqual(await findNextDue(), hour(1))
  assert.equal(await publishNextDue(hour(0)), null, 'nothing goes out before its time')

  const start = () => fork(join(import.meta.dirname, '../testing/publish-due-process.ts'), [hour(1).toISOString()])
  const [first, second] = [start(), start()]
  await Promise.all([first, second].map((child) => new Promise((settle) => child.once('message', settle))))
  let published = 0
  const killed = new Promise((settle) => first.once('exit', (_, signal) => settle(signal)))
  const ended = new Promise((settle) => second.once('exit', (code) => settle(code)))
  first.on('message', () => {
    if (++published === 40) first.kill('SIGKILL')
  })
  for (const child of [first, second]) child.send('go')
  assert.deepEqual(await Promise.all([killed, ended]), ['SIGKILL', 0])
  // What the killed one had in hand is free when its connection is found dead.
  for (let tries = 0; tries < 50 && (await findNextDue()); tries++) await publishNextDue(hour(1))

  const [state] = await db.query(
    `SELECT count(*)::int AS "articles" FROM "Article" WHERE "state" = 'published' AND "version" = 3`,
  )
  assert.deepEqual(state, { articles: count })
  const [events] = await db.query(`SELECT count(*)::int AS "events", count(DISTINCT "subject")::int AS "subjects"
    FROM "AuditEvent" WHERE "action" = 'article.publish'`)
  assert.deepEqual(events, { events: count, subjects: count })
  const [told] = await db.query(`SELECT count(*)::int AS "told" FROM "Outbox" WHERE "kind" = 'article.publish'`)
  assert.deepEqual(told, { told: count })
})

test('the newer text of a published article goes out at its time, and only then', async () => {
  const newsroom = await makeEdition({ key: 'ky' })
  const id = await makePublished(newsroom)
  await change(id, { version: 2 }, (article, ground) =>
    edit(article, { ...article.text, body: paragraphs('Newer') }, ground.newestRevisionId),
  )
  await change(id, { version: 3 }, (article) => schedule(article, hour(2), noon))
  assert.equal(await publishNextDue(hour(1)), null)
  assert.equal((await publishNextDue(hour(2)))?.articleId, id)
  const [row] = await db.query<{ newest: boolean }>(
    `SELECT a."scheduledFor" IS NULL AND a."publishedRevisionId" = max(r."id") AS "newest"
      FROM "Article" a JOIN "Revision" r ON r."articleId" = a."id" WHERE a."id" = $1 GROUP BY a."id"`,
    [id],
  )
  assert.deepEqual(row, { newest: true })
})

test('what is refused at its time comes off the schedule instead of being tried for ever', async () => {
  const newsroom = await makeEdition({ key: 'ru' })
  const id = await makeDue(newsroom, hour(3))
  // The workflow keeps the two apart; a row written by another hand need not.
  await db.query(`UPDATE "Article" SET "embargoUntil" = $2 WHERE "id" = $1`, [id, hour(9)])
  assert.equal((await publishNextDue(hour(3)))?.refusal?.kind, 'under-embargo')
  assert.equal(await publishNextDue(hour(3)), null)
  const [row] = await db.query(`SELECT "state"::text AS "state" FROM "Article" WHERE "id" = $1`, [id])
  assert.deepEqual(row, { state: 'approved' })
  const after = await change(id, { version: 3 }, (article) => setEmbargo(article, null))
  assert.equal(after.embargoUntil, null)
})
