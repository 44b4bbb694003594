import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearest } from './nearest.ts'

const cases: readonly (readonly [string, readonly string[], string | null])[] = [
  ['railwya', ['railway', 'railways', 'highway'], 'railway'],
  ['rivr', ['rover', 'river'], 'river'],
  ['turksip', ['turkish', 'turksib'], 'turksib'],
  ['ab', ['ac'], null],
  ['lake', ['lamp'], null],
  ['sea', [], null],
  ['озепо', ['озеро', 'озера'], 'озеро'],
]
for (const [word, candidates, expected] of cases)
  test(`${word} among ${candidates.join(', ') || 'none'} is ${expected}`, () =>
    assert.equal(nearest(word, candidates), expected))
