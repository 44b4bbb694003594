import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Route } from '#lib/domain/site/route.ts'
import { hostKind, placeOf, routeAt } from './hosts.ts'
import { missing, routeOf } from './routes/routes.ts'

const adminHost = 'desk.news.example'
const token = 'a'.repeat(43)

const places = {
  newsroom: [
    ...['/admin', '/admin/', '/admin/articles/7', '/admin/uploads', '/admin/articles/7/working-copy'],
    ...['/admin/sign-in-here', '/api', '/api/auth/passkey/verify-authentication', `/api/calendar/${token}.ics`],
    ...['/preview/article/7', '/preview/front/1'],
  ],
  reader: [
    ...['/latest', '/ky', '/the-long-line/turksib', '/a/7', '/api/v1', '/api/v1/articles', '/websub', '/feeds'],
    ...[`/preview/${token}`, `/${'0'.repeat(32)}.txt`, '/sitemap.xml', '/latest.rss', '/administration', '/health/x'],
  ],
  file: ['/_next/static/a.js', '/fonts/a.woff2', '/media/a/16x9-320.avif', '/health', '/favicon.svg'],
  home: ['/'],
  robots: ['/robots.txt'],
  odd: [
    ...['/_next/../admin', '/_next/%2e%2e/admin', '/_next/..%2fadmin', '/_next\\..\\admin', '/fonts/./x', '//admin'],
    ...['/_next/data/build/admin.json', '/_next/image', '/api/v1/../auth/x', '/admin;x'],
  ],
} as const

test('an address is the newsroom’s, the readers’ or both their file by its path alone', () => {
  for (const [kind, paths] of Object.entries(places)) for (const path of paths) assert.equal(placeOf(path), kind, path)
})

test('a host is the newsroom’s when it is exactly that, and without one of its own none is', () => {
  assert.equal(hostKind('desk.news.example', null), 'both')
  assert.equal(hostKind('desk.news.example', adminHost), 'newsroom')
  assert.equal(hostKind('Desk.News.Example', adminHost), 'newsroom')
  const others = [undefined, '', 'news.example', 'desk.news.example:8443', 'desk.news.example.', 'x.desk.news.example']
  for (const host of [...others, 'desk.news.example@evil.example', 'desk.news.example, news.example', '127.0.0.1'])
    assert.equal(hostKind(host, adminHost), 'reader', host)
})

test('without a host of its own the newsroom stands where it stood, at every host', () => {
  for (const url of Object.values(places).flat())
    for (const host of [undefined, adminHost, 'news.example'])
      assert.deepEqual(routeAt({ url, host, method: 'POST' }, null), routeOf(url), url)
})

/** What each host answers to each kind of address: `own` is what the address alone says. */
const table = {
  newsroom: { reader: 'missing', newsroom: 'own' },
  reader: { reader: 'own', newsroom: 'nothing' },
  file: { reader: 'own', newsroom: 'own' },
  home: { reader: 'own', newsroom: 'to /admin' },
  robots: { reader: 'own', newsroom: 'kept out' },
} as const

function expected(said: 'own' | 'missing' | 'nothing' | 'to /admin' | 'kept out', url: string): Route {
  switch (said) {
    case 'own':
      return routeOf(url)
    case 'missing':
      return missing(null)
    case 'nothing':
      return { kind: 'text', status: 404, text: 'There is nothing at this address.' }
    case 'to /admin':
      return { kind: 'redirect', location: '/admin' }
    case 'kept out':
      return { kind: 'text', status: 200, text: 'User-agent: *\nDisallow: /' }
  }
}

test('host by address: nothing of the newsroom at the readers’ hosts, nothing of theirs at the newsroom’s', () => {
  for (const [kind, row] of Object.entries(table))
    for (const path of places[kind as keyof typeof table])
      for (const url of [path, `${path}?a=1`, `http://anything.example${path}`])
        for (const [name, host] of [['reader', 'news.example'] as const, ['newsroom', adminHost] as const])
          assert.deepEqual(routeAt({ url, host, method: 'GET' }, adminHost), expected(row[name], url), `${name} ${url}`)
})

test('the framework never gets an address that it could read as another one', () => {
  for (const url of places.odd) {
    assert.notEqual(routeAt({ url, host: 'news.example', method: 'GET' }, adminHost).kind, 'pass', url)
    assert.deepEqual(routeAt({ url, host: adminHost, method: 'GET' }, adminHost), expected('nothing', url), url)
  }
})

test('at the readers’ hosts the framework is handed no POST but our hub’s: it takes server actions anywhere', () => {
  const posted = (url: string) => routeAt({ url, host: 'news.example', method: 'POST' }, adminHost).kind
  for (const url of ['/_next/x', '/__nextjs_x', '/api/v1', '/api/v1/articles', '/websub/x', '/health/x', '/static/x'])
    assert.equal(posted(url), 'page', url)
  assert.equal(posted('/websub'), 'pass')
  assert.equal(routeAt({ url: '/admin/articles', host: adminHost, method: 'POST' }, adminHost).kind, 'pass')
})
