import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moved } from './arrange.ts'

test('an entry is moved up, down and over several others', () => {
  const list = ['a', 'b', 'c', 'd']
  assert.deepEqual(moved(list, 2, 1), ['a', 'c', 'b', 'd'])
  assert.deepEqual(moved(list, 0, 3), ['b', 'c', 'd', 'a'])
  assert.deepEqual(moved(list, 3, 0), ['d', 'a', 'b', 'c'])
})

test('beyond the ends nothing moves', () => {
  const list = ['a', 'b']
  for (const [from, to] of [
    [0, -1],
    [1, 2],
    [5, 0],
    [1, 1],
  ] as const)
    assert.equal(moved(list, from, to), list)
})
