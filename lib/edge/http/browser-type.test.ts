import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderer, startEdge } from '../test-edge.ts'

const chromium = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'
const readers = [
  undefined,
  '*/*',
  'application/rss+xml, application/xml;q=0.9, text/html;q=0.1',
  'application/atom+xml',
]

for (const hasFastLane of [false, true])
  test(`a feed is XML to a browser, and a feed to all others: ${hasFastLane ? 'fast lane' : 'server'}`, async (t) => {
    const feed = `<rss>${'x'.repeat(500)}</rss>`
    const edge = await startEdge({
      hasFastLane,
      render: renderer({
        '/_/latest.rss': (response) => {
          response.setHeader('Content-Type', 'application/rss+xml; charset=utf-8')
          response.end(feed)
        },
      }),
    })
    t.after(() => edge.close())
    for (let round = 0; round < 2; round++) {
      const page = await edge.get('/latest.rss', { accept: chromium, 'accept-encoding': 'gzip' })
      assert.equal(page.headers['content-type'], 'application/xml; charset=utf-8')
      for (const accept of readers) {
        const headers = { ...(accept && { accept }), 'accept-encoding': 'gzip' }
        const reply = await edge.get('/latest.rss', headers)
        assert.equal(reply.headers['content-type'], 'application/rss+xml; charset=utf-8', accept)
        assert.equal(reply.headers.vary, 'Accept, Accept-Encoding')
        assert.equal(reply.text, feed)
        const known = await edge.get('/latest.rss', { ...headers, 'if-none-match': reply.headers.etag ?? '' })
        assert.deepEqual([known.status, known.headers.vary], [304, 'Accept, Accept-Encoding'])
      }
    }
  })
