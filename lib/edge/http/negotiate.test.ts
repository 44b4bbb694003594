import assert from 'node:assert/strict'
import { test } from 'node:test'
import { negotiate } from './negotiate.ts'

const cases: readonly (readonly [header: string | undefined, expected: string])[] = [
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br; q=0.8 , gzip ; q=0.8', 'br'],
  ['identity', 'identity'],
  ['identity;q=1, br;q=0.5', 'identity'],
  ['identity;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['gzip;q=0, br;q=0, *;q=0', 'identity'],
  ['zstd', 'identity'],
  ['br;q=nonsense, gzip', 'gzip'],
  ['bro, gzipped', 'identity'],
  [',,;q=1', 'identity'],
]

for (const [header, expected] of cases) {
  test(`Accept-Encoding "${header}" gets ${expected}`, () => {
    assert.equal(negotiate(header), expected)
    assert.equal(negotiate(header), expected, 'remembered')
  })
}
