import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskKey, parseBoardQuery } from './board-query.ts'

const nothing = { desk: null, authorId: null, isOverdueOnly: false }

test('an address names a desk, an author, and whether only what is overdue is asked for', () => {
  assert.deepEqual(parseBoardQuery({ desk: 'blog-12', author: ' abc ', overdue: 'yes' }), {
    ...{ desk: { kind: 'blog', id: 12 }, authorId: 'abc', isOverdueOnly: true },
  })
  const desk = { kind: 'edition', id: 3 } as const
  assert.deepEqual(parseBoardQuery({ desk: deskKey(desk) }).desk, desk)
})

test('what makes no sense is as if it were not there', () => {
  const bad = ['', 'blog', 'blog-0', 'blog-01', 'page-1', 'blog-1x', 'blog-99999999999', 'edition--1']
  for (const desk of bad) assert.deepEqual(parseBoardQuery({ desk }), nothing, desk)
  assert.deepEqual(parseBoardQuery({ desk: ['blog-1'], author: ['x'], overdue: 'no' }), nothing)
  assert.deepEqual(parseBoardQuery({ author: '  ' }), nothing)
})
