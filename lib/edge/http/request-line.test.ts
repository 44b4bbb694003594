import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalOfUrl } from './request-line.ts'

const cases: readonly (readonly [url: string, status: number | undefined])[] = [
  ['/', undefined],
  ['/ky/blog/slug?before=1-2', undefined],
  ['/%D1%8B', undefined],
  ['http://news.example/latest', undefined],
  ['/%', 400],
  ['/%ff', 400],
  ['/a%00b', 400],
  ['/search?q=%00', 400],
  ['*', 400],
  ['', 400],
  ['ftp://news.example/', 400],
  [`/${'a'.repeat(4096)}`, 414],
]

for (const [url, status] of cases) {
  test(`${url.slice(0, 40)} → ${status ?? 'allowed'}`, () => assert.equal(refusalOfUrl(url)?.status, status))
}
