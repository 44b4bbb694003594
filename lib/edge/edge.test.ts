import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { nameTags, setReply } from '#lib/env/slot.ts'
import type { EdgeOptions } from './contract.ts'
import { eventually, type Pages, page, renderer, startEdge } from './test-edge.ts'

let open: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const each of open) await each.close()
  open = []
})

async function start(pages: Pages, options: Partial<EdgeOptions> = {}) {
  const started = await startEdge({ render: renderer(pages), ...options })
  open.push(started)
  return started
}

const long = 'word '.repeat(200)

test('a miss is rendered, cleaned and stored; the next request is a hit without a render', async () => {
  let renders = 0
  const { get } = await start({
    '/_/a': (response) => {
      renders += 1
      nameTags('article:1')
      response.end(page(`<p>${long}</p><script src="/_next/x.js"></script>`))
    },
  })
  const first = await get('/a', { 'accept-encoding': 'br, gzip' })
  assert.equal(first.status, 200)
  assert.equal(first.headers['cache-status'], 'Masthead; fwd=miss; stored')
  assert.equal(first.headers['content-encoding'], 'br')
  assert.equal(first.headers.vary, 'Accept-Encoding')
  assert.equal(first.text, page(`<p>${long}</p>`))
  const second = await get('/a', { 'accept-encoding': 'gzip' })
  assert.match(String(second.headers['cache-status']), /^Masthead; hit; ttl=(600|599)$/)
  assert.equal(second.headers['content-encoding'], 'gzip')
  assert.equal(second.text, first.text)
  assert.equal(
    second.headers['cache-control'],
    'public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400',
  )
  const plain = await get('/a?utm_source=x')
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.equal(plain.bytes.toString(), first.text)
  assert.equal(Number(plain.headers['content-length']), plain.bytes.length)
  assert.equal(renders, 1)
})

test('HEAD has the headers of GET and no body', async () => {
  const { get } = await start({ '/_/a': (response) => void response.end(page(long)) })
  const head = await get('/a', { 'accept-encoding': 'br' }, 'HEAD')
  const whole = await get('/a', { 'accept-encoding': 'br' })
  assert.equal(head.bytes.length, 0)
  assert.equal(head.headers['content-length'], String(whole.bytes.length))
  assert.equal(head.headers.etag, whole.headers.etag)
})

test('a reader who has the bytes gets 304, also in another coding', async () => {
  const { get } = await start({ '/_/a': (response) => void response.end(page(long)) })
  const { headers } = await get('/a', { 'accept-encoding': 'br' })
  const etag = String(headers.etag)
  for (const encoding of ['br', 'gzip', 'identity']) {
    const again = await get('/a', { 'accept-encoding': encoding, 'if-none-match': `"x", W/${etag}` })
    assert.equal(again.status, 304)
    assert.equal(again.bytes.length, 0)
    assert.equal(again.headers.etag, etag)
    assert.ok(again.headers['cache-control'])
  }
  assert.equal((await get('/a', { 'if-none-match': '"x"' })).status, 200)
})

test('each coding has its own strong tag, and a page that readers come back to is packed tighter', async () => {
  const words = Array.from({ length: 4000 }, (_, n) => `word${(n * 7919) % 1009}`).join(' ')
  const { get } = await start({ '/_/a': (response) => void response.end(page(words)) })
  const first = await get('/a', { 'accept-encoding': 'br' })
  const zipped = await get('/a', { 'accept-encoding': 'gzip' })
  assert.notEqual(first.headers.etag, zipped.headers.etag)
  const ask = () => get('/a', { 'accept-encoding': 'br' })
  const better = await eventually(ask, (reply) => reply.bytes.length < first.bytes.length)
  assert.equal(better.text, first.text)
  assert.notEqual(better.headers.etag, first.headers.etag)
  assert.equal((await get('/a', { 'if-none-match': String(first.headers.etag) })).status, 304)
})

test('what a page asks for becomes the status of its bytes', async () => {
  const { get } = await start({
    '/_/moved': (response) => {
      setReply({ kind: 'moved', location: '/new' })
      response.end(page('moved'))
    },
    '/_/gone': (response) => {
      setReply({ kind: 'gone' })
      response.end(page('withdrawn'))
    },
    '/_/prefixed': (response) => {
      setReply({ kind: 'unprefixed' })
      response.end(page('prefixed'))
    },
    '/_/bad': (response) => {
      setReply({ kind: 'bad-request' })
      response.end(page('bad'))
    },
  })
  const moved = await get('/moved')
  assert.deepEqual([moved.status, moved.headers.location, moved.text], [301, '/new', ''])
  const gone = await get('/gone')
  assert.equal(gone.status, 410)
  assert.match(gone.text, /withdrawn/)
  assert.match(String((await get('/gone')).headers['cache-status']), /hit/)
  // In this test's routes `_` is the prefix.
  const unprefixed = await get('/prefixed')
  assert.deepEqual([unprefixed.status, unprefixed.headers.location], [301, '/prefixed'])
  const bad = await get('/bad')
  assert.deepEqual([bad.status, bad.headers['cache-control']], [400, 'private, no-store'])
  const missing = await get('/missing')
  assert.equal(missing.status, 404)
  assert.match(String(missing.headers['cache-control']), /s-maxage=10,/)
})

