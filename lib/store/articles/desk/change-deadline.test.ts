import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ok } from '#lib/domain/result.ts'
import { edit, publish, schedule } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { database } from '#lib/store/database/client.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, change, hour, makeDraft, makeEdition, noon } from '#lib/store/testing/newsroom.ts'
import { changeDeadline } from './change-deadline.ts'

withDatabase()

const dueAt = async (id: number) => (await database().article.findUniqueOrThrow({ where: { id } })).dueAt
const auditsOf = (id: number) =>
  database().auditEvent.findMany({
    where: { subject: `article:${id}`, action: 'article.deadline' },
    orderBy: { id: 'asc' },
  })

test('a deadline is set, moved and taken away, with who did it, and nobody’s text becomes stale by it', async () => {
  const newsroom = await makeEdition()
  const articleId = await makeDraft(newsroom)
  const before = await database().article.findUniqueOrThrow({ where: { id: articleId } })
  const set = (at: Date | null, seen: Date | null) => changeDeadline({ articleId, at, seen, by, now: noon })
  assert.deepEqual(await set(hour(3), null), ok(hour(3)))
  assert.deepEqual(await set(hour(5), hour(3)), ok(hour(5)))
  const stale = await set(hour(7), hour(3))
  assert.deepEqual(stale, { ok: false, error: { kind: 'other-deadline', now: hour(5) } })
  assert.deepEqual(await dueAt(articleId), hour(5), 'a refusal changes nothing')
  assert.deepEqual(await set(null, hour(5)), ok(null))

  const after = await database().article.findUniqueOrThrow({ where: { id: articleId } })
  assert.deepEqual(after, before, 'no version, no date of change')
  const saved = await changeArticle({ id: articleId, version: 1, by, action: 'edit', now: noon }, (article) =>
    ok(article),
  )
  assert.ok(saved.ok, 'what was begun before is saved')
  assert.deepEqual(
    (await auditsOf(articleId)).map(({ actor, details }) => [actor, details]),
    [
      ['test', { from: null, to: hour(3).toISOString() }],
      ['test', { from: hour(3).toISOString(), to: hour(5).toISOString() }],
      ['test', { from: hour(5).toISOString(), to: null }],
    ],
  )
})

test('the same deadline again is no event', async () => {
  const newsroom = await makeEdition({ key: 'ru' })
  const articleId = await makeDraft(newsroom)
  for (const seen of [null, hour(3)])
    assert.ok((await changeDeadline({ articleId, at: hour(3), seen, by, now: noon })).ok)
  assert.equal((await auditsOf(articleId)).length, 1)
})

test('what readers get has no deadline any more, and its next text begins without one', async () => {
  const newsroom = await makeEdition({ key: 'ky' })
  const articleId = await makeDraft(newsroom)
  await changeDeadline({ articleId, at: hour(3), seen: null, by, now: noon })
  await change(articleId, { version: 1 }, (article) => schedule(article, hour(2), noon))
  assert.deepEqual(await dueAt(articleId), hour(3), 'it may come off the schedule again')
  await change(articleId, { version: 2, now: hour(2) }, (article) => publish(article, hour(2)))
  assert.equal(await dueAt(articleId), null)
  const refused = await changeDeadline({ articleId, at: hour(9), seen: null, by, now: hour(3) })
  assert.deepEqual(refused, { ok: false, error: { kind: 'nothing-awaited' } })
  await change(articleId, { version: 3, now: hour(3) }, (article, { newestRevisionId }) =>
    edit(article, { ...article.text, headline: 'Newer' }, newestRevisionId),
  )
  assert.deepEqual(await changeDeadline({ articleId, at: hour(9), seen: null, by, now: hour(3) }), ok(hour(9)))
})

test('an article that is not there has no deadline', async () => {
  const refused = await changeDeadline({ articleId: 999_999, at: null, seen: null, by, now: noon })
  assert.deepEqual(refused, { ok: false, error: { kind: 'no-such-article' } })
})
