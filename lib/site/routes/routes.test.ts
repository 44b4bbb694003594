import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import type { Route } from '#lib/domain/site/route.ts'
import { rootFiles, routeOf } from '#lib/site/routes/routes.ts'
import * as urls from '#lib/site/urls.ts'

const en = { key: 'en', isDefault: true }
const ky = { key: 'ky', isDefault: false }

function page(url: string): Extract<Route, { kind: 'page' }> {
  const route = routeOf(url)
  assert.equal(route.kind, 'page', url)
  return route as Extract<Route, { kind: 'page' }>
}

test('every address that urls.ts writes is its own canonical key', () => {
  const cursor = { at: new Date('2026-11-18T07:30:00Z'), id: 42 }
  const paged = urls.pagedPath(urls.latestPath(ky), { kind: 'older-than', cursor })
  const cases: readonly (readonly [string, string])[] = [
    [urls.homePath(en), '/_'],
    [urls.homePath(ky), '/ky'],
    [urls.sectionPath(en, 'the-long-line'), '/_/the-long-line'],
    [urls.sectionPath(ky, 'about'), '/ky/about'],
    [urls.articlePath(en, { blogSlug: 'rivers-and-passes', slug: 'chu-river' }), '/_/rivers-and-passes/chu-river'],
    [urls.articlePath(ky, { blogSlug: 'rivers-and-passes', slug: 'chu-river' }), '/ky/rivers-and-passes/chu-river'],
    [urls.permanentPath(42), '/_/a/42'],
    [urls.topicPath(ky, 'water'), '/ky/topic/water'],
    [urls.contributorPath(en, 'demo-desk'), '/_/authors/demo-desk'],
    [urls.latestPath(en), '/_/latest'],
    [urls.correctionsPath(ky), '/ky/corrections'],
    [urls.archivePath(en), '/_/archive'],
    [urls.archivePath(ky, { year: 2026, month: 3 }), '/ky/archive/2026-03'],
    [urls.blogArchivePath(en, 'the-long-line'), '/_/the-long-line/archive'],
    [urls.blogArchivePath(en, 'the-long-line', { year: 1999, month: 12 }), '/_/the-long-line/archive/1999-12'],
    [urls.searchPath(ky), '/ky/search'],
    [urls.searchPath(en, { q: 'чү & co', order: 'newest' }), '/_/search?q=%D1%87%D2%AF+%26+co&order=newest'],
    [paged, `/ky/latest?before=${cursor.at.getTime()}-42`],
  ]
  for (const [url, path] of cases) {
    assert.deepEqual([page(url).key, page(url).path], [url, path])
  }
})

test('the edition is told from the address alone', () => {
  assert.equal(page('/').edition, '_')
  for (const key of ['ky', 'ckb', 'pt-br', 'es-419', 'sr-latn']) assert.equal(page(`/${key}/latest`).edition, key)
  assert.equal(page('/the-long-line/turksib').edition, '_')
})

test('only declared parameters reach the key, in one order', () => {
  const keys = [
    ['/?utm_source=x&q=1', '/'],
    ['/latest?utm_source=x', '/latest'],
    ['/latest?page=3', '/latest'],
    ['/latest?x=1&before=1700000000000-7', '/latest?before=1700000000000-7'],
    ['/latest?after=1-2&before=3-4', '/latest?before=3-4'],
    ['/latest?before=-86400000-3', '/latest?before=-86400000-3'],
    ['/latest?before=bad&after=1-2', '/latest?after=1-2'],
    ['/latest?before=1-2&before=3-4', '/latest?before=1-2'],
    ['/archive?before=1-2', '/archive'],
    ['/rivers-and-passes/chu-river?before=1-2&fbclid=abc', '/rivers-and-passes/chu-river'],
    ['/search?order=newest&q=river', '/search?q=river&order=newest'],
    ['/search?order=relevance&page=1&q=+a%20%20b+', '/search?q=a+b'],
    ['/search?q=a&page=7', '/search?q=a&page=7'],
    ['/search?q=a&page=999999', '/search?q=a&page=100'],
    ['/search?q=a&page=-1', '/search?q=a'],
    ['/search?q=a&page=1e3', '/search?q=a'],
    ['/search?q=&blog=&from=&to=', '/search'],
    ['/search?q=a&blog=the-long-line&from=2026-01-31&to=2026-02-30', '/search?q=a&blog=the-long-line&from=2026-01-31'],
    ['/search?q=a&blog=../etc', '/search?q=a'],
    ['/search?q=%00a%0Ab%E2%80%A8c', '/search?q=a+b+c'],
    ['/search?q=%E0%A4%A', '/search'],
    ['/search?__proto__=1&constructor=2&q=a', '/search?q=a'],
    ['/search?q=e%CC%81', '/search?q=%C3%A9'],
  ] as const
  for (const [url, key] of keys) assert.equal(page(url).key, key, url)
})

