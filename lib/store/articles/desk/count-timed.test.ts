import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setWithdrawal } from '#lib/domain/workflow/timed-withdrawal.ts'
import { edit, publish, schedule, setEmbargo } from '#lib/domain/workflow/workflow.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, hour, makeDraft, makeEdition, makePublished, noon, paragraphs } from '#lib/store/testing/newsroom.ts'
import { countTimed } from './count-timed.ts'

withDatabase()

test('what goes out, is updated, leaves or is under embargo counts until its moment, in its own edition', async () => {
  const newsroom = await makeEdition()
  const other = await makeEdition({ key: 'ky' })
  const { id } = newsroom.edition
  assert.equal(await countTimed(id, noon), 0)
  const draft = await makeDraft(newsroom)
  await change(draft, { action: 'schedule' }, (article) => schedule(article, hour(2), noon))
  const live = await makePublished(newsroom)
  await change(live, { version: 2 }, (article, { newestRevisionId }) =>
    edit(article, { ...article.text, body: paragraphs('Newer') }, newestRevisionId),
  )
  await change(live, { version: 3 }, (article) => schedule(article, hour(3), noon))
  const leaves = { at: hour(4), notice: null, reason: null }
  await change(live, { version: 4 }, (article) => setWithdrawal(article, leaves, noon))
  const held = await makeDraft(newsroom)
  await change(held, {}, (article) => setEmbargo(article, hour(5), noon))
  await makeDraft(other, { embargoUntil: hour(5) })
  const counts = []
  for (const hours of [0, 2, 3, 4, 5]) counts.push(await countTimed(id, hour(hours)))
  assert.deepEqual(counts, [4, 3, 2, 1, 0])
  await change(held, { version: 2, now: hour(5) }, (article) => publish(article, hour(5)))
  assert.equal(await countTimed(id, noon), 3, 'what readers have seen waits for nothing')
})
