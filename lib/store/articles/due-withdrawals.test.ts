import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setWithdrawal, unsetWithdrawal } from '#lib/domain/workflow/timed-withdrawal.ts'
import { correct, edit, publish, schedule, withdraw } from '#lib/domain/workflow/workflow.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  change,
  hour,
  makeEdition,
  makePublished,
  noon,
  paragraphs,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { carryOutDue, findNextDue } from './due-articles.ts'
import { loadArticlesForChange } from './load-article.ts'

const db = withDatabase()
const plan = { notice: 'The season is over.', reason: 'The rights end' }

/** Version 3: made, published, and its time is set. */
async function makeLeaving(newsroom: TestNewsroom, at: Date): Promise<number> {
  const id = await makePublished(newsroom)
  await change(id, { version: 2, action: 'set-withdrawal' }, (article) => setWithdrawal(article, { at, ...plan }, noon))
  return id
}

async function lastSaid(id: number, table: 'AuditEvent' | 'Outbox') {
  const [row] = await db.query<Record<string, unknown>>(
    table === 'AuditEvent'
      ? `SELECT "actor", "action", "details"->>'reason' AS "reason", "details"->'withdrawAt' AS "withdrawAt" FROM "AuditEvent"
          WHERE "subject" = $1 ORDER BY "id" DESC LIMIT 1`
      : `SELECT "kind", "tags", "hard", "detail" - 'articleId' AS "detail" FROM "Outbox"
          WHERE "detail"->>'articleId' = $1 ORDER BY "id" DESC LIMIT 1`,
    [table === 'AuditEvent' ? `article:${id}` : String(id)],
  )
  return row ?? {}
}

async function stageOf(id: number) {
  return (await loadArticlesForChange([id])).get(id)?.article.state
}

test('what was set is read as it was, moved, and taken off, with a word in the audit trail each time', async () => {
  const newsroom = await makeEdition()
  const id = await makeLeaving(newsroom, hour(5))
  const live = { kind: 'published', firstAt: noon, textChangedAt: null, shows: 'newest' }
  assert.deepEqual(await stageOf(id), { ...live, withdrawal: { at: hour(5), ...plan } })
  const set = { actor: 'test', action: 'article.set-withdrawal', reason: null }
  const [to, later] = [hour(5).toISOString(), hour(6).toISOString()]
  assert.deepEqual(await lastSaid(id, 'AuditEvent'), { ...set, withdrawAt: { from: null, to } })
  const moved = { at: hour(6), notice: null, reason: null }
  await change(id, { version: 3, action: 'set-withdrawal' }, (article) => setWithdrawal(article, moved, noon))
  assert.deepEqual(await stageOf(id), { ...live, withdrawal: moved })
  assert.deepEqual(await lastSaid(id, 'AuditEvent'), { ...set, withdrawAt: { from: to, to: later } })
  assert.deepEqual(await findNextDue(), hour(6))
  await change(id, { version: 4, action: 'unset-withdrawal' }, unsetWithdrawal)
  assert.deepEqual(await stageOf(id), live)
  assert.equal(await findNextDue(), null)
  assert.deepEqual(await carryOutDue(hour(9), 50), [])
})

test('at its time it is withdrawn as by hand: state, notice, reason, and what programs and caches are told', async () => {
  const newsroom = await makeEdition({ key: 'ky' })
  const id = await makeLeaving(newsroom, hour(2))
  assert.deepEqual(await carryOutDue(hour(1), 50), [])
  assert.deepEqual(await carryOutDue(hour(2), 50), [{ articleId: id, act: 'withdraw', due: hour(2), refusal: null }])
  assert.deepEqual(await stageOf(id), { kind: 'withdrawn', firstAt: noon, at: hour(2), notice: plan.notice })
  const from = hour(2).toISOString()
  assert.deepEqual(await lastSaid(id, 'AuditEvent'), {
    ...{ actor: 'schedule', action: 'article.withdraw', reason: plan.reason, withdrawAt: { from, to: null } },
  })
  const byHand = await makePublished(newsroom)
  await change(byHand, { version: 2, action: 'withdraw' }, (article) => withdraw(article, null, hour(2)))
  const [told, toldByHand] = [await lastSaid(id, 'Outbox'), await lastSaid(byHand, 'Outbox')]
  const { tags, ...rest } = told
  const { tags: tagsByHand, ...restByHand } = toldByHand
  assert.equal(rest.kind, 'article.withdraw')
  assert.deepEqual(rest, restByHand)
  assert.equal((tags as readonly string[]).length, (tagsByHand as readonly string[]).length)
})

