import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Route } from '#lib/domain/site/route.ts'
import { eventually, lifetime, page, startEdge } from './test-edge.ts'
import { copies, site, start } from './test-site.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'spill-'))

test('a failed render sends the stored copy; without one, a failure page of the site', async () => {
  let now = 1_000_000
  const { state, render } = site()
  const { edge, get } = await start({ render, now: () => now })
  await get('/a')
  state.isDown = true
  now += 1000
  edge.purge({ tags: ['page:/_/a'], hard: false })
  now += 60_000
  const covered = await get('/a')
  assert.equal(covered.status, 200)
  assert.match(covered.text, /version 1/)
  assert.match(String(covered.headers['cache-status']), /detail=error/)
  const failed = await get('/b')
  assert.equal(failed.status, 500)
  assert.match(failed.text, /We failed/)
  assert.equal(failed.headers['cache-control'], 'private, no-store')
  assert.match(String(failed.headers['content-security-policy']), /default-src 'none'/)
})

test('a dead database costs readers no waiting, and its return is noticed', async () => {
  let now = 1_000_000
  const { state, render } = site()
  const { edge, get } = await start({ render, now: () => now })
  for (const path of ['/a', '/b', '/c']) await get(path)
  state.isDown = true
  now += 1000
  edge.purge({ tags: ['chrome:1'], hard: false })
  now += 60_000
  await get('/a')
  const tried = state.renders
  for (const path of ['/b', '/c', '/a', '/b']) assert.match((await get(path)).text, /version 1/)
  assert.equal(state.renders, tried, 'no second attempt within a second')
  state.isDown = false
  state.version = 2
  await eventually(
    async () => {
      now += 1000
      return get('/b')
    },
    (reply) => reply.text.includes('version 2'),
  )
})

test('a copy too old to cover an error is not sent', async () => {
  let now = 1_000_000
  const { state, render } = site()
  const { get } = await start({ render, now: () => now })
  await get('/a')
  state.isDown = true
  now += (600 + 86_400 + 1) * 1000
  assert.equal((await get('/a')).status, 500)
})

test('errors, holes and half pages are failures', async () => {
  const bodies: Record<string, [status: number, html: string]> = {
    '/_/error': [500, page('x')],
    '/_/hole': [200, page('<template data-dgst="1"></template>')],
    '/_/half': [200, '<!DOCTYPE html><p>and then'],
  }
  const { get } = await start({
    render: async (request, response) => {
      const [status, html] = bodies[request.url ?? ''] ?? [200, page('We failed')]
      response.writeHead(status, { 'Content-Type': 'text/html' })
      response.end(html)
    },
  })
  for (const path of ['/error', '/hole', '/half']) {
    const reply = await get(path)
    assert.equal(reply.status, 500, path)
    assert.match(reply.text, /We failed/)
  }
})

test('when even the failure page fails there are still words', async () => {
  const { get } = await start({ render: () => Promise.reject(new Error('broken')) })
  const reply = await get('/a')
  assert.equal(reply.status, 500)
  assert.match(reply.text, /Temporarily unavailable/)
})

test('a hard purge takes the copy away at once, also while rendering fails', async () => {
  const { state, render } = site()
  const dir = folder()
  const { edge, get } = await start({ render, spillDir: dir })
  await get('/a')
  await get('/b')
  await eventually(
    async () => copies(dir).length,
    (count) => count === 2,
  )
  state.isDown = true
  edge.purge({ tags: ['page:/_/a'], hard: true })
  assert.equal((await get('/a')).status, 500)
  assert.equal((await get('/b')).status, 200)
  await eventually(
    async () => copies(dir).length,
    (count) => count === 1,
  )
})

test('a hard purge during a render: its bytes reach nobody and are not stored', async () => {
  const { state, render } = site()
  const dir = folder()
  const { edge, get } = await start({ render, spillDir: dir })
  state.during = async () => {
    state.during = async () => {}
    edge.purge({ tags: ['page:/_/a'], hard: true })
    state.version = 2
  }
  assert.match((await get('/a')).text, /version 2/)
  assert.match((await get('/a')).text, /version 2/)
  assert.equal(state.renders, 2)
})

