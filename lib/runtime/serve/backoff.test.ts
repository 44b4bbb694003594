import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBackoff } from './backoff.ts'

test('what ends soon again and again is started later each time, up to half a minute', () => {
  const backoff = createBackoff(() => 0)
  const delays = Array.from({ length: 10 }, () => backoff.delayMs())
  assert.deepEqual(delays, [200, 400, 800, 1600, 3200, 6400, 12_800, 25_600, 30_000, 30_000])
})

test('what ran well for a minute is started at once', () => {
  let now = 0
  const backoff = createBackoff(() => now)
  backoff.delayMs()
  backoff.delayMs()
  backoff.started()
  now = 60_000
  assert.equal(backoff.delayMs(), 200)
})
