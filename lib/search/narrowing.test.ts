import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthsBetween, narrowing, narrowingQuery } from './narrowing.ts'
import { wordsOf } from './words.ts'

test('months run backwards over the turn of a year', () => {
  assert.deepEqual(monthsBetween(new Date('2025-12-31T23:59:59Z'), new Date('2026-02-01T00:00:00Z')), [
    'month:2026-02',
    'month:2026-01',
    'month:2025-12',
  ])
  assert.deepEqual(monthsBetween(new Date('2026-03-01'), new Date('2026-02-01')), [])
})

test('terms are no words that a reader could ask for', () => {
  for (const term of [narrowing.edition(1), narrowing.blog(2), narrowing.month(new Date(0))])
    assert.ok(!wordsOf(term).includes(term))
})

test('all of one kind, one of the other', () => {
  assert.equal(
    narrowingQuery(['edition:1', 'blog:2'], ['month:1', 'month:2']),
    `'edition:1'&'blog:2'&('month:1'|'month:2')`,
  )
  assert.equal(narrowingQuery(['edition:1']), `'edition:1'`)
})
