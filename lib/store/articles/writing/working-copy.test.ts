import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { findDesk } from '#lib/store/articles/desk/newsroom-lists.ts'
import { findNewestNotice, listNotices, markNoticesRead } from '#lib/store/articles/desk/notices.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { makeDraft, makeEdition, makePublished, noon } from '#lib/store/testing/newsroom.ts'
import { findLock, holdLock, lockExpiresMs, releaseLock, takeOverLock } from './article-lock.ts'
import { createComment, listComments, listMentionable, setResolved, settleCorrections } from './comments.ts'
import { findNewestDraft, findRevision, listRevisions } from './revisions.ts'
import { closeWorkingCopy, findSequence, keepWorkingCopy, listLooseCopies, reopenWorkingCopy } from './working-copy.ts'

const db = withDatabase()
let articleId = 0
let place = { editionId: 0, blogId: 0 }
let draft: ArticleDraft

const aida = { id: 'aida', name: 'Aida' }
const bek = { id: 'bek', name: 'Bek' }
const after = (ms: number) => new Date(noon.getTime() + ms)

test('a newsroom with two people', async () => {
  const newsroom = await makeEdition()
  articleId = await makeDraft(newsroom)
  for (const { id, name } of [aida, bek])
    await db.query('INSERT INTO "User" ("id", "name", "email") VALUES ($1, $2, $3)', [id, name, `${id}@example.org`])
  const [article] = await db.query('SELECT "editionId", "blogId" FROM "Article" WHERE "id" = $1', [articleId])
  place = article as typeof place
  await db.query(`INSERT INTO "Grant" ("userId", "role") VALUES ('aida', 'editor')`)
  await db.query(`INSERT INTO "Grant" ("userId", "role", "editionId") VALUES ('bek', 'reporter', $1)`, [
    place.editionId,
  ])
  draft = (await findNewestDraft(articleId))?.draft ?? assert.fail()
})

const keep = (sequence: number, headline: string, given: Partial<Parameters<typeof keepWorkingCopy>[0]> = {}) =>
  keepWorkingCopy({
    ...{ articleId, userId: aida.id, tab: 'one', sequence, baseVersion: 1, draft: { ...draft, headline }, now: noon },
    base: null,
    ...given,
  })
const headlines = async () => (await listLooseCopies(articleId)).map((copy) => copy.draft.headline)

test('a batch that comes late or twice changes nothing', async () => {
  assert.equal(await keep(1, 'first', { base: draft }), 1)
  assert.equal(await keep(3, 'third'), 3)
  assert.equal(await keep(2, 'second'), 3)
  assert.equal(await keep(3, 'third again'), 3)
  assert.deepEqual(await headlines(), ['third'])
  assert.equal(await findSequence(articleId, 'one'), 3)
})

test('batches in any order, all at once: the highest stands', async () => {
  const order = [7, 4, 9, 5, 8, 6]
  await Promise.all(order.map((sequence) => keep(sequence, `number ${sequence}`)))
  assert.deepEqual(await headlines(), ['number 9'])
})

test('the base that was sent once stays with the copy', async () => {
  const [copy] = await listLooseCopies(articleId)
  assert.deepEqual(copy?.base, draft)
})

test("nobody writes into another person's copy", async () => {
  assert.equal(await keep(99, 'stolen', { userId: bek.id }), null)
  assert.deepEqual(await headlines(), ['number 9'])
})

test('a closed copy is gone from the list and can come back; what was typed after it stays open', async () => {
  await closeWorkingCopy({ articleId, tab: 'one', upTo: 9, now: noon })
  assert.deepEqual(await headlines(), [])
  await reopenWorkingCopy({ articleId, tab: 'one' })
  assert.deepEqual(await headlines(), ['number 9'])
  await keep(10, 'number 10')
  await closeWorkingCopy({ articleId, tab: 'one', upTo: 9, now: noon })
  assert.deepEqual(await headlines(), ['number 10'])
})

test('a late batch does not open a closed copy', async () => {
  await closeWorkingCopy({ articleId, tab: 'one', upTo: 10, now: noon })
  await keep(8, 'late')
  assert.deepEqual(await headlines(), [])
})

test('one writes; who comes second is told who and for how long; a take-over is known to the first', async () => {
  const first = { articleId, userId: aida.id, tab: 'one', now: noon }
  const second = { articleId, userId: bek.id, tab: 'two' }
  await holdLock(first)
  const told = await holdLock({ ...second, now: after(1000) })
  assert.deepEqual([told.holder, told.minutes], [aida, 0])
  for (const seconds of [40, 80, 120]) await holdLock({ ...first, now: after(seconds * 1000) })
  assert.equal((await holdLock({ ...second, now: after(125_000) })).minutes, 2)
  assert.equal((await findLock(articleId, after(-1000)))?.minutes, 0, 'of a server whose clock is a second behind')
  const taken = await takeOverLock({ ...second, now: after(2000) })
  assert.equal(taken.holder.id, bek.id)
  assert.equal((await holdLock({ ...first, now: after(3000) })).holder.id, bek.id)
  await releaseLock({ articleId, tab: 'one' })
  assert.equal((await findLock(articleId, after(3000)))?.holder.id, bek.id, 'only the holder releases')
  await releaseLock({ articleId, tab: 'two' })
  assert.equal(await findLock(articleId, after(3000)), null)
})

