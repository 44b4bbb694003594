import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barOf, hasExpired } from './rights.ts'

const until = new Date('2026-06-15T00:00:00Z')

test('rights last to the end of their last day', () => {
  assert.equal(hasExpired(until, new Date('2026-06-15T23:59:59.999Z')), false)
  assert.equal(hasExpired(until, new Date('2026-06-16T00:00:00Z')), true)
  assert.equal(hasExpired(null, new Date('2999-01-01T00:00:00Z')), false)
})

test('a picture is barred by an end of its rights first, then by “not for reuse”', () => {
  const [during, after] = [until, new Date('2026-07-01T00:00:00Z')]
  assert.equal(barOf({ rightsUntil: until, isReusable: true }, during), null)
  assert.equal(barOf({ rightsUntil: until, isReusable: false }, during), 'no-reuse')
  assert.equal(barOf({ rightsUntil: until, isReusable: false }, after), 'expired')
  assert.equal(barOf({ rightsUntil: null, isReusable: true }, after), null)
})
