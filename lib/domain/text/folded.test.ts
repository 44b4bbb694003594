import assert from 'node:assert/strict'
import { test } from 'node:test'
import { folded } from './folded.ts'

test('a word is one word however it is typed', () => {
  for (const [written, typed] of [
    ['Atatürk', 'ataturk'],
    ['ЕЩЁ', 'еще'],
    ['Жаңы Ысык-Көл', 'жаны ысык-кол'],
    ['آسیای', 'اسياي'],
    ['Xàtiva', 'XATIVA'],
  ] as const)
    assert.equal(folded(written), folded(typed))
  assert.notEqual(folded('Ош'), folded('Аш'))
})
