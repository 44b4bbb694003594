import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BulkState } from '#lib/domain/publishing/bulk.ts'
import { adminWords } from '#lib/i18n/admin/words.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { beginDesk } from '#lib/store/desks/change-desk.ts'
import { listBulkPlaces } from '#lib/store/finding/bulk-places.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, makeDraft, makeEdition, makePublished, noon, type TestNewsroom } from '#lib/store/testing/newsroom.ts'
import { signInToTest, signOutOfTest } from '../testing/next-request.ts'

const db = withDatabase()

/** Imported here: the stands of next-request.ts must be there before. */
const { carryOutBulk } = await import('../publishing/bulk.ts')
const { findAnything, findRecent } = await import('../finding/find.ts')
const { findBulkGround, planBulk } = await import('../support/bulk/bulk-step.ts')

let here: TestNewsroom
const idle = { kind: 'idle' } as const

async function take(act: string, items: readonly string[], fields: Readonly<Record<string, string>> = {}) {
  const form = new FormData()
  form.set('act', act)
  for (const item of items) form.append('item', item)
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const state: BulkState = await carryOutBulk(idle, form)
  if (state.kind !== 'result') assert.fail(JSON.stringify(state))
  return state
}

const undoing = (state: Extract<BulkState, { kind: 'result' }>) => {
  const undo = state.undo ?? assert.fail('there is no way back')
  return take(undo.act, undo.items, undo.fields)
}

const statesOf = async (...ids: readonly number[]) =>
  (
    await db.query<{ state: string }>(
      'SELECT "state"::text FROM "Article" WHERE "id" = ANY($1) ORDER BY array_position($1, "id")',
      [ids],
    )
  ).map(({ state }) => state)

test('each article is decided on its own, and each answer is told', async () => {
  here = await makeEdition()
  await signInToTest('editor')
  const [one, two] = [await makeDraft(here), await makeDraft(here)]
  const empty = await makeDraft(here, { text: { body: [] } })
  const state = await take('submit', [`${one}:1`, `${empty}:1`, `${two}:9`, '999999:1'])
  assert.deepEqual(
    state.lines.map(({ id, isDone }) => [id, isDone]),
    [
      [one, true],
      [empty, false],
      [two, false],
    ],
  )
  assert.deepEqual(state.lines.map(({ said }) => said).slice(1), [
    'It has no text.',
    'Somebody changed it since this page was made. Go back to the list and look at it.',
  ])
  assert.equal(state.said, '1 article was handed in for review. 2 were left as they were.')
  assert.deepEqual(await statesOf(one, empty, two), ['in_review', 'draft', 'draft'])
  assert.deepEqual(state.undo?.items, [`${one}:2`])
  await undoing(state)
  assert.deepEqual(await statesOf(one), ['draft'])
})

test('steps leave their line in the audit trail, a withdrawal its reason, and it is taken back', async () => {
  await signInToTest('chief_editor')
  const live = await makePublished(here)
  const state = await take('withdraw', [`${live}:2`], { notice: 'We look into it.', reason: 'A source called.' })
  assert.deepEqual(await statesOf(live), ['withdrawn'])
  const [event] = await db.query<{ action: string; details: { reason: string } }>(
    'SELECT "action", "details" FROM "AuditEvent" WHERE "subject" = $1 ORDER BY "id" DESC LIMIT 1',
    [`article:${live}`],
  )
  assert.deepEqual([event?.action, event?.details.reason], ['article.withdraw', 'A source called.'])
  await undoing(state)
  assert.deepEqual(await statesOf(live), ['published'])
})

test('a time is by the clock of each article’s edition, and what is not ready is not scheduled', async () => {
  const there = await makeEdition({ key: 'fa', timeZone: 'Asia/Tehran' })
  const [one, two] = [await makeDraft(here), await makeDraft(there)]
  const bare = await makeDraft(here, { bylines: [] })
  const state = await take('schedule', [`${one}:1`, `${two}:1`, `${bare}:1`], { when: '2099-01-01T10:00' })
  const at = await db.query<{ at: string }>(
    `SELECT to_char("scheduledFor" AT TIME ZONE 'UTC', 'HH24:MI') AS at FROM "Article" WHERE "id" = ANY($1) ORDER BY "id"`,
    [[one, two]],
  )
  assert.deepEqual(
    at.map((row) => row.at),
    ['04:00', '06:30'],
  )
  assert.match(state.lines[2]?.said ?? '', /byline/)
  await undoing(state)
  assert.deepEqual(await statesOf(one, two, bare), ['draft', 'draft', 'draft'])
})

test('a topic is that of each article’s own edition', async () => {
  const there = await makeEdition({ key: 'ky' })
  const [one, two] = [await makeDraft(here, { topicIds: [] }), await makeDraft(there, { topicIds: [] })]
  const state = await take('add-topic', [`${one}:1`, `${two}:1`], { topic: String(here.topicId) })
  const topics = async () =>
    db.query('SELECT "articleId", "topicId" FROM "ArticleTopic" WHERE "articleId" = ANY($1) ORDER BY "articleId"', [
      [one, two],
    ])
  assert.deepEqual(await topics(), [
    { articleId: one, topicId: here.topicId },
    { articleId: two, topicId: there.topicId },
  ])
  await undoing(state)
  assert.deepEqual(await topics(), [])
})