test('a cookie in a page for everyone is not sent, and the page not kept', async () => {
  const { get } = await start({
    '/_/a': (response) => {
      response.setHeader('Set-Cookie', 'secret=1')
      response.end(page('a'))
    },
  })
  for (let time = 0; time < 2; time += 1) {
    const reply = await get('/a')
    assert.equal(reply.headers['set-cookie'], undefined)
    assert.equal(reply.headers['cache-control'], 'private, no-store')
    assert.equal(reply.headers['cache-status'], 'Masthead; fwd=miss')
  }
})

test('only reading is allowed on pages; what is passed goes through untouched', async () => {
  const { get } = await start({
    '/admin/x': (response, request) => {
      response.setHeader('Set-Cookie', 'session=1')
      response.end(`${request.method} ${request.headers.cookie}`)
    },
  })
  const post = await get('/a', {}, 'POST')
  assert.deepEqual([post.status, post.headers.allow], [405, 'GET, HEAD'])
  const admin = await get('/admin/x', { cookie: 'a=b' }, 'POST')
  assert.deepEqual([admin.text, admin.headers['set-cookie']], ['POST a=b', ['session=1']])
})

test('what nothing stands at is 404 also where no page of ours is: a page that says so has that status', async () => {
  const { get } = await start({
    '/admin/nothing': async (response) => {
      await Promise.resolve()
      setReply({ kind: 'missing' })
      response.end(page('Page not found'))
    },
    '/admin/explicit': (response) => {
      setReply({ kind: 'missing' })
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(page('Page not found'))
    },
    '/admin': (response) => void response.end(page('here')),
  })
  const statuses = await Promise.all(['/admin/nothing', '/admin/explicit', '/admin'].map((path) => get(path)))
  assert.deepEqual(
    statuses.map(({ status }) => status),
    [404, 404, 200],
  )
})

test('renders see nothing of who asked', async () => {
  const { get } = await start({
    '/_/a': (response, request) => void response.end(page(JSON.stringify(request.headers))),
  })
  const { text } = await get('/a', { cookie: 'who=me', host: 'evil.example', 'x-forwarded-host': 'evil.example' })
  assert.doesNotMatch(text, /who=me|evil/)
  assert.match(text, /"host":"news.example"/)
  assert.match(text, /user-agent/)
})

test('other spellings, other hosts and broken addresses are refused or sent on', async () => {
  const { get } = await start({ '/_/a': (response) => void response.end(page('a')) }, { hosts: ['news.example'] })
  const host = 'news.example'
  const redirect = await get('/a/', { host })
  assert.deepEqual([redirect.status, redirect.headers.location], [301, '/a'])
  assert.equal((await get('//evil.example/', { host })).status, 400)
  assert.equal((await get('/%ff', { host })).status, 400)
  assert.equal((await get(`/${'a'.repeat(5000)}`, { host })).status, 414)
  assert.equal((await get('/a', { host })).status, 200)
  assert.equal((await get('/a', { host: 'other.example' })).status, 421, 'though it is stored')
})

test('in development nothing is kept or cleaned, and statuses are still set', async () => {
  let renders = 0
  const { get } = await start(
    {
      '/_/a': (response) => {
        renders += 1
        setReply({ kind: 'gone' })
        response.end(page('<script>hot()</script>'))
      },
    },
    { dev: true },
  )
  await get('/a')
  const reply = await get('/a')
  assert.equal(renders, 2)
  assert.equal(reply.status, 410)
  assert.match(reply.text, /hot\(\)/)
  assert.equal(reply.headers['cache-control'], 'private, no-store')
})

test('a CDN is told the tags when it is named', async () => {
  const pages: Pages = {
    '/_/a': (response) => {
      nameTags('article:1', 'blog:2')
      response.end(page('a'))
    },
  }
  const { get } = await start(pages, { tagHeader: 'Cache-Tag' })
  assert.equal((await get('/a')).headers['cache-tag'], 'article:1,blog:2')
})

