import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSameOrigin } from './same-origin.ts'

const ask = (headers: Readonly<Record<string, string>>) =>
  isSameOrigin(new Request('http://news.example/admin', { method: 'POST', headers }))

test('a request of the site’s own pages is told from everybody else’s', () => {
  assert.equal(ask({ 'sec-fetch-site': 'same-origin' }), true)
  for (const site of ['cross-site', 'same-site', 'none']) assert.equal(ask({ 'sec-fetch-site': site }), false, site)
})

test('a browser without fetch metadata says its origin', () => {
  const host = 'news.example'
  assert.equal(ask({ origin: 'http://news.example', host }), true)
  assert.equal(ask({ origin: 'http://evil.example', host }), false)
  assert.equal(ask({ origin: 'null', host }), false)
  assert.equal(ask({ host }), false)
})

test('what a page can write itself counts for nothing beside what the browser writes', () => {
  assert.equal(ask({ 'sec-fetch-site': 'cross-site', origin: 'http://news.example', host: 'news.example' }), false)
})