test('several at work withdraw each article once', async () => {
  const newsroom = await makeEdition({ key: 'ru' })
  const ids: number[] = []
  for (let number = 0; number < 12; number++) ids.push(await makeLeaving(newsroom, hour(3)))
  const drain = async (): Promise<readonly number[]> => {
    const outcomes = await carryOutDue(hour(3), 2)
    return outcomes.length === 0 ? [] : [...outcomes.map(({ articleId }) => articleId), ...(await drain())]
  }
  const done = (await Promise.all([drain(), drain(), drain()])).flat()
  assert.deepEqual(
    done.toSorted((a, b) => a - b),
    ids,
  )
  const [row] = await db.query(
    `SELECT count(*)::int AS "events" FROM "AuditEvent" WHERE "action" = 'article.withdraw' AND "subject" = ANY($1)`,
    [ids.map((id) => `article:${id}`)],
  )
  assert.deepEqual(row, { events: ids.length })
})

test('newer text that goes out leaves the time standing; what should be gone by then brings none', async () => {
  const newsroom = await makeEdition({ key: 'fa' })
  const id = await makeLeaving(newsroom, hour(4))
  const late = await makeLeaving(newsroom, hour(4))
  for (const [article, at] of [
    [id, hour(3)],
    [late, hour(3.5)],
  ] as const) {
    await change(article, { version: 3 }, (before, { newestRevisionId }) =>
      edit(before, { ...before.text, body: paragraphs('Newer') }, newestRevisionId),
    )
    await change(article, { version: 4 }, (before) => schedule(before, at, noon))
  }
  const acts = async (now: Date) => (await carryOutDue(now, 50)).map(({ articleId, act }) => [articleId, act])
  assert.deepEqual(await acts(hour(3)), [[id, 'publish']])
  // Nobody looked for a while: both are due for the second.
  assert.deepEqual(await acts(hour(6)), [
    [id, 'withdraw'],
    [late, 'withdraw'],
  ])
  assert.deepEqual(await acts(hour(6)), [])
})

test('a withdrawal by hand before its time ends it, a correction does not', async () => {
  const newsroom = await makeEdition({ key: 'uz' })
  const corrected = await makeLeaving(newsroom, hour(4))
  const correction = { place: 'top', text: 'It was two.', reason: 'Misread', at: hour(1) } as const
  await change(corrected, { version: 3, action: 'correct' }, (article) => correct(article, correction))
  const gone = await makeLeaving(newsroom, hour(4))
  await change(gone, { version: 3 }, (article) => withdraw(article, null, hour(1)))
  await change(gone, { version: 4 }, (article) => publish(article, hour(2)))
  assert.deepEqual(
    (await carryOutDue(hour(9), 50)).map(({ articleId }) => articleId),
    [corrected],
  )
  assert.equal((await stageOf(corrected))?.kind, 'withdrawn')
  assert.equal((await stageOf(gone))?.kind, 'published')
})

test('the database keeps a time of withdrawal to what is published', async () => {
  const newsroom = await makeEdition({ key: 'kk' })
  const id = await makeLeaving(newsroom, hour(4))
  await change(id, { version: 3 }, (article) => withdraw(article, null, hour(1)))
  await assert.rejects(db.query(`UPDATE "Article" SET "withdrawAt" = now() WHERE "id" = $1`, [id]), /when_published/)
})