test('a lock that nobody tends is free', async () => {
  await holdLock({ articleId, userId: aida.id, tab: 'one', now: noon })
  const at = after(lockExpiresMs + 1)
  assert.equal(await findLock(articleId, at), null)
  assert.equal((await holdLock({ articleId, userId: bek.id, tab: 'two', now: at })).holder.id, bek.id)
})

test('of many who come at once one gets the lock', async () => {
  await db.query('DELETE FROM "ArticleLock"')
  const tabs = Array.from({ length: 20 }, (_, number) => `tab-${number}`)
  const locks = await Promise.all(tabs.map((tab) => holdLock({ articleId, userId: aida.id, tab, now: noon })))
  assert.equal(new Set(locks.map(({ tab }) => tab)).size, 1)
})

test('comments: threads, mentions, settling', async () => {
  const comment = { articleId, parentId: null, by: aida, text: '@Bek look', anchor: null, mentioned: [bek], now: noon }
  const id = (await createComment(comment)) ?? assert.fail()
  const reply = { ...comment, parentId: id, by: bek, text: 'I see', mentioned: [bek] }
  const replyId = await createComment(reply)
  assert.equal(await createComment({ ...reply, parentId: replyId }), null, 'no replies to replies')
  await setResolved({ articleId, id, resolved: { by: bek.id, at: noon } })
  const [thread] = await listComments(articleId)
  assert.deepEqual(thread?.resolved, { at: noon.toISOString(), by: 'Bek' })
  assert.deepEqual(
    thread?.replies.map(({ text }) => text),
    ['I see'],
  )
  await createComment({ ...reply, mentioned: [] })
  assert.equal((await listComments(articleId))[0]?.resolved, null, 'an answer opens it again')
  const notices = await listNotices(bek.id)
  assert.deepEqual(
    notices.map(({ kind, detail }) => [kind, detail.by]),
    [['mention', 'Aida']],
  )
  const newest = await findNewestNotice({ userId: bek.id, articleId })
  assert.equal(newest, notices[0]?.id)
  // What comes after the page was made is not read with it.
  await createComment({ ...comment, mentioned: [bek] })
  await markNoticesRead({ userId: bek.id, articleId, newest: newest ?? 0, now: noon })
  assert.equal((await listNotices(bek.id)).length, 1)
  assert.equal(await findNewestNotice({ userId: aida.id, articleId }), null)
})

test('nobody hears of an article where they have no role', async () => {
  const other = await makeEdition({ key: 'fa' })
  const names = async () => (await listMentionable(place)).map(({ name }) => name)
  assert.deepEqual(await names(), ['Aida', 'Bek'])
  assert.equal((await listNotices(bek.id)).length, 1)
  await db.query(`UPDATE "Grant" SET "editionId" = $1 WHERE "userId" = 'bek'`, [other.edition.id])
  assert.deepEqual(await names(), ['Aida'])
  assert.deepEqual(await listNotices(bek.id), [])
  await db.query(`UPDATE "Grant" SET "editionId" = NULL, "blogId" = $1 WHERE "userId" = 'bek'`, [place.blogId])
  assert.deepEqual(await names(), ['Aida', 'Bek'])
  assert.equal((await listNotices(bek.id)).length, 1)
})

test('a correction is asked for of published articles alone, and is due until one is published', async () => {
  const newsroom = await makeEdition({ key: 'ru' })
  const comment = { parentId: null, by: aida, text: 'The year is wrong', anchor: null, mentioned: [], now: noon }
  const flag = { ...comment, wantsCorrection: true }
  assert.equal(await createComment({ ...flag, articleId }), null, 'readers never saw a draft')
  const published = await makePublished(newsroom)
  const id = await createComment({ ...flag, articleId: published })
  await createComment({ ...comment, articleId: published })
  assert.equal(await createComment({ ...flag, articleId: published, parentId: id }), null, 'a reply asks for none')
  const everywhere = { kind: 'everywhere' } as const
  const asked = { userId: aida.id, write: everywhere, review: everywhere, publish: everywhere, until: noon }
  const due = async () => (await findDesk(asked)).correctionsDue.map((line) => line.id)
  assert.deepEqual(await due(), [published])
  const nowhere = { kind: 'some', editionIds: [], blogIds: [] } as const
  assert.deepEqual((await findDesk({ ...asked, publish: nowhere })).correctionsDue, [])
  await settleCorrections({ articleId: published, by: bek.id, at: noon })
  assert.deepEqual(await due(), [])
  const threads = await listComments(published)
  assert.deepEqual(
    threads.map(({ wantsCorrection, resolved }) => [wantsCorrection, resolved?.by ?? null]),
    [
      [false, null],
      [true, 'Bek'],
    ],
  )
})

test('revisions by number', async () => {
  const [line] = await listRevisions(articleId)
  assert.equal(line?.number, 1)
  assert.equal((await findRevision(articleId, 1))?.text.headline, draft.headline)
  assert.equal(await findRevision(articleId, 2), null)
})
