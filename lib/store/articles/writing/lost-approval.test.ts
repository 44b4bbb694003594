import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ok } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { withoutApproval } from '#lib/domain/workflow/without-approval.ts'
import { approve, schedule } from '#lib/domain/workflow/workflow.ts'
import { findNextDue } from '#lib/store/articles/due-articles.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, hour, makeDraft, makeEdition, noon } from '#lib/store/testing/newsroom.ts'
import { findLostApproval } from './lost-approval.ts'

withDatabase()
const rewritten = (headline: string) => (article: Article) =>
  ok(withoutApproval({ ...article, text: { ...article.text, headline } }))

test('words that changed after their approval are told with who, when and what time they miss', async () => {
  const id = await makeDraft(await makeEdition())
  assert.equal(await findLostApproval(id), null)
  await change(id, { action: 'schedule' }, (article) => schedule(article, hour(5), noon))
  assert.equal(await findLostApproval(id), null)
  const edited = await change(
    id,
    { version: 2, action: 'edit', now: hour(1), by: { name: 'Aida' } },
    rewritten('Other'),
  )
  assert.deepEqual(edited.state, { kind: 'in_review' })
  assert.deepEqual(await findLostApproval(id), { by: 'Aida', at: hour(1), wasDue: hour(5) })
  assert.equal(await findNextDue(), null)

  await change(id, { version: 3, action: 'edit', now: hour(2), by: { name: 'Bakyt' } }, rewritten('More words'))
  assert.equal((await findLostApproval(id))?.by, 'Aida', 'edits of what waits for review anyway say nothing new')
  await change(id, { version: 4, action: 'approve', now: hour(3) }, approve)
  assert.equal(await findLostApproval(id), null)
  await change(id, { version: 5, action: 'edit', now: hour(4), by: { name: 'Bakyt' } }, rewritten('Again'))
  assert.deepEqual(await findLostApproval(id), { by: 'Bakyt', at: hour(4), wasDue: null })
})
