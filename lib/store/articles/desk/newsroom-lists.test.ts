import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleFilter } from '#lib/domain/lists/article-line.ts'
import { ok } from '#lib/domain/result.ts'
import { edit, submit } from '#lib/domain/workflow/workflow.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, hour, makeDraft, makeEdition, makePublished, noon, paragraphs } from '#lib/store/testing/newsroom.ts'
import { findDesk, listNewsroomArticles } from './newsroom-lists.ts'

const db = withDatabase()
const all: ArticleFilter = {
  editionId: null,
  blogId: null,
  state: null,
  stageId: null,
  due: null,
  authorId: null,
  topicId: null,
  text: null,
}
const everywhere = { kind: 'everywhere' } as const
const nowhere = { kind: 'some', editionIds: [], blogIds: [] } as const

test('lists show what is asked for, in one’s own places, page by page', async () => {
  const here = await makeEdition()
  const there = await makeEdition({ key: 'ky' })
  for (let number = 0; number < 60; number++) await makeDraft(here, { now: hour(number) })
  const review = await makeDraft(here, { text: { headline: 'Аралдын суусу' } })
  await change(review, {}, (article) => ok({ ...article, state: { kind: 'in_review' } }))
  const live = await makePublished(there)
  await change(live, { version: 2, now: hour(1) }, (article, ground) =>
    edit(article, { ...article.text, headline: 'Newer words', body: paragraphs('New') }, ground.newestRevisionId),
  )
  const ids = async (filter: Partial<ArticleFilter>, places: Parameters<typeof listNewsroomArticles>[1] = everywhere) =>
    (await listNewsroomArticles({ ...all, ...filter }, places, null, noon)).items.map(({ id }) => id)

  assert.deepEqual(await ids({ state: 'in_review' }), [review])
  assert.deepEqual(await ids({ state: 'pending' }), [live])
  assert.deepEqual(await ids({ text: 'арал СУУСУ' }), [review])
  assert.deepEqual(await ids({ text: 'newer words' }), [live])
  assert.deepEqual(await ids({ editionId: there.edition.id }), [live])
  assert.deepEqual(await ids({ topicId: there.topicId }), [live])
  assert.deepEqual(await ids({}, nowhere), [])
  assert.deepEqual(await ids({}, { ...nowhere, blogIds: [there.blogId] }), [live])

  const first = await listNewsroomArticles({ ...all, state: 'draft' }, everywhere, null, noon)
  assert.ok(first.items.length === 50 && first.older && !first.newer)
  const rest = await listNewsroomArticles(
    { ...all, state: 'draft' },
    everywhere,
    { kind: 'older-than', cursor: first.older },
    noon,
  )
  assert.ok(rest.items.length === 10 && !rest.older && rest.newer)
  assert.equal(new Set([...first.items, ...rest.items].map(({ id }) => id)).size, 60)
})

test('the desk shows to each what waits for them', async () => {
  await db.query(`INSERT INTO "User" (id, name, email) VALUES ('aida', 'Aida', 'aida@example.org')`)
  const [draft] = await db.query<{ id: number }>(
    `UPDATE "Article" SET "authorId" = 'aida' WHERE "id" = (SELECT min("id") FROM "Article" WHERE "state" = 'draft') RETURNING "id"`,
  )
  await db.query(
    `UPDATE "Article" SET "state" = 'scheduled', "scheduledFor" = $1
    WHERE "id" = (SELECT max("id") FROM "Article" WHERE "state" = 'draft')`,
    [hour(2)],
  )
  const asked = { userId: 'aida', write: everywhere, review: everywhere, publish: everywhere, until: hour(24) }
  const desk = await findDesk(asked)
  assert.deepEqual(
    desk.mine.map(({ id }) => id),
    [draft?.id],
  )
  await db.query(`UPDATE "Article" SET "withdrawAt" = $1 WHERE "state" = 'published'`, [hour(3)])
  const leaving = async (until: Date, write: typeof everywhere | typeof nowhere) =>
    (await findDesk({ ...asked, write, until })).leaving.map(({ headline }) => headline)
  assert.deepEqual(await leaving(hour(24), everywhere), ['Newer words'])
  assert.deepEqual([await leaving(hour(2), everywhere), await leaving(hour(24), nowhere)], [[], []])
  assert.deepEqual([desk.toReview.length, desk.scheduled.length, desk.pending.length], [1, 1, 1])
  assert.equal(desk.pending[0]?.headline, 'Newer words')
  assert.equal((await findDesk({ ...asked, until: noon })).scheduled.length, 0)
  const reporter = await findDesk({ ...asked, userId: 'other', review: nowhere, publish: nowhere })
  assert.deepEqual([reporter.mine.length, reporter.toReview.length, reporter.pending.length], [0, 0, 0])
})

