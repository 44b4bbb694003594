import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { eventually, page, startEdge } from './test-edge.ts'
import { copies, site, start } from './test-site.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'clock-'))
const hour = 3_600_000

test('a clock that is set back after a kill: its pages are made anew at once, also after a restart', async () => {
  let now = Date.UTC(2026, 10, 22, 12)
  const { state, render } = site()
  const spillDir = folder()
  const first = await start({ render, spillDir, now: () => now })
  await first.get('/a')
  now += 1000
  first.edge.purge({ tags: ['page:/_/a'], hard: true })
  state.version = 2
  now -= hour
  const anew = await first.get('/a')
  assert.deepEqual([anew.status, anew.text], [200, page('version 2')])
  assert.match(String((await first.get('/a')).headers['cache-status']), /; hit; ttl=/)
  await eventually(
    async () => copies(spillDir).length,
    (count) => count === 1,
  )
  state.version = 3
  const second = await start({ render, spillDir, now: () => now })
  second.edge.purge({ tags: ['page:/_/a'], hard: true, ageMs: 5000 })
  assert.equal((await second.get('/a')).text, page('version 3'))
})

test('a clock that is set back before a kill: nothing made earlier is shown, nor when it has caught up', async () => {
  let now = Date.UTC(2026, 10, 22, 12)
  const { state, render } = site()
  const spillDir = folder()
  const first = await start({ render, spillDir, now: () => now })
  for (const path of ['/a', '/b']) await first.get(path)
  await eventually(
    async () => copies(spillDir).length,
    (count) => count === 2,
  )
  now -= hour
  const second = await startEdge({ render, spillDir, now: () => now })
  state.isDown = true
  for (const { edge, get } of [first, second]) {
    edge.purge({ tags: ['page:/_/a'], hard: true })
    assert.equal((await get('/a')).status, 500)
  }
  // A worker that hears of it alone deletes what the other one wrote.
  second.edge.purge({ tags: ['page:/_/b'], hard: true })
  await second.close()
  assert.equal(copies(spillDir).length, 0)
  now += 2 * hour
  const third = await start({ render, spillDir, now: () => now })
  for (const path of ['/a', '/b']) assert.equal((await third.get(path)).status, 500)
})