test('a question is cut at 200 characters, never inside one', () => {
  const { key } = page(`/search?q=${'%F0%9F%8F%94'.repeat(500)}`)
  assert.equal(new URLSearchParams(key.split('?')[1]).get('q'), '🏔'.repeat(200))
})

test('cursors that no list could have written are dropped', () => {
  const bad = [
    '',
    '1',
    '1-',
    '-1',
    '1-0',
    '01-2',
    '1-02',
    '1-2147483648',
    '999999999999999-1',
    '1-2-3',
    '1e3-4',
    ' 1-2',
  ]
  for (const cursor of bad) assert.equal(page(`/latest?before=${cursor}`).key, '/latest', cursor)
})

test('other spellings lead to the canonical one in one hop', () => {
  const hops = [
    ['/latest/', '/latest'],
    ['/ky/', '/ky'],
    ['//latest', '/latest'],
    ['/ky//rivers-and-passes///Chu-River/', '/ky/rivers-and-passes/chu-river'],
    ['/LATEST?before=1-2&utm_source=x', '/latest?before=1-2'],
    ['/KY', '/ky'],
    ['/topic/%77ater', '/topic/water'],
    ['/ky/a/42', '/a/42'],
    ['/a/42/', '/a/42'],
    ['//', '/'],
  ] as const
  for (const [url, location] of hops) {
    assert.deepEqual(routeOf(url), { kind: 'redirect', location }, url)
    assert.equal(page(location).key, location)
  }
})

test('what belongs to other handlers passes untouched', () => {
  const passing = [
    '/_next/static/x.js',
    '/admin',
    '/admin/articles/1?x=1',
    '/api/x',
    '/media/t/16x9-640.avif',
    '/health',
  ]
  for (const url of [...passing, '/fonts/a.woff2', '/feed.css', '/favicon.ico', '*', '']) {
    const expected = url === '' ? 'page' : 'pass'
    assert.equal(routeOf(url).kind, expected, url)
  }
})

test('a preview is rendered for one request, its token as it was typed; whatever is no token is missing', () => {
  const token = `aB_-${'x'.repeat(39)}`
  assert.deepEqual(routeOf(`/preview/${token}?fbclid=1`), { kind: 'private', path: `/preview/${token}` })
  assert.deepEqual(routeOf('/preview/article/12'), { kind: 'private', path: '/preview/article/12' })
  for (const url of ['/preview', '/preview/x', `/preview/${token}x`, '/preview/article/0', `/ky/preview/${token}`])
    assert.match(page(url).path, /\/missing$/, url)
})

test('every file at the root of public/ passes', () => {
  if (!existsSync('public')) return
  for (const entry of readdirSync('public', { withFileTypes: true })) {
    if (entry.isDirectory()) assert.equal(routeOf(`/${entry.name}/x`).kind, 'pass', entry.name)
    else assert.ok(rootFiles.has(entry.name), `public/${entry.name} is not in rootFiles`)
  }
})

const nonsense = [
  '/wp-login.php',
  '/.env',
  '/../etc/passwd',
  '/rivers-and-passes/..%2f..%2fetc',
  '/rivers-and-passes/a%2Fb',
  '/%00',
  '/latest%00',
  '/%E0%A4%A',
  '/%',
  '/%%%%',
  '/\\evil.example',
  '/_/latest',
  '/missing',
  '/failure',
  '/a/0',
  '/a/007',
  '/a/99999999999',
  '/a/x',
  '/a',
  '/archive/2026-13',
  '/archive/0000-01',
  '/authors',
  '/topic',
  '/feeds/x',
  `/${'a'.repeat(10_000)}`,
  `/${'a/'.repeat(5_000)}`,
  '/\ud800',
  '/latest;v=1',
  '/latest%20',
  '/<script>',
]

test('addresses that no content can have share one entry', () => {
  const keys = new Set(nonsense.map((url) => page(url).key))
  assert.deepEqual([...keys], ['/_/missing'])
  assert.equal(page('/ky/x.php').key, '/ky/missing')
  assert.equal(page('/ky/x.php').path, '/ky/missing')
})

