import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anchorOf } from './anchor.ts'

const cases: readonly (readonly [string, readonly string[], string])[] = [
  ['Where the water goes', [], 's-where-the-water-goes'],
  ['Куда уходит вода?', [], 's-куда-уходит-вода'],
  ['Again', ['s-again'], 's-again-2'],
  ['Again', ['s-again', 's-again-2'], 's-again-3'],
  ['…', [], 's-section'],
]
for (const [text, taken, anchor] of cases)
  test(`“${text}” beside ${taken.length} others is ${anchor}`, () =>
    assert.equal(anchorOf(text, new Set(taken)), anchor))
