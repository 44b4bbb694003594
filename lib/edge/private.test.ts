import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { nameTags, setReply } from '#lib/env/slot.ts'
import { type Pages, page, renderer, startEdge } from './test-edge.ts'

let open: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const each of open) await each.close()
  open = []
})

async function start(pages: Pages) {
  const started = await startEdge({ render: renderer(pages), tagHeader: 'Cache-Tag' })
  open.push(started)
  return started
}

test('a private page is rendered for every request, cleaned, and kept by nobody', async () => {
  let renders = 0
  const { get, edge } = await start({
    '/preview/x': (response) => {
      renders += 1
      nameTags('article:1')
      response.end(page(`<p>${'word '.repeat(200)}${renders}</p><script src="/_next/x.js"></script>`))
    },
  })
  for (const count of [1, 2]) {
    const answer = await get('/preview/x', { 'accept-encoding': 'br' })
    assert.equal(answer.status, 200)
    assert.match(answer.text, new RegExp(`word ${count}</p></body>`))
    assert.equal(answer.headers['cache-control'], 'private, no-store')
    assert.equal(answer.headers['referrer-policy'], 'no-referrer')
    assert.equal(answer.headers['x-robots-tag'], 'noindex, nofollow, noarchive')
    assert.equal(answer.headers['cache-status'], 'Masthead; fwd=bypass')
    assert.equal(answer.headers.etag, undefined)
    assert.equal(answer.headers['cache-tag'], undefined)
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/)
  }
  assert.equal(edge.stats().entries, 0)
})

test('its statuses are its own, and a failure is kept by nobody either', async () => {
  const { get, edge } = await start({
    '/preview/gone': (response) => {
      setReply({ kind: 'gone' })
      response.end(page('over'))
    },
    '/preview/broken': (response) => void response.destroy(new Error('no database')),
  })
  assert.equal((await get('/preview/gone')).status, 410)
  const failed = await get('/preview/broken')
  assert.equal(failed.status, 500)
  assert.equal(failed.headers['cache-control'], 'private, no-store')
  assert.equal(edge.stats().entries, 0)
})

test('only a private page sees the cookies of whoever asks', async () => {
  const seen: (string | undefined)[] = []
  const show: Pages[string] = (response, request) => {
    seen.push(request.headers.cookie)
    response.end(page('x'))
  }
  const { get } = await start({ '/preview/x': show, '/_/a': show })
  for (const path of ['/preview/x', '/a']) await get(path, { cookie: 'session=1' })
  assert.deepEqual(seen, ['session=1', undefined])
})
