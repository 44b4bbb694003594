import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeskStage } from '#lib/domain/desk/desk-stage.ts'
import { moveToStage } from '#lib/domain/desk/move-to-stage.ts'
import { changeStage, orderStages } from '#lib/domain/desk/stage-changes.ts'
import type { Role } from '#lib/domain/people/roles.ts'
import type { EarlyState } from '#lib/domain/workflow/step-back.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, makeDraft, makeEdition, noon, type TestNewsroom } from '#lib/store/testing/newsroom.ts'
import { beginDesk, changeDesk } from './change-desk.ts'
import { listDeskStages } from './desk-stages.ts'

const db = withDatabase()
let newsroom: TestNewsroom
let place: { readonly editionId: number; readonly blogId: number }

const plain = { entryRole: null, follows: [], releases: true }
const changeOf = (action: string) => ({ place, by, action, details: {}, now: noon })
const as = (role: Role) => ({ id: 'me', grants: [{ role, editionId: null, blogId: null }] })
const idOf = async (name: string) => (await listDeskStages(place)).find((stage) => stage.name === name)?.id ?? 0
const standing = async (id: number) => {
  const [row] = await db.query<{ state: string; name: string | null }>(
    `SELECT a."state"::text, s."name" FROM "Article" a LEFT JOIN "DeskStage" s ON s."id" = a."deskStageId" WHERE a."id" = $1`,
    [id],
  )
  return row && `${row.state} ${row.name}`
}

test('a desk of four stages', async () => {
  newsroom = await makeEdition()
  place = { editionId: newsroom.edition.id, blogId: newsroom.blogId }
  await beginDesk(changeOf('begin'), [
    { ...plain, id: 1, name: 'Writing', state: 'draft', position: 0 },
    { ...plain, id: 2, name: 'Turning', state: 'draft', position: 1 },
    { ...plain, id: 3, name: 'Facts', state: 'in_review', position: 0 },
    { ...plain, id: 4, name: 'Ready', state: 'approved', position: 0 },
  ] satisfies DeskStage[])
})

async function moveTo(id: number, name: string) {
  const [desk, stageId, rows] = await Promise.all([
    listDeskStages(place),
    idOf(name),
    db.query<{ version: number }>('SELECT "version" FROM "Article" WHERE "id" = $1', [id]),
  ])
  const asker = { user: as('chief_editor'), desk, scope: { ...place, authorId: 'me' } }
  const change = { id, version: rows[0]?.version ?? 0, by, mover: asker.user, action: 'move-stage', now: noon }
  return changeArticle(change, (article) => moveToStage(article, stageId, asker))
}

/** The stage of this name becomes one of another state. */
async function turn(name: string, state: EarlyState, role: Role = 'chief_editor') {
  const id = await idOf(name)
  return changeDesk({ ...changeOf('change'), user: as(role) }, (desk) => {
    const stage = desk.find((one) => one.id === id)
    return stage ? changeStage(desk, id, { ...stage, state }) : { ok: false, error: { kind: 'stale' } }
  })
}

test('articles go along into the state that their stage turns to, all or none', async () => {
  const [one, other] = [await makeDraft(newsroom), await makeDraft(newsroom, { text: { body: [] } })]
  await moveTo(one, 'Turning')
  await moveTo(other, 'Turning')
  assert.deepEqual(await turn('Turning', 'in_review'), { ok: false, error: { kind: 'along-nothing-to-say', count: 1 } })
  assert.deepEqual([await standing(one), await standing(other)], ['draft Turning', 'draft Turning'])
  await moveTo(other, 'Writing')
  assert.deepEqual(await turn('Turning', 'in_review'), { ok: true, value: undefined })
  assert.deepEqual([await standing(one), await standing(other)], ['in_review Turning', 'draft Writing'])
  const [event] = await db.query<{ details: object }>(
    `SELECT "details" FROM "AuditEvent" WHERE "subject" = $1 ORDER BY "id" DESC LIMIT 1`,
    [`article:${one}`],
  )
  assert.partialDeepStrictEqual(event?.details, { from: 'draft', to: 'in_review' })
  assert.deepEqual(await turn('Turning', 'draft'), { ok: false, error: { kind: 'along-gives-back', count: 1 } })
  assert.deepEqual(await turn('Turning', 'approved', 'reporter'), {
    ok: false,
    error: { kind: 'along-may-not', count: 1 },
  })
  await moveTo(one, 'Facts')
  assert.ok((await turn('Turning', 'draft')).ok, 'an empty stage goes anywhere')
})

test('what stands in the first stage by that alone stays when another state has it', async () => {
  await changeDesk(changeOf('order'), (desk) => {
    const ids = desk.filter(({ state }) => state === 'draft').map(({ id }) => id)
    return orderStages(desk, 'draft', ids.toReversed())
  })
  const id = await makeDraft(newsroom)
  assert.deepEqual([(await listDeskStages(place))[0]?.name, await standing(id)], ['Turning', 'draft null'])
  assert.ok((await turn('Turning', 'in_review')).ok)
  assert.equal(await standing(id), 'in_review Turning')
  const later = await makeDraft(newsroom)
  assert.partialDeepStrictEqual(await moveTo(later, 'Writing'), { error: { kind: 'in-stage-already' } })
  await moveTo(id, 'Facts')
  assert.ok((await turn('Turning', 'draft')).ok)
})

test('who moves an article into a stage and who turns it to another state never leave it between the two', async () => {
  for (let round = 0; round < 5; round++) {
    const ids = [await makeDraft(newsroom), await makeDraft(newsroom)]
    const [turned] = await Promise.all([turn('Turning', 'in_review'), ...ids.map((id) => moveTo(id, 'Turning'))])
    const stands = turned.ok ? /^(in_review Turning|draft (null|Writing))$/ : /^draft (Turning|null|Writing)$/
    for (const id of ids) assert.match((await standing(id)) ?? '', stands)
    for (const id of ids) await moveTo(id, 'Facts')
    await turn('Turning', 'draft')
  }
})
