import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMonth } from './month.ts'
import { parsePaging, type Query } from './paging.ts'
import { parseSearchForm } from './search-form.ts'

const cursor = { at: new Date(1_700_000_000_000), id: 42 }

test('a cursor that an address has is read back', () => {
  const text = `${cursor.at.getTime()}-${cursor.id}`
  assert.deepEqual(parsePaging({ before: text }), { kind: 'older-than', cursor })
  assert.deepEqual(parsePaging({ after: text }), { kind: 'newer-than', cursor })
  assert.deepEqual(parsePaging({ after: [text, 'x'] }), { kind: 'newer-than', cursor })
  assert.deepEqual(parsePaging({ before: '-86400000-1' })?.cursor.at, new Date('1969-12-31'))
})

for (const text of [
  '',
  '1-0',
  '1--1',
  'x-1',
  '01-1',
  '1-2147483648',
  '1.5-1',
  '1-1 ',
  '99999999999999999-1',
  "1-1'",
  '-99999999999999-5',
  '-62135596800001-5',
])
  test(`“${text}” is no cursor`, () => assert.equal(parsePaging({ before: text, after: text }), null))

test('months of archives', () => {
  assert.deepEqual(parseMonth('2026-11'), { year: 2026, month: 11 })
  for (const text of ['2026-13', '2026-00', '2026-1', '26-11', '0000-01', '2026-11-01', ''])
    assert.equal(parseMonth(text), null)
})

const plain = { text: '', blogSlug: null, from: null, to: null, order: 'relevance', page: 1, isWhole: false } as const
const forms: readonly (readonly [string, Query, object])[] = [
  ['nothing', {}, plain],
  [
    'all fields',
    { q: ' a  b ', blog: 'rivers', from: '2026-02-28', to: '2026-03-01', order: 'newest', page: '3', all: '1' },
    { text: 'a b', blogSlug: 'rivers', from: '2026-02-28', to: '2026-03-01', order: 'newest', page: 3, isWhole: true },
  ],
  ['days that do not exist', { from: '2026-02-30', to: '2026-13-01' }, plain],
  ['a blog that can’t be', { blog: '../x' }, plain],
  ['a page beyond all', { page: '999999' }, { ...plain, page: 100 }],
  ['pages that are none', { page: '-1' }, plain],
  ['a whole that is none', { all: 'yes' }, plain],
  ['control characters', { q: 'a\u0000\n b' }, { ...plain, text: 'a b' }],
]
for (const [name, query, expected] of forms)
  test(`a search form with ${name}`, () => assert.deepEqual(parseSearchForm(query), expected))

test('a question has an end', () => {
  assert.equal(Array.from(parseSearchForm({ q: '😀'.repeat(999) }).text).length, 200)
})
