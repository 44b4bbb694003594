import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asAnswer } from './save-answers.ts'

test('our own answers are understood', () => {
  for (const answer of [
    { kind: 'heard', sequence: 0, version: 3, lock: null },
    { kind: 'rejected', problems: [] },
    { kind: 'signed-out' },
    { kind: 'refused' },
  ])
    assert.deepEqual(asAnswer(answer), answer)
})

test('what a gateway says in JSON is no answer of ours, and saves nothing', () => {
  for (const said of [
    ...[null, 'ok', [], {}, { status: 'ok' }, { kind: 'login' }, { kind: 'heard' }, { kind: 'rejected' }],
    ...[
      { kind: 'heard', sequence: '7', version: 1 },
      { kind: 'heard', sequence: Number.NaN, version: 1 },
    ],
  ])
    assert.equal(asAnswer(said), null, JSON.stringify(said))
})
