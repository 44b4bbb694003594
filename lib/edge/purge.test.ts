import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { limitFreshness, nameTags } from '#lib/env/slot.ts'
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

test('requests of one moment make one render', async () => {
  let renders = 0
  const gate = Promise.withResolvers<void>()
  const { edge, get } = await start({
    '/_/a': async (response) => {
      renders += 1
      await gate.promise
      response.end(page('a'))
    },
  })
  const asked = Array.from({ length: 20 }, () => get('/a'))
  await eventually(
    async () => edge.stats().misses,
    (misses) => misses === asked.length,
  )
  gate.resolve()
  const replies = await Promise.all(asked)
  assert.equal(renders, 1)
  assert.equal(replies.filter((reply) => String(reply.headers['cache-status']).includes('collapsed')).length, 19)
})

test('after a soft purge the old copy is sent once more while a new one is made', async () => {
  let version = 1
  const { edge, get } = await start({
    '/_/a': (response) => {
      nameTags('article:1')
      response.end(page(`version ${version}`))
    },
  })
  await get('/a')
  version = 2
  edge.purge({ tags: ['article:2'], hard: false })
  edge.purge({ tags: ['article:1'], hard: false })
  const stale = await get('/a')
  assert.match(stale.text, /version 1/)
  assert.match(String(stale.headers['cache-status']), /hit; ttl=-?\d; detail=revalidating/)
  assert.equal(stale.headers['cache-control'], 'public, max-age=0, s-maxage=1')
  await eventually(
    () => get('/a'),
    (reply) => reply.text.includes('version 2'),
  )
})

test('a purge from before the render changes nothing', async () => {
  let now = Date.UTC(2026, 10, 22)
  const { edge, get } = await start(
    {
      '/_/a': (response) => {
        nameTags('article:1')
        response.end(page('a'))
      },
    },
    { now: () => now },
  )
  await get('/a')
  now += 1000
  for (const hard of [false, true]) edge.purge({ tags: ['article:1'], hard, ageMs: 120_000 })
  assert.match(String((await get('/a')).headers['cache-status']), /; hit; ttl=599$/)
  edge.purge({ tags: ['article:1'], hard: true, ageMs: 500 })
  assert.match(String((await get('/a')).headers['cache-status']), /fwd=miss/)
})

test('a page that somebody reads is made anew after a purge without waiting for a reader', async () => {
  let renders = 0
  const { edge, get } = await start({
    '/_/a': (response) => {
      renders += 1
      nameTags('article:1')
      response.end(page(`render ${renders}`))
    },
  })
  await get('/a')
  await get('/a')
  edge.purge({ tags: ['article:1'], hard: false })
  await eventually(
    async () => renders,
    (count) => count === 2,
  )
  assert.match((await get('/a')).text, /render 2/)
})

test('a purge long ago is not answered with the old copy', async () => {
  let now = 1_000_000
  let version = 1
  const { edge, get } = await start(
    {
      '/_/a': (response) => {
        nameTags('article:1')
        response.end(page(`version ${version}`))
      },
    },
    { now: () => now },
  )
  await get('/a')
  now += 1000
  version = 2
  edge.purge({ tags: ['article:1'], hard: false })
  now += 11_000
  const reply = await get('/a')
  assert.match(reply.text, /version 2/)
  assert.equal(reply.headers['cache-status'], 'Masthead; fwd=stale; stored')
})

test('a page is out of date from the moment that it named', async () => {
  let now = Date.UTC(2026, 10, 22)
  const ends = new Date(now + 30_000)
  let renders = 0
  const { get } = await start(
    {
      '/_/a': (response) => {
        renders += 1
        nameTags('chrome:1')
        limitFreshness(ends)
        response.end(page(`render ${renders}`))
      },
    },
    { now: () => now },
  )
  assert.match(String((await get('/a')).headers['cache-control']), /s-maxage=30,/)
  now += 29_000
  assert.match(String((await get('/a')).headers['cache-status']), /hit; ttl=1$/)
  now += 20_000
  assert.match((await get('/a')).text, /render 2/, 'a change known beforehand is no reason to send the old copy')
})
