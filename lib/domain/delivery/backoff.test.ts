import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mostAttempts, nextAttempt } from './backoff.ts'

const now = new Date('2026-11-22T10:00:00Z')
const waitMs = (attempts: number, chance = 0) => (nextAttempt(attempts, now, chance)?.getTime() ?? 0) - now.getTime()

test('each wait is longer than the one before', () => {
  for (let attempts = 2; attempts < mostAttempts; attempts += 1) assert.ok(waitMs(attempts) > waitMs(attempts - 1, 1))
})

test('the first comes within seconds', () => assert.equal(waitMs(1), 5_000))

test('chance adds a fifth at most', () => assert.equal(waitMs(1, 1), 6_000))

test('after the last attempt it is given up', () => {
  assert.notEqual(nextAttempt(mostAttempts - 1, now, 0), null)
  assert.equal(nextAttempt(mostAttempts, now, 0), null)
})

test('all attempts together take more than a day: a weekend outage is noticed, not lost at once', () => {
  let total = 0
  for (let attempts = 1; attempts < mostAttempts; attempts += 1) total += waitMs(attempts)
  assert.ok(total > 24 * 3_600_000)
})
