import assert from 'node:assert/strict'
import { test } from 'node:test'
import { narrowing, narrowingQuery } from './narrowing.ts'
import { wordsOf } from './words.ts'

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