test('the fast lane sends what the server would', async () => {
  const pages: Pages = {
    '/_/a': (response) => {
      nameTags('article:1')
      response.end(page(long))
    },
  }
  const now = () => Date.UTC(2026, 10, 22)
  const { get } = await start(pages, { now })
  const lane = await startEdge({ render: renderer(pages), now, hasFastLane: true })
  open.push(lane)
  for (const headers of [{ 'accept-encoding': 'br' }, { 'accept-encoding': 'gzip' }, {}] as Record<string, string>[]) {
    for (const path of ['/a', '/a?utm_source=x', '/gone']) {
      await get(path, headers)
      await lane.get(path, headers)
      const [slow, fast] = [await get(path, headers), await lane.get(path, headers)]
      const { date: _, 'keep-alive': __, ...expected } = slow.headers
      const { date: sentAt, 'keep-alive': ___, ...got } = fast.headers
      assert.deepEqual([fast.status, got, fast.text], [slow.status, expected, slow.text], path)
      assert.ok(sentAt)
      const conditional = { ...headers, 'if-none-match': String(slow.headers.etag) }
      assert.equal((await lane.get(path, conditional)).status, (await get(path, conditional)).status)
    }
  }
})

const day = (at: number) => new Date(at).toUTCString()

test('who asks by date gets 304 when nothing changed since; a tag says it better', async () => {
  const changed = Date.now() - 3_600_000
  const { get } = await start({
    '/_/feed': (response) => void response.setHeader('Last-Modified', day(changed)).end(page(long)),
    '/_/timeless': (response) => void response.end(page(long)),
  })
  const first = await get('/feed')
  assert.equal(first.headers['last-modified'], day(changed))
  for (const method of ['GET', 'HEAD']) {
    const since = (at: string) => get('/feed', { 'if-modified-since': at }, method)
    const same = await since(day(changed))
    assert.deepEqual([same.status, same.bytes.length, same.headers['last-modified']], [304, 0, day(changed)])
    assert.equal(same.headers.etag, first.headers.etag)
    assert.equal((await since(day(changed + 60_000))).status, 304)
    assert.equal((await since(day(changed - 1000))).status, 200)
    assert.equal((await since('last Tuesday')).status, 200)
  }
  assert.equal((await get('/feed', { 'if-modified-since': day(changed), 'if-none-match': '"x"' })).status, 200)
  assert.equal((await get('/timeless', { 'if-modified-since': day(Date.now()) })).status, 200)
})

test('who asks by date through the fast lane is answered the same', async () => {
  const changed = Date.now() - 3_600_000
  const pages: Pages = {
    '/_/feed': (response) => void response.setHeader('Last-Modified', day(changed)).end(page(long)),
  }
  const { get } = await start(pages, { hasFastLane: true } as Partial<EdgeOptions>)
  await get('/feed', { 'accept-encoding': 'br' })
  const known = { 'accept-encoding': 'br', 'if-modified-since': day(changed) }
  assert.equal((await get('/feed', known)).status, 304)
})

test('a page that changed without a newer time on it is no longer the one that somebody holds', async () => {
  let [now, words] = [Date.now(), 'first']
  const changed = now - 3_600_000
  const { get, edge } = await start(
    {
      '/_/feed': (response) => {
        nameTags('feed')
        response.setHeader('Last-Modified', day(changed)).end(page(words + long))
      },
    },
    { now: () => now },
  )
  await get('/feed')
  const ask = () => get('/feed', { 'if-modified-since': day(changed) })
  assert.equal((await ask()).status, 304)
  now += 5_000
  words = 'second'
  edge.purge({ tags: ['feed'], hard: false })
  const second = await eventually(ask, ({ status }) => status === 200)
  assert.equal(second.headers['last-modified'], day(now))
  // The same again leaves the time where it is.
  now += 5_000
  edge.purge({ tags: ['feed'], hard: false })
  const third = await eventually(
    () => get('/feed'),
    ({ headers }) => String(headers['cache-status']).includes('hit'),
  )
  assert.equal(third.headers['last-modified'], day(now - 5_000))
})

test('a 405 of what is passed on names what may be asked', async () => {
  const { get } = await start({
    '/admin/uploads': (response, { method }) => {
      response.writeHead(method === 'POST' ? 200 : 405).end()
    },
  })
  const refused = await get('/admin/uploads', {}, 'DELETE')
  assert.deepEqual([refused.status, refused.headers.allow], [405, 'OPTIONS, POST'])
  assert.equal((await get('/admin/uploads', {}, 'POST')).headers.allow, undefined)
})
