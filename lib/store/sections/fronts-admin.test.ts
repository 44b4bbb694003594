import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withdraw } from '#lib/domain/workflow/workflow.ts'
import { newScope, slot } from '#lib/env/slot.ts'
import { findFront } from '#lib/store/pages/front.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, change, hour, makeDraft, makeEdition, makePublished, noon } from '#lib/store/testing/newsroom.ts'
import { changeFront } from './change-front.ts'
import { findArrangedFront, findFrontChoices, listFronts } from './fronts-admin.ts'

const db = withDatabase()
const place = (articleId: number) => ({ articleId, headline: null, standfirst: null, pictureId: null })

test('only what readers of the edition can read is offered and taken; a front outdates its page', async () => {
  const newsroom = await makeEdition()
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
