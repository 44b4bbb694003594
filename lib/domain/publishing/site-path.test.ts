import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sitePath } from './site-path.ts'

const origin = 'https://news.example'
const cases: readonly (readonly [string, string | null, string | null])[] = [
  ['/rivers/aral', null, 'rivers/aral'],
  ['/ky/rivers/aral/?from=a#b', 'ky', 'rivers/aral'],
  ['https://news.example/', null, ''],
  ['https://news.example/fa', 'fa', ''],
  ['https://other.example/rivers', null, null],
  ['mailto:desk@news.example', null, null],
  ['http://[', null, null],
]

for (const [href, editionKey, path] of cases)
  test(`${href} is ${path === null ? 'elsewhere' : `“${path}” of ${editionKey ?? 'the default edition'}`}`, () => {
    assert.deepEqual(sitePath(href, origin), path === null ? null : { editionKey, path })
  })
