import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyOf, chance } from '#lib/domain/writing/editor/testing/bodies.ts'
import { canonicalJson, isSameJson } from './canonical-json.ts'

test('what is the same is what has one spelling', () => {
  const values: readonly unknown[] = [
    ...[null, undefined, 0, 1, '', 'a', true, [], {}, [1], [1, 2], [[1], 2], { a: 1 }, { a: 1, b: undefined }],
    ...[{ b: 1 }, { a: undefined }, { b: 2, a: 1 }, { a: 1, b: 2 }, { a: { b: [1] } }, { a: { b: [2] } }],
    ...[new Date(0), new Date(0), new Date(1), new Date(0).toISOString()],
  ]
  for (const one of values)
    for (const other of values)
      assert.equal(isSameJson(one, other), canonicalJson(one) === canonicalJson(other), canonicalJson([one, other]))
})

test('texts too, whatever the order of their keys', () => {
  for (let seed = 0; seed < 60; seed++) {
    const body = bodyOf(chance(seed))
    const turned = JSON.parse(canonicalJson(body))
    assert.ok(isSameJson(body, turned))
    const others = [bodyOf(chance(seed + 1)), body.slice(1), [...body, { kind: 'divider' }], body.toReversed()]
    for (const other of others) assert.equal(isSameJson(body, other), canonicalJson(body) === canonicalJson(other))
  }
})