test('deadlines of what has still to be finished: one’s own first, then what one reviews', async () => {
  const newsroom = await makeEdition({ key: 'fa' })
  const place = { kind: 'some', editionIds: [newsroom.edition.id], blogIds: [] } as const
  const [theirs, own, later, finished, waiting] = [
    ...[await makeDraft(newsroom), await makeDraft(newsroom), await makeDraft(newsroom)],
    ...[await makePublished(newsroom), await makePublished(newsroom)],
  ] as const
  await change(waiting, { version: 2 }, (article, { newestRevisionId }) =>
    edit(article, { ...article.text, headline: 'Newer' }, newestRevisionId),
  )
  const due = (id: number, dueAt: Date) => db.query('UPDATE "Article" SET "dueAt" = $2 WHERE "id" = $1', [id, dueAt])
  await due(theirs, hour(-5))
  await due(own, hour(3))
  await due(later, hour(50))
  await due(finished, hour(-1))
  await due(waiting, hour(1))
  await db.query(`UPDATE "Article" SET "authorId" = 'aida' WHERE "id" = $1`, [own])
  const listed = async (due: 'overdue' | 'soon') =>
    (await listNewsroomArticles({ ...all, due }, place, null, noon)).items.map(({ id }) => id).toSorted()
  assert.deepEqual(await listed('overdue'), [theirs])
  assert.deepEqual(await listed('soon'), [theirs, own, waiting].toSorted())
  const asked = { userId: 'aida', write: place, review: place, publish: place, until: hour(24) }
  const home = async (given: Partial<typeof asked> | { review: typeof nowhere }) =>
    (await findDesk({ ...asked, ...given })).due.map(({ id }) => id)
  assert.deepEqual(await home({}), [own, theirs, waiting])
  assert.deepEqual(await home({ review: nowhere }), [own], 'whoever reviews nothing here has only their own')
})

test('articles of a stage: those that stand there, and in the first one those without any; other desks have their own', async () => {
  const [here, there] = [await makeEdition({ key: 'de' }), await makeEdition({ key: 'it' })]
  const editionId = here.edition.id
  const { id: other } = await inTransaction((open) =>
    open.blog.create({
      data: { editionId, slug: 'other', name: 'Other', standfirst: '', description: '', about: [] },
    }),
  )
  const stage = (name: string, position: number, blogId: number | null = null) =>
    inTransaction((open) =>
      open.deskStage.create({ data: { editionId, blogId, name, state: 'draft', position, releases: true } }),
    )
  const [writing, facts, own] = [await stage('Writing', 0), await stage('Facts', 1), await stage('Own', 0, other)]
  const [first, second, ofBlog] = [
    ...[await makeDraft(here), await makeDraft(here), await makeDraft(here, { blogId: other })],
  ] as const
  await makeDraft(there)
  const reviewed = await makeDraft(here)
  await change(reviewed, {}, submit)
  await db.query('UPDATE "Article" SET "deskStageId" = $2 WHERE "id" = $1', [second, facts.id])
  const listed = async (stageId: number) =>
    (await listNewsroomArticles({ ...all, stageId }, everywhere, null, noon)).items.map(({ id }) => id)
  assert.deepEqual(await listed(writing.id), [first])
  assert.deepEqual(await listed(facts.id), [second])
  assert.deepEqual(await listed(own.id), [ofBlog])
  assert.deepEqual(await listed(999_999), [])
  const names = (await listNewsroomArticles({ ...all, editionId }, everywhere, null, noon)).items
  assert.deepEqual(
    new Map(names.map(({ id, stageName }) => [id, stageName])),
    new Map([
      [reviewed, null],
      [ofBlog, 'Own'],
      [second, 'Facts'],
      [first, 'Writing'],
    ]),
  )
})
