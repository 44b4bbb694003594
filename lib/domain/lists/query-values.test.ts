import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCursor, readDay, readPageNumber, readQuestion } from './query-values.ts'

test('a cursor is a moment and an id, before 1970 too', () => {
  assert.deepEqual(readCursor('1700000000000-7'), { at: new Date(1_700_000_000_000), id: 7 })
  assert.deepEqual(readCursor('-86400000-3'), { at: new Date('1969-12-31T00:00:00Z'), id: 3 })
  assert.deepEqual(readCursor('0-2147483647')?.id, 2_147_483_647)
})

test('what no list could have written is no cursor', () => {
  const bad = [
    '',
    '1',
    '1-',
    '-1',
    '1-0',
    '01-2',
    '1-02',
    '-0-1',
    '1-2147483648',
    '999999999999999-1',
    '1-2-3',
    '1e3-4',
    ' 1-2',
  ]
  for (const text of bad) assert.equal(readCursor(text), null, text)
})

test('a question keeps its words and nothing else', () => {
  assert.equal(readQuestion('  чү \u0000 \n дарыя\u2028'), 'чү дарыя')
  assert.equal(readQuestion('e\u0301'), 'é')
  assert.equal(readQuestion('\ud800'), '')
  assert.equal(readQuestion('🏔'.repeat(500)), '🏔'.repeat(200))
  assert.equal(readQuestion(`${'a'.repeat(199)} b`), 'a'.repeat(199))
})

test('only days that exist', () => {
  assert.equal(readDay('2028-02-29'), '2028-02-29')
  for (const text of ['2026-02-29', '2026-13-01', '26-01-01', '1899-01-01', '2026-1-1', ''])
    assert.equal(readDay(text), null)
})

test('page numbers are bounded on both sides', () => {
  assert.deepEqual(
    ['7', '100', '101', '999999', '0', '-1', '1e3', '', '01'].map(readPageNumber),
    [7, 100, 100, 100, 1, 1, 1, 1, 1],
  )
})
