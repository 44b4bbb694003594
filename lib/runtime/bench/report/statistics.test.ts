import assert from 'node:assert/strict'
import { test } from 'node:test'
import { median, percentile } from './statistics.ts'

test('the median is the middle, or between the two in the middle', () => {
  assert.equal(median([3, 1, 2]), 2)
  assert.equal(median([10, 2, 4, 3]), 3.5)
  assert.ok(Number.isNaN(median([])))
})

test('a percentile is a value that occurred', () => {
  const values = Array.from({ length: 100 }, (_, n) => 100 - n)
  assert.equal(percentile(values, 0.5), 50)
  assert.equal(percentile(values, 0.99), 99)
  assert.equal(percentile(values, 1), 100)
  assert.equal(percentile([7], 0.01), 7)
  assert.ok(Number.isNaN(percentile([], 0.5)))
})
