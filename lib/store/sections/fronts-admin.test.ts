import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withdraw } from '#lib/domain/workflow/workflow.ts'
import { newScope, slot } from '#lib/env/slot.ts'
import { findFront, findPreviewedFront } from '#lib/store/pages/front.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  by,
  change,
  hour,
  makeDraft,
  makeEdition,
  makePicture,
  makePublished,
  noon,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { changeFront } from './change-front.ts'
import { findFrontDraft, keepFrontDraft } from './front-draft.ts'
import { findArrangedFront, findFrontChoices, listFronts } from './fronts-admin.ts'

const db = withDatabase()
let newsroom: TestNewsroom
const place = (articleId: number) => ({ articleId, headline: null, standfirst: null, pictureId: null })

test('only what readers of the edition can read is offered and taken; a front outdates its page', async () => {
  newsroom = await makeEdition()
  const other = await makeEdition({ key: 'ky' })
  const editionId = newsroom.edition.id
  const live = await makePublished(newsroom, noon, { text: { headline: 'Flood at the bridge' } })
  const later = await makePublished(newsroom, hour(1), { text: { headline: 'Bridge is open' } })
  const draft = await makeDraft(newsroom, { text: { headline: 'Bridge, a draft' } })
  const foreign = await makePublished(other, noon, { text: { headline: 'Bridge elsewhere' } })
  const offered = async (text: string) =>
    (await findFrontChoices({ editionId, text })).map(({ articleId }) => articleId)
  assert.deepEqual(await offered('BRIDGE'), [later, live])
  assert.deepEqual(await offered('flood'), [live])
  for (const hidden of [draft, foreign]) {
    const refused = await changeFront({ editionId, version: 0, slots: [place(live), place(hidden)], by, now: noon })
    assert.deepEqual(refused, { ok: false, error: { kind: 'not-public', articleIds: [hidden] } })
  }
  assert.equal((await findArrangedFront(editionId))?.version, 0, 'a refusal leaves nothing behind')
  const slots = [{ ...place(live), headline: 'Here only' }, place(later)]
  assert.ok((await changeFront({ editionId, version: 0, slots, by, now: noon })).ok)
  const scope = newScope()
  await slot.renders.run(scope, () => findFront(editionId))
  const [told] = await db.query<{ tags: string[] }>('SELECT "tags" FROM "Outbox" ORDER BY "id" DESC LIMIT 1')
  assert.ok(told?.tags.some((tag) => scope.tags.has(tag)))
  await change(live, { version: 2 }, (article) => withdraw(article, null, hour(2)))
  const front = await findArrangedFront(editionId)
  assert.deepEqual(
    front?.slots.map(({ articleId, headline, isPublic }) => [articleId, headline, isPublic]),
    [
      [live, 'Here only', false],
      [later, null, true],
    ],
  )
  assert.equal((await changeFront({ editionId, version: 1, slots, by, now: hour(3) })).ok, false)
  assert.deepEqual(await offered('bridge'), [later])
  assert.deepEqual(
    (await listFronts()).map((one) => [one.edition.key, one.slots]),
    [
      ['en', 2],
      ['ky', 0],
    ],
  )
})

/** What readers' front shows of an article: headline, standfirst, picture. */
async function shownOf(articleId: number): Promise<unknown> {
  const { slots } = await slot.renders.run(newScope(), () => findFront(newsroom.edition.id))
  const card = slots.find(({ id }) => id === articleId)
  return card && [card.headline, card.standfirst, card.picture?.id ?? null]
}

test('a place has words and a picture of its own, and a withdrawn article never stands on it', async () => {
  const editionId = newsroom.edition.id
  const [lead, own] = [await makePicture({ locale: 'en' }), await makePicture({ locale: 'en' })]
  const id = await makePublished(newsroom, noon, { text: { headline: 'H', standfirst: 'S', pictureId: lead } })
  const version = (await findArrangedFront(editionId))?.version ?? 0
  const dressed = { articleId: id, headline: 'Here', standfirst: 'Only here', pictureId: own }
  assert.ok((await changeFront({ editionId, version, slots: [place(id)], by, now: noon })).ok)
  assert.deepEqual(await shownOf(id), ['H', 'S', lead])
  assert.ok((await changeFront({ editionId, version: version + 1, slots: [dressed], by, now: noon })).ok)
  assert.deepEqual(await shownOf(id), ['Here', 'Only here', own])
  const [arranged] = (await findArrangedFront(editionId))?.slots ?? []
  assert.deepEqual([arranged?.picture?.id, arranged?.article.picture?.id], [own, lead])
  await change(id, { version: 2 }, (article) => withdraw(article, null, hour(2)))
  assert.equal(await shownOf(id), undefined)
})

test('a picture that is barred or undescribed is not placed anew; where it stands it stays', async () => {
  const editionId = newsroom.edition.id
  const id = await makePublished(newsroom)
  const version = (await findArrangedFront(editionId))?.version ?? 0
  const [good, foreign] = [await makePicture({ locale: 'en' }), await makePicture({ locale: 'ky' })]
  const put = (pictureId: number, at = version) =>
    changeFront({ editionId, version: at, slots: [{ ...place(id), pictureId }], by, now: noon })
  assert.deepEqual(await put(foreign), { ok: false, error: { kind: 'picture-undescribed', fileName: 'map.png' } })
  assert.deepEqual(await put(999_999), { ok: false, error: { kind: 'picture-missing' } })
  await db.query(`UPDATE "Picture" SET "isReusable" = false WHERE "id" = $1`, [good])
  assert.deepEqual(await put(good), { ok: false, error: { kind: 'picture-barred', fileName: 'map.png' } })
  await db.query(`UPDATE "Picture" SET "isReusable" = true WHERE "id" = $1`, [good])
  assert.ok((await put(good)).ok)
  await db.query(`UPDATE "Picture" SET "rightsUntil" = $2 WHERE "id" = $1`, [good, hour(-48)])
  assert.ok((await put(good, version + 1)).ok)
})

test('a preview shows what was kept for it, without what is not public, and changes nothing', async () => {
  const editionId = newsroom.edition.id
  const [live, draft] = [await makePublished(newsroom), await makeDraft(newsroom)]
  await db.query(`INSERT INTO "User" ("id", "name", "email", "updatedAt") VALUES ('u', 'U', 'u@example.org', now())`)
  const whose = { editionId, userId: 'u' }
  assert.equal(await findFrontDraft(whose), null)
  const slots = [{ ...place(live), headline: 'In the making' }, place(draft)]
  for (const kept of [[], slots]) await keepFrontDraft({ ...whose, slots: kept, now: noon })
  assert.deepEqual(await findFrontDraft(whose), slots)
  const before = await findArrangedFront(editionId)
  const shown = await slot.renders.run(newScope(), () => findPreviewedFront(editionId, slots))
  assert.deepEqual(
    shown.slots.map(({ id, headline }) => [id, headline]),
    [[live, 'In the making']],
  )
  assert.deepEqual(await findArrangedFront(editionId), before)
})
