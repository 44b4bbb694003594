import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boardDesk, columnLimits } from '#lib/domain/desk/board.ts'
import { approve, edit, publish, schedule, submit } from '#lib/domain/workflow/workflow.ts'
import { holdLock } from '#lib/store/articles/writing/article-lock.ts'
import { database } from '#lib/store/database/client.ts'
import { deskIn, listDeskStages, listStagesOfEditions } from '#lib/store/desks/desk-stages.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  change,
  hour,
  makeDraft,
  makeEdition,
  makePublished,
  noon,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { type BoardQuestion, listBoard } from './board.ts'

withDatabase()

const ofEdition = ({ edition }: TestNewsroom, given: Partial<BoardQuestion> = {}): BoardQuestion => ({
  ...{ place: { editionId: edition.id, blogId: null }, without: [], desk: boardDesk([]) },
  ...{ authorId: null, isOverdueOnly: false, now: noon },
  ...given,
})

async function idsOf(question: BoardQuestion) {
  const { stages, scheduled } = await listBoard(question)
  return [...stages, scheduled].map(({ cards }) => cards.map(({ id }) => id))
}

const due = (id: number, dueAt: Date) => database().article.update({ where: { id }, data: { dueAt } })

async function makeStage(newsroom: TestNewsroom, name: string, given: { blogId?: number; position?: number } = {}) {
  const data = { editionId: newsroom.edition.id, name, state: 'draft', position: 0, releases: true, ...given } as const
  return (await database().deskStage.create({ data })).id
}

test('a desk without stages has a column for each state, and one for what goes out by itself', async () => {
  const newsroom = await makeEdition()
  const other = await makeEdition({ key: 'ru' })
  const [draft, review, approved, planned] = [
    ...[await makeDraft(newsroom), await makeDraft(newsroom), await makeDraft(newsroom), await makeDraft(newsroom)],
  ] as const
  await change(review, { version: 1 }, submit)
  await change(approved, { version: 1 }, submit)
  await change(approved, { version: 2 }, approve)
  await change(planned, { version: 1 }, (article) => schedule(article, hour(5), noon))
  const out = await makePublished(newsroom, noon)
  const updated = await makePublished(newsroom, noon)
  await change(updated, { version: 2 }, (article, { newestRevisionId }) =>
    edit(article, { ...article.text, headline: 'Newer' }, newestRevisionId),
  )
  const waiting = await idsOf(ofEdition(newsroom))
  assert.deepEqual(waiting, [[draft], [review], [approved], [planned]], 'nothing that is out, no waiting text')
  await change(updated, { version: 3 }, (article) => schedule(article, hour(2), noon))
  await makeDraft(other)
  const { scheduled } = await listBoard(ofEdition(newsroom))
  assert.deepEqual(
    scheduled.cards.map(({ id, headline, isPending, scheduledFor }) => [id, headline, isPending, scheduledFor]),
    [
      [updated, 'Newer', true, hour(2)],
      [planned, scheduled.cards[1]?.headline, false, hour(5)],
    ],
    'what goes out next is first',
  )
  assert.ok(!(await idsOf(ofEdition(newsroom))).flat().includes(out))
})

test('what is due first stands first, what has no deadline after it, the last changed first', async () => {
  const newsroom = await makeEdition({ key: 'ky' })
  const [late, soon, later] = [await makeDraft(newsroom), await makeDraft(newsroom), await makeDraft(newsroom)]
  const old = await makeDraft(newsroom, { now: hour(-5) })
  const fresh = await makeDraft(newsroom, { now: hour(-1) })
  await due(later, hour(50))
  await due(soon, hour(3))
  await due(late, hour(-3))
  const [drafts] = await idsOf(ofEdition(newsroom))
  assert.deepEqual(drafts, [late, soon, later, fresh, old])
  assert.deepEqual(await idsOf(ofEdition(newsroom, { isOverdueOnly: true })), [[late], [], [], []])
})

