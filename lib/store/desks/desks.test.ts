import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Desk, type DeskStage, inOrder } from '#lib/domain/desk/desk-stage.ts'
import { moveToStage } from '#lib/domain/desk/move-to-stage.ts'
import { addStage, changeStage, firstStages, orderStages, removeStage } from '#lib/domain/desk/stage-changes.ts'
import type { Role } from '#lib/domain/people/roles.ts'
import { move, publish, schedule, sendBack, submit, unschedule } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { carryOutDue } from '#lib/store/articles/due-articles.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { createBlog } from '#lib/store/sections/create-newsroom.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, change, hour, makeDraft, makeEdition, noon, type TestNewsroom } from '#lib/store/testing/newsroom.ts'
import { beginDesk, changeDesk, resetDesk } from './change-desk.ts'
import { listDeskStages } from './desk-stages.ts'
import { countInStages } from './desks-admin.ts'

const db = withDatabase()
let newsroom: TestNewsroom
let place: { readonly editionId: number; readonly blogId: number }

const plain = { entryRole: null, follows: [], releases: false }
const model: Desk = inOrder([
  { ...plain, id: 1, name: 'Writing', state: 'draft', position: 0 },
  { ...plain, id: 2, name: 'Facts', state: 'in_review', position: 0 },
  { ...plain, id: 3, name: 'Legal', state: 'in_review', position: 1, entryRole: 'editor' },
  { ...plain, id: 4, name: 'Ready', state: 'approved', position: 0, follows: [3], releases: true },
] satisfies DeskStage[])

const changeOf = (action: string) => ({ place, by, action, details: {}, now: noon })
const as = (role: Role) => ({ id: 'me', grants: [{ role, editionId: null, blogId: null }] })
const idOf = async (name: string) => (await listDeskStages(place)).find((stage) => stage.name === name)?.id ?? 0
const versionOf = async (id: number) =>
  (await db.query<{ version: number }>('SELECT "version" FROM "Article" WHERE "id" = $1', [id]))[0]?.version ?? 0
const standing = async (id: number) => {
  const [row] = await db.query<{ state: string; name: string | null }>(
    `SELECT a."state"::text, s."name" FROM "Article" a LEFT JOIN "DeskStage" s ON s."id" = a."deskStageId" WHERE a."id" = $1`,
    [id],
  )
  return row && `${row.state} ${row.name}`
}

/** Moves an article as a person does: with the version that they saw. */
async function moveTo(id: number, name: string, role: Role = 'chief_editor', version?: number) {
  const [desk, stageId, seen] = await Promise.all([listDeskStages(place), idOf(name), version ?? versionOf(id)])
  const asker = { user: as(role), desk, scope: { ...place, authorId: 'me' } }
  return changeArticle({ id, version: seen, by, mover: asker.user, action: 'move-stage', now: noon }, (article) =>
    moveToStage(article, stageId, asker),
  )
}
const kindOf = (moved: Awaited<ReturnType<typeof moveTo>>) => (moved.ok ? 'moved' : moved.error.kind)

test('a desk begins with its stages, and articles stand in the first of their state', async () => {
  newsroom = await makeEdition()
  place = { editionId: newsroom.edition.id, blogId: newsroom.blogId }
  const id = await makeDraft(newsroom)
  assert.deepEqual(await beginDesk(changeOf('begin'), model), { ok: true, value: undefined })
  const desk = await listDeskStages(place)
  assert.deepEqual(
    desk.map(({ name, follows }) => [name, follows.length]),
    [
      ['Writing', 0],
      ['Facts', 0],
      ['Legal', 0],
      ['Ready', 1],
    ],
  )
  assert.deepEqual(desk[3]?.follows, [desk[2]?.id])
  assert.deepEqual([...(await countInStages(place))], [[desk[0]?.id, 1]])
  assert.deepEqual(await beginDesk(changeOf('begin'), model), { ok: false, error: { kind: 'stale' } })
  assert.equal(await standing(id), 'draft null')
})

test('the rules hold inside the transaction, whichever step it is', async () => {
  const id = await makeDraft(newsroom)
  assert.equal(kindOf(await moveTo(id, 'Legal', 'reporter')), 'stage-wants-role')
  assert.equal(kindOf(await moveTo(id, 'Ready')), 'stage-comes-after')
  assert.equal(kindOf(await moveTo(id, 'Facts', 'reporter')), 'moved')
  assert.equal(await standing(id), 'in_review Facts')
  const out = { id, version: 2, by, mover: as('administrator'), now: noon }
  for (const decide of [publish, (article: Parameters<typeof publish>[0]) => schedule(article, hour(1), noon)]) {
    const refused = await changeArticle({ ...out, action: 'publish' }, (article) => decide(article, noon))
    assert.deepEqual(refused, { ok: false, error: { kind: 'stage-keeps', name: 'Facts', releasing: ['Ready'] } })
  }
  assert.equal(kindOf(await moveTo(id, 'Legal')), 'moved')
  assert.equal(kindOf(await moveTo(id, 'Ready')), 'moved')
  assert.equal(await standing(id), 'approved Ready')
  await change(id, { version: 4, action: 'publish' }, (article) => publish(article, noon))
  assert.equal(await standing(id), 'published null')
})

