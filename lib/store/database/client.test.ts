import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { listEditions } from '../pages/editions.ts'
import { withDatabase } from '../testing/database.ts'
import { makeEdition } from '../testing/newsroom.ts'
import { closeDatabase, inTransaction } from './client.ts'
import { isDatabaseUp } from './health.ts'

const db = withDatabase()

/** Stands between the store and the database, and can be a cable that is pulled or a host that no longer answers. */
let state: 'open' | 'cut' | 'silent' = 'open'
const sockets = new Set<Socket>()
const proxy = createServer((socket) => {
  sockets.add(socket)
  socket.on('error', () => undefined)
  if (state === 'cut') return socket.destroy()
  if (state === 'silent') return
  const { hostname, port } = new URL(db.url())
  const upstream = connect(Number(port), hostname)
  upstream.on('error', () => socket.destroy())
  socket.on('close', () => upstream.destroy())
  upstream.on('close', () => socket.destroy())
  socket.pipe(upstream).pipe(socket)
})

after(async () => {
  await closeDatabase()
  for (const socket of sockets) socket.destroy()
  proxy.close()
})

function become(next: typeof state): void {
  state = next
  if (next !== 'open') for (const socket of sockets) socket.destroy()
  sockets.clear()
}

test('a proxy before the database', async () => {
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const url = new URL(db.url())
  url.hostname = '127.0.0.1'
  url.port = `${(proxy.address() as AddressInfo).port}`
  // The environment is read once, at the store's first question: none was asked yet.
  process.env.DATABASE_URL = url.href
})

test('a database that goes away fails fast, and is used again when it is back', async () => {
  await makeEdition()
  for (const broken of ['cut', 'silent'] as const) {
    assert.equal((await listEditions()).length, 1)
    become(broken)
    const startedAt = performance.now()
    await assert.rejects(listEditions(), broken)
    const tookMs = performance.now() - startedAt
    // Given up after three seconds, on any machine; a statement would have had eleven.
    assert.ok(tookMs < 7000, `${broken}: ${Math.round(tookMs)} ms`)
    assert.equal(await isDatabaseUp(), false)
    become('open')
    assert.equal(await isDatabaseUp(), true)
  }
})

test('a transaction inside another is a part of it', async () => {
  const count = async () => (await db.query('SELECT FROM "Outbox"')).length
  const before = await count()
  const failed = inTransaction(async () => {
    await inTransaction(async (database) => {
      await database.outbox.create({ data: { kind: 'test', detail: {} } })
    })
    throw new Error('afterwards')
  })
  await assert.rejects(failed, /afterwards/)
  assert.equal(await count(), before)
})
