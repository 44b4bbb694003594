import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import type { CommentsAnswer, CommentThread } from '#lib/domain/writing/saving/comment.ts'
import { ask, type Heard, leftOf } from './asking.ts'

async function heardOf(asking: () => Promise<CommentsAnswer>) {
  const heard: Heard[] = []
  const shown: (readonly CommentThread[])[] = []
  await ask(asking, { show: (threads) => shown.push(threads), tell: (one) => heard.push(one) })
  return { heard, shown }
}

test('what was written is shown; a cut line, an ended session and a lost permission each have words of their own', async () => {
  const written = await heardOf(async () => ({ kind: 'comments', threads: [] }))
  assert.deepEqual(written, { heard: ['done'], shown: [[]] })
  assert.deepEqual((await heardOf(() => Promise.reject(new TypeError('Failed to fetch')))).heard, ['unanswered'])
  for (const reason of ['signed-out', 'not-allowed'] as const)
    assert.deepEqual((await heardOf(async () => ({ kind: 'refused', reason }))).heard, [reason])
})

test('a server that says nothing is told of, and its late answer still counts', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    const heard: Heard[] = []
    const late = Promise.withResolvers<CommentsAnswer>()
    const asked = ask(() => late.promise, { show: () => undefined, tell: (one) => heard.push(one) })
    assert.deepEqual(heard, [])
    mock.timers.tick(60_000)
    assert.deepEqual(heard, ['unanswered'])
    late.resolve({ kind: 'comments', threads: [] })
    await asked
    assert.deepEqual(heard, ['unanswered', 'done'])
  } finally {
    mock.timers.reset()
  }
})

test('what is typed while a comment is on its way stays in the field', () => {
  assert.equal(leftOf(' A question? ', 'A question?'), '')
  assert.equal(leftOf('A question? And another', 'A question?'), 'And another')
  assert.equal(leftOf('Another question', 'A question?'), 'Another question')
})