test('a decision that forgot the rules is refused all the same', async () => {
  const id = await makeDraft(newsroom)
  const stageId = await idOf('Legal')
  const skipped = await changeArticle({ id, version: 1, by, action: 'submit', now: noon }, (article) => {
    const submitted = submit(article)
    return submitted.ok ? { ok: true, value: { ...submitted.value, deskStageId: stageId } } : submitted
  })
  assert.deepEqual(skipped, { ok: false, error: { kind: 'stage-wants-role', name: 'Legal', role: 'editor' } })
  assert.equal(await standing(id), 'draft null')
})

test('the history says from which stage to which', async () => {
  const id = await makeDraft(newsroom)
  await moveTo(id, 'Facts')
  const [event] = await db.query<{ details: Record<string, unknown> }>(
    `SELECT "details" FROM "AuditEvent" WHERE "subject" = $1 AND "action" = 'article.move-stage'`,
    [`article:${id}`],
  )
  assert.deepEqual(event?.details.deskStage, { from: 'Writing', to: 'Facts' })
})

test('of two who move an article at the same moment one wins and the other is told', async () => {
  const id = await makeDraft(newsroom)
  const moved = await Promise.all([moveTo(id, 'Facts', 'editor', 1), moveTo(id, 'Legal', 'editor', 1)])
  assert.deepEqual(moved.map(kindOf).toSorted(), ['moved', 'stale'])
})

test('steps back, and off the schedule, land where they may', async () => {
  const id = await makeDraft(newsroom)
  for (const name of ['Legal', 'Ready']) await moveTo(id, name)
  await change(id, { version: 3, action: 'schedule' }, (article) => schedule(article, hour(1), noon))
  assert.equal(await standing(id), 'scheduled null')
  await change(id, { version: 4, action: 'unschedule' }, unschedule)
  assert.equal(await standing(id), 'approved Ready')
  await change(id, { version: 5, action: 'send-back' }, sendBack)
  assert.equal(await standing(id), 'draft Writing')
})

test('what was let out goes out at its time, whatever the rules have become', async () => {
  const id = await makeDraft(newsroom)
  for (const name of ['Legal', 'Ready']) await moveTo(id, name)
  await change(id, { version: 3, action: 'schedule' }, (article) => schedule(article, hour(1), noon))
  const [outcome] = await carryOutDue(hour(2), 10)
  assert.deepEqual([outcome?.articleId, outcome?.refusal], [id, null])
})

test('what was published elsewhere asks no desk of ours', async () => {
  const id = await makeDraft(newsroom)
  await change(id, { action: 'publish', isFromElsewhere: true }, (article) => publish(article, noon))
  assert.equal(await standing(id), 'published null')
})

test('another blog is another desk', async () => {
  const id = await makeDraft(newsroom)
  await moveTo(id, 'Facts')
  const words = { name: 'Seas', standfirst: 'Seas', description: 'Seas' }
  const blogId = await createBlog({
    ...{ editionId: place.editionId, slug: 'seas', ...words, about: [], editorId: null, position: 1 },
  })
  await change(id, { version: 2, action: 'move' }, (article) => move(article, { blogId, slug: 'elsewhere' }))
  assert.equal(await standing(id), 'in_review null')
  await change(id, { version: 3, action: 'publish' }, (article) => publish(article, noon))
})

test('a blog takes over the stages of its edition with the articles in them, and gives them back', async () => {
  const other = await makeEdition({ key: 'ky' })
  const edition = { editionId: other.edition.id, blogId: null }
  const own = { editionId: other.edition.id, blogId: other.blogId }
  const begin = (where: typeof edition | typeof own) => beginDesk({ ...changeOf('begin'), place: where }, model)
  await begin(edition)
  const id = await makeDraft(other)
  const facts = (await listDeskStages(own)).find(({ name }) => name === 'Facts')
  await change(id, { action: 'submit', mover: as('reporter') }, submit)
  assert.equal(await standing(id), 'in_review Facts')
  await begin(own)
  const [, copy] = await listDeskStages(own)
  assert.equal(copy?.name, 'Facts')
  assert.notEqual(copy?.id, facts?.id)
  assert.equal((await countInStages(own)).get(copy?.id ?? 0), 1)
  assert.equal((await countInStages(edition)).size, 0)
  await resetDesk({ ...changeOf('reset'), place: own })
  assert.equal((await countInStages(edition)).get(facts?.id ?? 0), 1)
  assert.equal(await standing(id), 'in_review null')
})

