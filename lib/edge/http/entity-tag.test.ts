import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentHash, entityTag, matchingTag } from './entity-tag.ts'

const hash = contentHash(Buffer.from('body'))
const tag = entityTag(hash, 'b1')

const cases: readonly (readonly [what: string, header: string, expected: string | null])[] = [
  ['itself', tag, tag],
  ['its weak form', `W/${tag}`, tag],
  ['one of several', `"other", W/"x-b1", ${tag}`, tag],
  ['another coding of the same content', entityTag(hash, 'g2'), entityTag(hash, 'g2')],
  ['anything', '*', '*'],
  ['another content', entityTag(contentHash(Buffer.from('other')), 'b1'), null],
  ['the hash without quotes', `${hash}-b1`, null],
  ['the hash inside another tag', `"x${hash}-b1"`, null],
  ['a header of nonsense', '","",W/', null],
]

for (const [what, header, expected] of cases) {
  test(`If-None-Match with ${what}`, () => assert.equal(matchingTag(header, hash), expected))
}