test('addresses that an earlier site may have had are looked up, with or without the slash at their end', () => {
  const old = (url: string) => new URLSearchParams(page(url).path.split('?')[1]).get('path')
  assert.equal(old('/2020/05/A-Slug/'), '2020/05/a-slug')
  assert.equal(old('/2020/05/a-slug'), '2020/05/a-slug')
  assert.equal(old('/%d1%87%d2%af%d0%b9/'), 'чүй')
  assert.equal(old('/ky/2020/x.html'), 'ky/2020/x.html')
  assert.equal(old('/every-card/'), 'every-card')
  assert.equal(old('/news/every-card/'), 'news/every-card')
  // WordPress's number of an article or a page, where a WordPress may have stood; anything else of a query is noise there.
  assert.equal(old('/?p=123&utm_source=x'), '?p=123')
  assert.equal(page('/?p=123&utm_source=x').key, '/?p=123')
  assert.equal(old('/?page_id=5'), '?p=5')
  assert.equal(page('/?page_id=5').key, '/?p=5')
  assert.equal(old('/Blog/?p=7'), 'blog?p=7')
  assert.equal(page('/blog?page_id=7').key, '/blog?p=7')
  assert.equal(old('/ky/?p=7'), 'ky?p=7')
  assert.equal(page('/ky/?p=7').path, '/ky/old?path=ky%3Fp%3D7')
  assert.equal(old('/чүй/wp/?p=7'), 'чүй/wp?p=7')
  for (const url of ['/?p=x', '/?p=0', '/?p=', '/?page_id=x', '/?p=12345678901']) assert.equal(page(url).key, '/', url)
  for (const url of ['/latest?p=7', '/topic/water?p=7', '/authors/bek?page_id=7', '/a/5?p=7', '/eins/zwei/drei?p=7'])
    assert.doesNotMatch(page(url).key, /p=/, url)
  assert.match(page('/every-card/').path, /slash=1/)
  assert.ok(page('/2020/05/a-slug').lifetime.isLongTail)
  for (const url of ['/latest/', '/rivers-and-passes//x/']) assert.equal(routeOf(url).kind, 'redirect', url)
})

test('no address, however hostile, throws or redirects off the site', () => {
  const parts = [
    '/',
    '//',
    '\\',
    '..',
    '%2e',
    '%2f',
    '%',
    '%zz',
    '\0',
    '?',
    '&',
    '=',
    '#',
    'ky',
    'A',
    'é',
    '\ud800',
    '@',
    ':',
  ]
  let seed = 1
  const pick = () => {
    seed = (seed * 48271) % 2147483647
    return parts[seed % parts.length] ?? ''
  }
  for (let round = 0; round < 20_000; round++) {
    const url = `${round % 3 ? '/' : ''}${Array.from({ length: 1 + (round % 9) }, pick).join('')}`
    const route = routeOf(url)
    if (route.kind === 'redirect') {
      assert.match(route.location, /^\/(?![/\\])/, url)
      assert.equal(page(route.location).key, route.location)
    }
    if (route.kind === 'page') assert.match(route.path, /^\/(_|[a-z0-9-]+)([/?]|$)/)
  }
  for (const url of nonsense) assert.doesNotThrow(() => routeOf(url))
  assert.deepEqual(routeOf('//evil.example/latest'), page('/x.y'))
})

test('absolute form is read as its path', () => {
  assert.equal(page('http://evil.example/latest?before=1-2').key, '/latest?before=1-2')
  assert.equal(page('http://evil.example').key, '/')
})

test('lifetimes follow the kind of page', () => {
  assert.ok(page('/search?q=a').lifetime.isLongTail)
  assert.ok(page('/latest?before=1-2').lifetime.isLongTail)
  assert.ok(!page('/latest').lifetime.isLongTail)
  assert.ok(page('/x.php').lifetime.shared < page('/latest').lifetime.shared)
})

test('what programs read has addresses of its own, and stands elsewhere inside', () => {
  const cases = [
    ['/latest.rss', '/feeds/_/latest/_/rss'],
    ['/ky/latest.atom?text=standfirst&utm_source=x', '/feeds/ky/latest/_/atom?text=standfirst'],
    ['/site.json', '/feeds/_/site/_/json'],
    ['/the-long-line.rss', '/feeds/_/blog/the-long-line/rss'],
    ['/ky/topic/water.json?before=1-2', '/feeds/ky/topic/water/json?before=1-2'],
    ['/authors/demo-desk.rss', '/feeds/_/authors/demo-desk/rss'],
    ['/corrections.rss', '/feeds/_/corrections/_/rss'],
    ['/search.rss?order=newest&q=river&text=full', '/feeds/_/search/_/rss?q=river'],
    ['/sitemap.xml?x=1', '/sitemaps/all'],
    ['/sitemaps/articles-12.xml', '/sitemaps/articles-12'],
    ['/sitemaps/news.xml', '/sitemaps/news'],
    ['/robots.txt', '/robots'],
    ['/a/42.ninjs.json', '/ninjs/42'],
  ] as const
  for (const [url, path] of cases) assert.equal(page(url).path, path, url)
  assert.equal(routeOf('/ky/site.rss').kind, 'redirect')
  assert.equal(routeOf('/Latest.RSS').kind, 'redirect')
  const nothing = [
    '/latest.xml',
    '/.rss',
    '/x.rss',
    '/topic.rss',
    '/sitemaps/articles-01.xml',
    '/sitemaps/topics.xml',
    '/a/0.ninjs.json',
    '/feeds/_/latest/_/rss',
    '/the-long-line/turksib.rss',
  ]
  for (const url of nothing) assert.equal(page(url).key, '/_/missing', url)
})