test('an article stands in its stage, and in the first of its state without one or with one of another desk', async () => {
  const newsroom = await makeEdition({ key: 'fa' })
  const { edition, blogId } = newsroom
  const second = await makeStage(newsroom, 'Second', { position: 2 })
  const first = await makeStage(newsroom, 'First', { position: 1 })
  const ofBlog = await makeStage(newsroom, 'Own', { blogId })
  const [without, inFirst, inSecond, stray] = [
    ...[await makeDraft(newsroom), await makeDraft(newsroom), await makeDraft(newsroom), await makeDraft(newsroom)],
  ] as const
  const stand = (id: number, deskStageId: number) => database().article.update({ where: { id }, data: { deskStageId } })
  await stand(inFirst, first)
  await stand(inSecond, second)
  await stand(stray, ofBlog)
  const stages = await listStagesOfEditions([edition.id])
  const desk = deskIn(stages, { editionId: edition.id, blogId: null })
  assert.deepEqual(
    desk.map(({ id }) => id),
    [first, second],
  )
  const [firstColumn, secondColumn] = await idsOf(ofEdition(newsroom, { desk }))
  assert.deepEqual(firstColumn?.toSorted(), [without, inFirst, stray].toSorted())
  assert.deepEqual(secondColumn, [inSecond])

  const place = { editionId: edition.id, blogId }
  const ownDesk = await listDeskStages(place)
  assert.deepEqual(
    ownDesk.map(({ id }) => id),
    [ofBlog],
  )
  assert.equal((await idsOf(ofEdition(newsroom, { place, desk: ownDesk })))[0]?.length, 4)
  const excluded = await idsOf(ofEdition(newsroom, { desk, without: [blogId] }))
  assert.deepEqual(excluded.flat(), [], 'a blog with a desk of its own is no part of the edition’s')
})

test('a card says who signs, who writes in it now, and how much was said about it', async () => {
  const newsroom = await makeEdition({ key: 'de' })
  const id = await makeDraft(newsroom)
  const user = { id: 'user-of-board', name: 'Aida', email: 'aida@example.org' }
  await database().user.create({ data: user })
  await database().article.update({ where: { id }, data: { authorId: user.id } })
  await holdLock({ articleId: id, userId: user.id, tab: 'tab', now: noon })
  const said = { articleId: id, authorId: user.id, text: 'Check this' }
  const { id: parentId } = await database().comment.create({ data: said })
  await database().comment.create({ data: { ...said, parentId } })
  await database().comment.create({ data: { ...said, resolvedAt: noon, resolvedById: user.id } })
  const cardOf = async (now: Date) => (await listBoard(ofEdition(newsroom, { now }))).stages[0]?.cards[0]
  const card = await cardOf(noon)
  assert.deepEqual(
    [card?.bylines, card?.holder, card?.openComments, card?.authorName, card?.hasText],
    [['News desk'], 'Aida', 1, 'Aida', true],
  )
  assert.equal((await cardOf(hour(1)))?.holder, null, 'a tab that is silent for long has gone')
  assert.deepEqual((await idsOf(ofEdition(newsroom, { authorId: user.id })))[0], [id])
  assert.deepEqual((await idsOf(ofEdition(newsroom, { authorId: 'somebody' })))[0], [])
})

test('a long column is cut, and says how much there is', async () => {
  const newsroom = await makeEdition({ key: 'tr' })
  for (let made = 0; made < columnLimits.cards + 2; made++) await makeDraft(newsroom)
  const { stages } = await listBoard(ofEdition(newsroom))
  assert.deepEqual([stages[0]?.cards.length, stages[0]?.count], [columnLimits.cards, columnLimits.cards + 2])
  const published = await makeDraft(newsroom)
  await change(published, { version: 1 }, (article) => publish(article, noon))
  assert.equal((await listBoard(ofEdition(newsroom))).stages[0]?.count, columnLimits.cards + 2)
})