test('an act that one may do somewhere is refused where one may not', async () => {
  const { id: userId } = await signInToTest('reporter')
  const [own, others] = [await makeDraft(here), await makeDraft(here)]
  await db.query('UPDATE "Article" SET "authorId" = $1 WHERE "id" = $2', [userId, own])
  const state = await take('submit', [`${own}:1`, `${others}:1`])
  assert.deepEqual(
    state.lines.map(({ isDone }) => isDone),
    [true, false],
  )
  assert.equal(state.lines[1]?.said, 'Your role does not include this for this article.')
  assert.deepEqual(await statesOf(own, others), ['in_review', 'draft'])
  // The way back needs no more than the way there, and no way back leads further than it came.
  await undoing(state)
  assert.deepEqual(await statesOf(own), ['draft'])
})

test('articles move to another blog of their edition, each to its own on the way back', async () => {
  await signInToTest('editor')
  const [blog] = await db.query<{ id: number }>(
    `INSERT INTO "Blog" ("editionId", "slug", "name", "standfirst", "description", "about")
      VALUES ($1, 'lakes', 'Lakes', '', '', '[]') RETURNING "id"`,
    [here.edition.id],
  )
  const lakes = blog?.id ?? 0
  const [one, there] = [await makeDraft(here), await makeDraft(here, { blogId: lakes })]
  const blogs = async () =>
    (
      await db.query<{ blogId: number }>('SELECT "blogId" FROM "Article" WHERE "id" = ANY($1) ORDER BY "id"', [
        [one, there],
      ])
    ).map(({ blogId }) => blogId)
  const state = await take('move', [`${one}:1`, `${there}:1`], { blog: String(lakes) })
  assert.deepEqual(
    state.lines.map(({ isDone, said }) => [isDone, said]),
    [
      [true, 'Moved.'],
      [false, 'It is in this blog already.'],
    ],
  )
  assert.deepEqual(await blogs(), [lakes, lakes])
  await undoing(state)
  assert.deepEqual(await blogs(), [here.blogId, lakes])
})

test('a crafted way back approves nothing and moves nothing between editions', async () => {
  const { id: userId } = await signInToTest('reporter')
  const own = await makeDraft(here)
  await db.query('UPDATE "Article" SET "authorId" = $1 WHERE "id" = $2', [userId, own])
  await assert.rejects(() => take('undo-schedule', [`${own}:1:approved`]))
  await signInToTest('editor')
  const [blog] = await db.query<{ id: number }>('SELECT "id" FROM "Blog" WHERE "editionId" <> $1 LIMIT 1', [
    here.edition.id,
  ])
  const state = await take('move', [`${own}:1:${blog?.id}`])
  assert.equal(state.lines[0]?.isDone, false)
  assert.deepEqual(await statesOf(own), ['draft'])
})

test('the search shows nobody what they may not see', async () => {
  const found = async (text: string) => {
    const answer = await findAnything({ text })
    return answer.kind === 'found' ? answer.items.map(({ kind }) => kind) : answer.kind
  }
  signOutOfTest()
  assert.equal(await found('headline'), 'signed-out')
  assert.deepEqual(await findRecent({ refs: [{ kind: 'article', id: '1' }] }), [])
  await signInToTest(null)
  assert.equal(await found('headline'), 'refused')
  const { id } = await signInToTest('reporter')
  assert.ok((await found('headline')) !== 'refused')
  assert.deepEqual(await found('tester'), [])
  assert.deepEqual(await findRecent({ refs: [{ kind: 'person', id }] }), [])
  await signInToTest('administrator')
  assert.ok((await found('tester')).includes('person'))
  assert.deepEqual(
    (await findRecent({ refs: [{ kind: 'person', id }] })).map((item) => item.id),
    [id],
  )
  // Of one blog only: what is in others does not exist.
  const { id: guest } = await signInToTest('editor')
  await db.query('UPDATE "Grant" SET "blogId" = $1 WHERE "userId" = $2', [here.blogId, guest])
  const answer = await findAnything({ text: 'headline' })
  assert.ok(answer.kind === 'found' && answer.items.length > 0)
  for (const item of answer.kind === 'found' ? answer.items : []) assert.equal(item.editionId, here.edition.id)
})

test('the stages of a desk hold for several as for one, also in what the page says before', async () => {
  const there = await makeEdition({ key: 'de' })
  const place = { editionId: there.edition.id, blogId: there.blogId }
  const plain = { position: 0, entryRole: null, follows: [], releases: false }
  await beginDesk({ place, by, action: 'begin', details: {}, now: noon }, [
    { ...plain, id: 1, name: 'Writing', state: 'draft' },
    { ...plain, id: 2, name: 'Legal', state: 'in_review', entryRole: 'chief_editor' },
    { ...plain, id: 3, name: 'Ready', state: 'approved', releases: true },
  ])
  await signInToTest('editor')
  const id = await makeDraft(there)
  const keeps = 'It stands in Writing, from which nothing is published. Move it to Ready first.'
  const wants = 'Only a person with the role “Chief editor” or a higher one moves an article to Legal.'
  const soon = { when: '2099-01-01T10:00' }
  const saidOf = async (act: string, fields = {}) => (await take(act, [`${id}:1`], fields)).lines[0]?.said
  assert.deepEqual([await saidOf('schedule', soon), await saidOf('submit')], [keeps, wants])
  assert.deepEqual(await statesOf(id), ['draft'])
  const person = { id: 'x', name: 'X', email: 'x@example.org', interfaceLocale: 'en', sessionId: 's', signedInAt: noon }
  const user = { ...person, grants: [{ role: 'editor', editionId: null, blogId: null } as const] }
  const planned = async (act: 'schedule' | 'submit', choices = {}) => {
    const setting = { act, choices, ground: await findBulkGround(choices), user, words: adminWords('en'), now: noon }
    return (await inTransaction(async () => planBulk(await listBulkPlaces([id]), setting))).left.map(({ said }) => said)
  }
  assert.deepEqual([await planned('schedule', soon), await planned('submit')], [[keeps], [wants]])
})
