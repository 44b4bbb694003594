import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { edit, schedule, setEmbargo } from '#lib/domain/workflow/workflow.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, hour, makeDraft, makeEdition, makePublished, noon, paragraphs } from '#lib/store/testing/newsroom.ts'
import { carryOutDue, findNextDue, findOpenFindings } from './due-articles.ts'

const db = withDatabase()
const count = 1000

async function makeDue(newsroom: Awaited<ReturnType<typeof makeEdition>>, at: Date): Promise<number> {
  const id = await makeDraft(newsroom)
  await change(id, { action: 'schedule' }, (article) => schedule(article, at, noon))
  return id
}

/** Copies of an article, row by row: to write each by hand would take longer than the test. */
async function makeMoreLike(id: number, copies: number): Promise<void> {
  const first = 100_000
  const kin = [
    ['StoryFamily', `x."id" = (SELECT "familyId" FROM "Article" WHERE "id" = $1)`, `'id', n, 'key', 'copy-' || n`],
    ['Article', `x."id" = $1`, `'id', n, 'familyId', n, 'slug', 'copy-' || n`],
    ['Revision', `x."articleId" = $1`, `'id', n, 'articleId', n`],
    ['Byline', `x."articleId" = $1`, `'articleId', n`],
    ['ArticleTopic', `x."articleId" = $1`, `'articleId', n`],
  ] as const
  for (const [table, which, facts] of kin)
    await db.query(
      `INSERT INTO "${table}" SELECT (jsonb_populate_record(x, jsonb_build_object(${facts}))).*
        FROM "${table}" x, generate_series($2::int, $3::int) AS n WHERE ${which}`,
      [id, first, first + copies - 1],
    )
}

test('two processes publish a thousand of one second once each, also when one is killed midway', async (context) => {
  const newsroom = await makeEdition()
  await makeMoreLike(await makeDue(newsroom, hour(1)), count - 1)
  assert.deepEqual(await findNextDue(), hour(1))
  assert.deepEqual(await carryOutDue(hour(0), 50), [], 'nothing goes out before its time')

  const start = () => fork(join(import.meta.dirname, '../testing/publish-due-process.ts'), [hour(1).toISOString()])
  const [first, second] = [start(), start()]
  await Promise.all([first, second].map((child) => new Promise((settle) => child.once('message', settle))))
  const killed = new Promise((settle) => first.once('exit', (_, signal) => settle(signal)))
  const ended = new Promise((settle) => second.once('exit', (code) => settle(code)))
  const startedAt = performance.now()
  const delays: number[] = []
  for (const child of [first, second])
    child.on('message', (published: number) => {
      for (let number = 0; number < published; number++) delays.push(performance.now() - startedAt)
      if (child === first) first.kill('SIGKILL')
    })
  for (const child of [first, second]) child.send('go')
  assert.deepEqual(await Promise.all([killed, ended]), ['SIGKILL', 0])
  // What the killed one had in hand is free when its connection is found dead.
  for (let tries = 0; tries < 50 && (await findNextDue()); tries++) await carryOutDue(hour(1), 50)
  delays.push(...Array.from({ length: count - delays.length }, () => performance.now() - startedAt))
  const slowest = delays.toSorted((a, b) => a - b)[Math.ceil(count * 0.99) - 1] ?? 0
  // Told, not asserted: how fast the machine is that runs the tests is no fact of the program.
  context.diagnostic(`99 of 100 were out after ${Math.round(slowest)} ms`)

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
  assert.deepEqual(await carryOutDue(hour(1), 50), [])
  assert.deepEqual(await carryOutDue(hour(2), 50), [{ articleId: id, act: 'publish', due: hour(2), refusal: null }])
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
  const fine = await makeDue(newsroom, hour(3))
  const outcomes = await carryOutDue(hour(3), 50)
  assert.deepEqual(
    outcomes.map(({ articleId, refusal }) => [articleId, refusal?.kind]),
    [
      [id, 'under-embargo'],
      [fine, undefined],
    ],
  )
  assert.deepEqual(await carryOutDue(hour(3), 50), [])
  assert.deepEqual(await findOpenFindings(fine, hour(3)), [])
  const [row] = await db.query(`SELECT "state"::text AS "state" FROM "Article" WHERE "id" = $1`, [id])
  assert.deepEqual(row, { state: 'approved' })
  const after = await change(id, { version: 3 }, (article) => setEmbargo(article, null, noon))
  assert.equal(after.embargoUntil, null)
})