test('articles stay where they stand when another stage becomes the first', async () => {
  const id = await makeDraft(newsroom)
  await changeDesk(changeOf('add'), (desk) => addStage(desk, { ...plain, name: 'Ideas', state: 'draft' }))
  const [writing, ideas] = [await idOf('Writing'), await idOf('Ideas')]
  await changeDesk(changeOf('order'), (desk) => orderStages(desk, 'draft', [ideas, writing]))
  assert.deepEqual((await listDeskStages(place)).map(({ name }) => name).slice(0, 2), ['Ideas', 'Writing'])
  assert.equal(await standing(id), 'draft Writing')
  assert.equal((await countInStages(place)).get(ideas), undefined)
})

test('a stage that goes hands its articles to the one that was chosen', async () => {
  const id = await makeDraft(newsroom)
  const [writing, ideas] = [await idOf('Writing'), await idOf('Ideas')]
  const before = await versionOf(id)
  const remove = () =>
    changeDesk({ ...changeOf('remove'), intoId: writing }, (desk) => removeStage(desk, { id: ideas, intoId: writing }))
  assert.equal((await countInStages(place)).get(ideas), 1)
  assert.deepEqual(await remove(), { ok: true, value: undefined })
  assert.equal(await standing(id), 'draft Writing')
  assert.equal(await versionOf(id), before, 'nobody’s open text is stale by it')
  assert.deepEqual(await remove(), { ok: false, error: { kind: 'stale' } })
})

test('who moves an article into a stage and who deletes it never wait for each other for good', async () => {
  const writing = await idOf('Writing')
  for (let round = 0; round < 5; round++) {
    await changeDesk(changeOf('add'), (desk) => addStage(desk, { ...plain, name: 'Short', state: 'draft' }))
    const short = await idOf('Short')
    const ids = [await makeDraft(newsroom), await makeDraft(newsroom)]
    const [removed, ...moved] = await Promise.all([
      changeDesk({ ...changeOf('remove'), intoId: writing }, (desk) =>
        removeStage(desk, { id: short, intoId: writing }),
      ),
      ...ids.map((id) => moveTo(id, 'Short')),
    ])
    if (removed?.ok) for (const id of ids) assert.match((await standing(id)) ?? '', /^draft (Writing|null)$/)
    else
      assert.ok(
        moved.some(({ ok }) => ok),
        'it stays because an article came in',
      )
    if (!removed?.ok)
      await changeDesk({ ...changeOf('remove'), intoId: writing }, (desk) =>
        removeStage(desk, { id: short, intoId: writing }),
      )
  }
})

test('the database refuses two stages of one name, and an article on a stage after publication', async () => {
  const names = 'INSERT INTO "DeskStage" ("editionId", "blogId", "name", "state", "position", "releases") VALUES'
  await assert.rejects(db.query(`${names} ($1, $2, 'LEGAL', 'draft', 9, false)`, [place.editionId, place.blogId]))
  await assert.rejects(db.query(`${names} ($1, $2, 'Out', 'published', 9, false)`, [place.editionId, place.blogId]))
  await assert.rejects(
    db.query(`UPDATE "Article" SET "deskStageId" = $1 WHERE "state" = 'published'`, [await idOf('Legal')]),
  )
})

test('two who change one desk take turns', async () => {
  const add = (name: string) =>
    changeDesk(changeOf('add'), (desk) => addStage(desk, { ...plain, name, state: 'in_review' }))
  const added = await Promise.all([add('Pictures'), add('pictures')])
  assert.deepEqual(added.map((one) => (one.ok ? 'added' : one.error.kind)).toSorted(), ['added', 'name-taken'])
})

test('back to the states alone: articles keep them, and nothing asks for a stage', async () => {
  const id = await makeDraft(newsroom)
  await moveTo(id, 'Legal')
  assert.ok((await resetDesk(changeOf('reset'))).ok)
  assert.deepEqual(await listDeskStages(place), [])
  assert.equal(await standing(id), 'in_review null')
  await change(id, { version: 2, action: 'publish' }, (article) => publish(article, noon))
  const rows = await db.query<{ action: string; subject: string }>(
    `SELECT DISTINCT "action", "subject" FROM "AuditEvent" WHERE "action" LIKE 'stage.%' ORDER BY "action", "subject"`,
  )
  assert.ok(rows.some(({ action, subject }) => action === 'stage.reset' && subject === `blog:${place.blogId}`))
})

test('the first stages of a desk without a model are the states', async () => {
  await beginDesk(changeOf('begin'), firstStages({ draft: 'Каралама', in_review: 'Текшерүү', approved: 'Даяр' }))
  const [first] = await listDeskStages(place)
  await inTransaction(() =>
    changeDesk(changeOf('change'), (desk) =>
      changeStage(desk, first?.id ?? 0, { ...plain, state: 'draft', name: 'Идея' }),
    ),
  )
  assert.equal((await listDeskStages(place))[0]?.name, 'Идея')
})
