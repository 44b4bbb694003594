import assert from 'node:assert/strict'
import { test } from 'node:test'
import { robotsText } from './robots.ts'

/** Paths that a crawler is told not to read, by the first group that names it (RFC 9309, 2.2.1). */
function disallowed(text: string, token: string): readonly string[] {
  const groups = text.split('\n\n').map((group) =>
    group
      .trim()
      .split('\n')
      .map((line) => line.split(': ')),
  )
  const names = (group: string[][]) => group.filter(([key]) => key === 'User-agent').map(([, value]) => value)
  const group = groups.find((one) => names(one).includes(token)) ?? groups.find((one) => names(one).includes('*'))
  return (group ?? []).flatMap(([key, value]) => (key === 'Disallow' && value ? [value] : []))
}

test('who is denied may read nothing, everyone else all but the newsroom', () => {
  const text = robotsText('https://news.example', ['GPTBot', 'CCBot'])
  assert.deepEqual(disallowed(text, 'GPTBot'), ['/'])
  assert.deepEqual(disallowed(text, 'CCBot'), ['/'])
  assert.ok(!disallowed(text, 'Googlebot').includes('/'))
  assert.ok(disallowed(text, 'Googlebot').includes('/admin'))
})

test('without choices everyone may read', () => {
  assert.ok(!disallowed(robotsText('https://news.example', []), 'GPTBot').includes('/'))
})

test('it leads to the sitemaps', () => {
  const lines = robotsText('https://news.example', []).split('\n')
  assert.ok(lines.includes('Sitemap: https://news.example/sitemap.xml'))
  assert.ok(lines.includes('Sitemap: https://news.example/sitemaps/news.xml'))
})