test('a soft purge during a render makes its result stale', async () => {
  const { state, render } = site()
  const { edge, get } = await start({ render })
  state.during = async () => {
    state.during = async () => {}
    edge.purge({ tags: ['page:/_/a'], hard: false })
    state.version = 2
  }
  assert.match((await get('/a')).text, /version 1/)
  await eventually(
    () => get('/a'),
    (reply) => reply.text.includes('version 2'),
  )
})

test('after a restart copies cover for a dead database, and are made anew when it lives', async () => {
  const { state, render } = site()
  const spillDir = folder()
  const first = await startEdge({ render, spillDir })
  const sent = await first.get('/a')
  await first.close()

  state.isDown = true
  const second = await start({ render, spillDir, buildId: 'next build' })
  const covered = await second.get('/a')
  assert.equal(covered.text, sent.text)
  assert.equal(covered.headers.etag, sent.headers.etag)
  assert.match(String(covered.headers['cache-status']), /detail=error/)

  state.isDown = false
  state.version = 2
  const third = await start({ render, spillDir })
  assert.match((await third.get('/a')).text, /version 2/)
})

test('a variant of the long tail outlives a restart too, in a corner of its own', async () => {
  const { state, render } = site()
  const spillDir = folder()
  const route = (url: string): Route => ({
    kind: 'page',
    key: url,
    path: `/_${url}`,
    edition: '_',
    lifetime: { ...lifetime, isLongTail: true },
  })
  const first = await startEdge({ render, spillDir, route })
  const sent = await first.get('/a')
  await first.close()

  state.isDown = true
  const second = await start({ render, spillDir, route })
  assert.equal((await second.get('/a')).text, sent.text)
  assert.equal(copies(join(spillDir, 'tail')).length, 1)
})

test('a hard purge that a restart forgot to sweep still holds', async () => {
  const { state, render } = site()
  const spillDir = folder()
  const first = await startEdge({ render, spillDir })
  await first.get('/a')
  await first.close()
  const [copy] = copies(spillDir)
  assert.ok(copy)
  const path = join(copy.parentPath, copy.name)
  const bytes = readFileSync(path)
  const second = await startEdge({ render, spillDir })
  second.edge.purge({ tags: ['page:/_/a'], hard: true })
  await second.close()
  writeFileSync(path, bytes)

  state.isDown = true
  const third = await start({ render, spillDir })
  assert.equal((await third.get('/a')).status, 500)
  assert.equal(copies(spillDir).length, 0)
})

test('workers share copies: one may send what another rendered, until a purge', async () => {
  const { state, render } = site()
  const spillDir = folder()
  const one = await start({ render, spillDir })
  const two = await start({ render, spillDir })
  // Rendered in a later millisecond than both began to listen.
  await new Promise((resolve) => setTimeout(resolve, 5))
  await one.get('/a')
  await eventually(
    async () => copies(spillDir).length,
    (count) => count === 1,
  )
  assert.match(String((await two.get('/a')).headers['cache-status']), /hit/)
  assert.equal(state.renders, 1)
  const three = await start({ render, spillDir })
  await three.get('/a')
  assert.equal(state.renders, 2, 'a worker that was not listening then asks again')
})

test('corrupt copies are ignored and removed', async () => {
  const { state, render } = site()
  const spillDir = folder()
  const first = await startEdge({ render, spillDir })
  for (const path of ['/a', '/b', '/c']) await first.get(path)
  await first.close()
  const [short, flipped, empty] = copies(spillDir).map((copy) => join(copy.parentPath, copy.name))
  assert.ok(short && flipped && empty)
  truncateSync(short, statSync(short).size - 3)
  const bytes = readFileSync(flipped)
  bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1
  writeFileSync(flipped, bytes)
  truncateSync(empty, 0)
  state.isDown = true
  const second = await start({ render, spillDir })
  for (const path of ['/a', '/b', '/c']) assert.equal((await second.get(path)).status, 500)
  assert.equal(copies(spillDir).length, 0)
})

test('a disk that can’t be written stops no reader', async () => {
  const { render } = site()
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  const { get, edge } = await start({ render, spillDir: join(file, 'inside') })
  assert.equal((await get('/a')).status, 200)
  edge.purge({ tags: ['page:/_/a'], hard: true })
  assert.equal((await get('/a')).status, 200)
})
