import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { withdraw } from '#lib/domain/workflow/workflow.ts'
import { until } from '#lib/runtime/testing/until.ts'
import { listDeliveries } from '#lib/store/delivery/delivery-log.ts'
import { changeDeliverySettings, findDeliverySettings } from '#lib/store/delivery/delivery-settings.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, makeEdition, makePublished } from '#lib/store/testing/newsroom.ts'
import { startDelivering } from './deliver.ts'
import type { Job } from './job.ts'

type Heard = { readonly method: string; readonly path: string; readonly type: string; readonly body: string }

const heard: Heard[] = []
let status = 202
let job: Job | undefined
/** Plays the search engine. */
const engine = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  heard.push({
    ...{ method: request.method ?? '', path: request.url ?? '', body },
    type: request.headers['content-type'] ?? '',
  })
  response.writeHead(status).end()
})
// Before the database's own end: hooks run in the order in which they were named.
after(async () => {
  await job?.stop()
  engine.closeAllConnections()
  engine.close()
})
const db = withDatabase()
const by = 'test'

test('a search engine that takes IndexNow', async () => {
  await new Promise<void>((listening) => engine.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(engine.address() as AddressInfo).port}`
  const authSecret = 'a secret of this test, which is long enough'
  const ground = { siteUrl: 'https://news.example', ownOrigin: origin, authSecret, mayBePrivate: true }
  job = startDelivering({ ...ground, indexNowUrl: `${origin}/indexnow` }, (message) => assert.fail(message))
})

test('is told nothing until the newsroom wants it', async () => {
  const id = await makePublished(await makeEdition(), new Date())
  await until(async () => (await db.query('SELECT 1 FROM "Outbox" WHERE "sentOutAt" IS NULL')).length === 0)
  assert.deepEqual(
    [heard.length, (await listDeliveries({ state: null, channel: null, webhookId: null }, null)).lines],
    [0, []],
  )

  await changeDeliverySettings({ hubs: [], usesIndexNow: true, by, now: new Date() })
  await change(id, { version: 2, now: new Date() }, (article) => withdraw(article, null, new Date()))
  const told = await until(() => heard[0])
  assert.deepEqual([told.method, told.path], ['POST', '/indexnow'])
  assert.match(told.type, /^application\/json; charset=utf-8$/)
})

test('gets what the protocol asks for: host, key, where the key stands, addresses of that host', async () => {
  heard.length = 0
  await makePublished(await makeEdition({ key: 'ky', isDefault: false }), new Date(), { slug: 'suu' })
  const { body } = await until(() => heard[0])
  const { indexNowKey: key } = await findDeliverySettings()
  assert.match(key ?? '', /^[0-9a-f]{32}$/)
  assert.deepEqual(JSON.parse(body), {
    host: 'news.example',
    key,
    keyLocation: `https://news.example/${key}.txt`,
    urlList: ['https://news.example/ky/rivers/suu'],
  })
})

test('is asked again when it failed, under the same key, and no more once the newsroom turned it off', async () => {
  heard.length = 0
  status = 429
  await makePublished(await makeEdition({ key: 'ru', isDefault: false }), new Date())
  const waiting = await until(async () => {
    const { lines } = await listDeliveries({ state: 'waiting', channel: 'index_now', webhookId: null }, null)
    return lines.find((line) => line.status === 429)
  })
  assert.match(waiting.problem ?? '', /429/)
  await changeDeliverySettings({ hubs: [], usesIndexNow: false, by, now: new Date() })
  await db.query('UPDATE "Delivery" SET "nextAt" = now() WHERE "nextAt" IS NOT NULL')
  const line = await until(async () => {
    const { lines } = await listDeliveries({ state: 'given-up', channel: 'index_now', webhookId: null }, null)
    return lines[0]
  })
  assert.match(line.problem ?? '', /IndexNow is off/)
  assert.equal(heard.length, 1)
})
