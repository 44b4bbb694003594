import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { atMost } from './single-flight.ts'

test('one key flies once, and only so many keys at a time', async () => {
  const fly = atMost<number>(2)
  let running = 0
  let most = 0
  let runs = 0
  const work = (value: number) => async () => {
    runs++
    most = Math.max(most, ++running)
    await pause(2)
    running--
    return value
  }
  const values = await Promise.all([1, 2, 3, 4, 5, 1, 2, 3].map((value) => fly(String(value), work(value))))
  assert.deepEqual(values, [1, 2, 3, 4, 5, 1, 2, 3])
  assert.equal(runs, 5)
  assert.equal(most, 2)
})

test('a failure reaches everyone who waited, is not remembered, and frees its place', async () => {
  const fly = atMost<string>(1)
  const fail = () => fly('key', () => Promise.reject(new Error('no')))
  const results = await Promise.allSettled([fail(), fail()])
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  assert.equal(await fly('key', async () => 'yes'), 'yes')
})
