import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { page, startEdge } from './test-edge.ts'

const root = mkdtempSync(join(tmpdir(), 'files-'))
const folders = { next: join(root, 'next'), public: join(root, 'public') }
mkdirSync(join(folders.next, 'chunks'), { recursive: true })
mkdirSync(join(folders.public, 'fonts'), { recursive: true })
const script = 'console.log(1);'.repeat(100)
writeFileSync(join(folders.next, 'chunks/[a].js'), script)
writeFileSync(join(folders.next, 'chunks/a.css'), 'p{color:red}')
writeFileSync(join(folders.public, 'fonts/serif-abc.woff2'), Buffer.alloc(2000, 7))
writeFileSync(join(folders.public, 'robots.txt'), 'User-agent: *')
writeFileSync(join(folders.public, '.secret'), 'secret')
writeFileSync(join(root, 'outside.txt'), 'secret')

const { get, close } = await startEdge({
  files: folders,
  render: async (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' })
    response.end(page('<link rel="stylesheet" href="/_next/static/chunks/a.css">rendered'))
  },
})
after(close)

test('scripts of the newsroom go out packed, for ever', async () => {
  for (const path of [
    '/_next/static/chunks/[a].js',
    '/_next/static/chunks/%5Ba%5D.js',
    '/_next/static/chunks/[a].js?dpl=1',
  ]) {
    const reply = await get(path, { 'accept-encoding': 'br' })
    assert.equal(reply.text, script)
    assert.equal(reply.headers['content-encoding'], 'br')
    assert.equal(reply.headers['content-type'], 'text/javascript; charset=utf-8')
    assert.equal(reply.headers['cache-control'], 'public, max-age=31536000, immutable')
    const again = await get(path, { 'if-none-match': String(reply.headers.etag) })
    assert.equal(again.status, 304)
  }
})

test('fonts go out as they are, for ever', async () => {
  const reply = await get('/fonts/serif-abc.woff2', { 'accept-encoding': 'br' })
  assert.equal(reply.headers['content-encoding'], undefined)
  assert.equal(reply.headers['content-type'], 'font/woff2')
  assert.equal(reply.bytes.length, 2000)
  assert.match(String(reply.headers['cache-control']), /immutable/)
})

test('other public files are asked for again', async () => {
  const reply = await get('/robots.txt')
  assert.equal(reply.text, 'User-agent: *')
  assert.match(String(reply.headers['cache-control']), /max-age=3600/)
  assert.equal((await get('/robots.txt', {}, 'POST')).status, 405)
})

test('a script or a font that is not there is 404 in few bytes, and renders nothing', async () => {
  const options = { route: () => ({ kind: 'pass', methods: null }) as const, files: folders }
  const passing = await startEdge({ ...options, render: () => assert.fail('rendered') })
  after(passing.close)
  for (const path of ['/_next/static/chunks/old.js', '/_next/static/chunks', '/fonts/none.woff2?v=1']) {
    const { status, headers } = await passing.get(path)
    assert.deepEqual([status, headers['content-type']], [404, 'text/plain; charset=utf-8'], path)
  }
})

test('no spelling leads outside the folders', async () => {
  const paths = [
    '/../outside.txt',
    '/fonts/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/fonts/..%5c..%5coutside.txt',
    '/_next/static/../../outside.txt',
    '/.secret',
  ]
  for (const path of paths) assert.doesNotMatch((await get(path)).text, /secret/, path)
})

test('a page carries the stylesheet inside, and its policy the hash', async () => {
  const reply = await get('/')
  assert.match(reply.text, /<style>p\{color:red\}<\/style>rendered/)
  assert.match(String(reply.headers['content-security-policy']), /style-src 'sha256-[^']+';/)
})
