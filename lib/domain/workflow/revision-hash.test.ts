import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson } from './canonical-json.ts'
import { chainHash } from './revision-hash.ts'

test('the order of keys does not matter, that of lists does', () => {
  assert.equal(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' }), '{"a":"x","b":[{"c":null,"d":1}]}')
  assert.equal(canonicalJson({ a: 1, b: undefined }), canonicalJson({ a: 1 }))
  assert.notEqual(canonicalJson([1, 2]), canonicalJson([2, 1]))
})

test('what PostgreSQL gives back has the same hash', () => {
  const written = { headline: 'x', body: [{ kind: 'paragraph', content: [{ text: 'y', marks: undefined }] }] }
  const read = JSON.parse(JSON.stringify({ body: written.body, headline: 'x' }))
  assert.equal(chainHash(written, null), chainHash(read, null))
})

test('a changed word, or a changed word before it, changes the hash', () => {
  const [one, other] = [chainHash({ headline: 'x' }, null), chainHash({ headline: 'y' }, null)]
  assert.match(one, /^[0-9a-f]{64}$/)
  assert.notEqual(one, other)
  assert.notEqual(chainHash({ headline: 'z' }, one), chainHash({ headline: 'z' }, other))
})
