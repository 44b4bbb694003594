import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, test } from 'node:test'
import { Webhook as Receiver } from 'standardwebhooks'
import { edit, publish, withdraw } from '#lib/domain/workflow/workflow.ts'
import { webhookSecret } from '#lib/outbound/sign-webhook.ts'
import { until } from '#lib/runtime/testing/until.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { listDeliveries, replayDelivery } from '#lib/store/delivery/delivery-log.ts'
import { changeDeliverySettings } from '#lib/store/delivery/delivery-settings.ts'
import { askSubscriber, countSubscriptions } from '#lib/store/delivery/hub-subscriptions.ts'
import { createWebhook, deleteWebhook, listWebhooks, switchWebhook, testWebhook } from '#lib/store/delivery/webhooks.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { makeDraft, makeEdition, type TestNewsroom } from '#lib/store/testing/newsroom.ts'
import { startDelivering } from './deliver.ts'
import type { Job } from './job.ts'

type Heard = {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

// Before the database's own end: hooks run in the order in which they were named.
after(async () => {
  await job?.stop()
  server.closeAllConnections()
  server.close()
})
const db = withDatabase()
const siteUrl = 'https://news.example'
const authSecret = 'a secret of this test, which is long enough'
const by = { name: 'test' }
let newsroom: TestNewsroom | undefined
let origin = ''
let heard: Heard[] = []
/** What the receiver answers at a path; else 200. */
let answers: Record<string, () => { readonly status: number; readonly body?: string }> = {}
/** What a receiver waits for before it answers at a path. */
let holds: Record<string, Promise<void>> = {}
let job: Job | null = null

/** Plays the site's own feeds, a partner, a hub and a subscriber. */
const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  const url = new URL(request.url ?? '/', origin)
  heard.push({ method: request.method ?? '', url, headers: request.headers, body })
  const challenge = url.searchParams.get('hub.challenge')
  await holds[url.pathname]
  const { status, body: text } = answers[url.pathname]?.() ?? { status: 200, body: challenge ?? 'well' }
  response.writeHead(status, { 'Content-Type': 'application/rss+xml' }).end(text)
})

test('a newsroom, and a program that listens', async () => {
  newsroom = await makeEdition()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(async () => {
  if (!newsroom) return
  for (const { id } of await listWebhooks()) await deleteWebhook({ id, by: 'test', now: new Date() })
  await changeDeliverySettings({ hubs: [], usesIndexNow: false, by: 'test', now: new Date() })
  await db.query('TRUNCATE "Delivery", "HubSubscription"')
  heard = []
  answers = {}
  holds = {}
})
function run(): void {
  const ground = { siteUrl, ownOrigin: origin, authSecret, indexNowUrl: `${origin}/indexnow`, mayBePrivate: true }
  job ??= startDelivering(ground, (message, error) => {
    throw new Error(message, { cause: error })
  })
}

const at = (path: string) => heard.filter(({ url }) => url.pathname === path)
const lines = async () => (await listDeliveries({ state: null, channel: null, webhookId: null }, null)).lines

async function publishOne(): Promise<number> {
  const id = await makeDraft(newsroom ?? assert.fail())
  const done = await changeArticle({ id, version: 1, by, action: 'publish', now: new Date() }, (article) =>
    publish(article, new Date()),
  )
  assert.ok(done.ok)
  return id
}

test('a webhook hears of publication, new text and withdrawal, signed as Standard Webhooks wants it', async () => {
  const { salt } = await createWebhook({
    name: 'Partner',
    url: `${origin}/hook`,
    editionId: null,
    by: 'test',
    now: new Date(),
  })
  run()
  const id = await publishOne()
  const change = { id, by, now: new Date() }
  const updated = await changeArticle({ ...change, version: 2, action: 'publish' }, (article, { newestRevisionId }) => {
    const edited = edit(article, { ...article.text, standfirst: 'Another' }, newestRevisionId)
    return edited.ok ? publish(edited.value, new Date()) : edited
  })
  assert.ok(updated.ok)
  const gone = await changeArticle({ ...change, version: 3, action: 'withdraw' }, (article) =>
    withdraw(article, null, new Date()),
  )
  assert.ok(gone.ok)
  await until(() => at('/hook').length === 3)
  const receiver = new Receiver(webhookSecret(authSecret, salt))
  const events = at('/hook').map(({ body, headers }) => receiver.verify(body, headers as Record<string, string>))
  const byType = new Map(
    (events as { type: string; data: { article: Record<string, unknown> } }[]).map((event) => [event.type, event]),
  )
  assert.deepEqual([...byType.keys()].sort(), ['article.published', 'article.updated', 'article.withdrawn'])
  assert.equal(byType.get('article.published')?.data.article.permanentUrl, `${siteUrl}/a/${id}`)
  // All three were sent after the withdrawal may have come: what is gone is never named again.
  assert.equal(byType.get('article.withdrawn')?.data.article.headline, null)
  const other = new Receiver(webhookSecret(authSecret, `${salt}x`))
  const [first] = at('/hook')
  assert.throws(() => other.verify(first?.body ?? '', first?.headers as Record<string, string>))
})

test('a draft, a saved text and an embargoed article are told to nobody', async () => {
  await createWebhook({ name: 'Partner', url: `${origin}/quiet`, editionId: null, by: 'test', now: new Date() })
  run()
  const id = await makeDraft(newsroom ?? assert.fail())
  const saved = await changeArticle(
    { id, version: 1, by, action: 'edit', now: new Date() },
    (article, { newestRevisionId }) => edit(article, { ...article.text, standfirst: 'Later' }, newestRevisionId),
  )
  assert.ok(saved.ok)
  // A later publication went through the same line: what came before it was looked at.
  await publishOne()
  await until(() => at('/quiet').length > 0)
  assert.equal(at('/quiet').length, 1)
})

test('a receiver that fails is asked again, and the log says why; then it can be sent once more', async () => {
  let failures = 1
  answers['/flaky'] = () => (failures-- > 0 ? { status: 503 } : { status: 204 })
  await createWebhook({ name: 'Partner', url: `${origin}/flaky`, editionId: null, by: 'test', now: new Date() })
  run()
  await publishOne()
  const failed = await until(async () => (await lines()).find(({ problem }) => problem))
  assert.equal(failed.state, 'waiting')
  assert.equal(failed.status, 503)
  await db.query('UPDATE "Delivery" SET "nextAt" = now() WHERE "nextAt" IS NOT NULL')
  const delivered = await until(async () => (await lines()).find(({ state }) => state === 'delivered'))
  assert.equal(delivered.attempts, 2)
  const [first, second] = at('/flaky')
  assert.equal(first?.headers['webhook-id'], second?.headers['webhook-id'])
  assert.ok((await replayDelivery({ id: delivered.id, by: 'test', now: new Date() })).ok)
  await until(() => at('/flaky').length === 3)
})

test('a webhook that was stopped hears nothing, and one of another edition neither', async () => {
  const stopped = await createWebhook({
    name: 'A',
    url: `${origin}/stopped`,
    editionId: null,
    by: 'test',
    now: new Date(),
  })
  await switchWebhook({ id: stopped.id, isOn: false, by: 'test', now: new Date() })
  const { edition } = await makeEdition({ key: 'ky' })
  await createWebhook({ name: 'B', url: `${origin}/other`, editionId: edition.id, by: 'test', now: new Date() })
  await createWebhook({ name: 'C', url: `${origin}/all`, editionId: null, by: 'test', now: new Date() })
  run()
  await publishOne()
  await until(() => at('/all').length === 1)
  assert.deepEqual([at('/stopped').length, at('/other').length], [0, 0])
})

test('hubs of the operator are told which feeds changed', async () => {
  await changeDeliverySettings({ hubs: [`${origin}/hub`], usesIndexNow: false, by: 'test', now: new Date() })
  run()
  await publishOne()
  const [ping] = await until(() => (at('/hub').length > 0 ? at('/hub') : undefined))
  const form = new URLSearchParams(ping?.body)
  assert.equal(form.get('hub.mode'), 'publish')
  const topics = form.getAll('hub.url')
  for (const path of ['/site.rss', '/latest.atom', '/rivers.json', '/latest.rss?text=standfirst'])
    assert.ok(topics.includes(`${siteUrl}${path}`), path)
})

test('a subscriber of our own hub is asked, then gets the feed with a signature, and may end it by 410', async () => {
  run()
  const topic = `${siteUrl}/latest.rss`
  const callback = `${origin}/callback?id=7`
  const asked = { topic, callback, leaseSeconds: 3_600, secret: 'between us', now: new Date() }
  assert.ok(await askSubscriber({ ...asked, mode: 'subscribe' }))
  await until(async () => (await countSubscriptions(new Date())) === 1)
  const [question] = at('/callback')
  assert.equal(question?.url.searchParams.get('hub.topic'), topic)
  assert.equal(question?.url.searchParams.get('id'), '7')
  answers['/latest.rss'] = () => ({ status: 200, body: '<rss>news</rss>' })
  answers['/callback'] = () => ({ status: 410 })
  await publishOne()
  const message = await until(() => at('/callback').find(({ method }) => method === 'POST'))
  assert.equal(message.body, '<rss>news</rss>')
  assert.equal(message.headers['content-type'], 'application/rss+xml')
  assert.match(
    String(message.headers.link),
    /<https:\/\/news\.example\/websub>; rel="hub", <https:\/\/news\.example\/latest\.rss>; rel="self"/,
  )
  const expected = createHmac('sha256', 'between us').update('<rss>news</rss>').digest('hex')
  assert.equal(message.headers['x-hub-signature'], `sha256=${expected}`)
  await until(async () => (await countSubscriptions(new Date())) === 0)
})

test('a receiver that hangs holds nobody else up, and hears one thing at a time', async () => {
  const held = Promise.withResolvers<void>()
  holds['/hangs'] = held.promise
  await createWebhook({ name: 'A', url: `${origin}/hangs`, editionId: null, by: 'test', now: new Date() })
  await createWebhook({ name: 'B', url: `${origin}/quick`, editionId: null, by: 'test', now: new Date() })
  run()
  for (let number = 0; number < 10; number++) await publishOne()
  await until(() => at('/hangs').length > 0)
  await publishOne()
  await until(() => at('/quick').length === 11)
  assert.equal(at('/hangs').length, 1)
  held.resolve()
  await until(() => at('/hangs').length === 11)
})

test('what was stopped while it was sent is not tried again', async () => {
  const held = Promise.withResolvers<void>()
  holds['/fails'] = held.promise
  answers['/fails'] = () => ({ status: 500 })
  const { id } = await createWebhook({
    ...{ name: 'A', url: `${origin}/fails`, editionId: null, by: 'test', now: new Date() },
  })
  run()
  await publishOne()
  await until(() => at('/fails').length === 1)
  await switchWebhook({ id, isOn: false, by: 'test', now: new Date() })
  held.resolve()
  // The next one is told after the first was written down: one target hears one thing at a time.
  await switchWebhook({ id, isOn: true, by: 'test', now: new Date() })
  await publishOne()
  await until(() => at('/fails').length === 2)
  const [first] = (await lines()).toReversed()
  assert.deepEqual([first?.state, first?.problem], ['given-up', 'stopped'])
})

test('a message that nobody lives to end is given up', async () => {
  const { id } = await createWebhook({
    ...{ name: 'A', url: `${origin}/deadly`, editionId: null, by: 'test', now: new Date() },
  })
  await testWebhook({ id, by: 'test', now: new Date() })
  await db.query(`UPDATE "Delivery" SET "attempts" = 9`)
  run()
  const line = await until(async () => (await lines()).find(({ state }) => state === 'given-up'))
  assert.equal(line.attempts, 10)
  assert.equal(at('/deadly').length, 0)
})

test('a callback that says no is not asked again, and its secret is not in the log', async () => {
  run()
  answers['/stranger'] = () => ({ status: 404 })
  const asked = { topic: `${siteUrl}/latest.rss`, callback: `${origin}/stranger`, leaseSeconds: 3_600, now: new Date() }
  await askSubscriber({ ...asked, mode: 'subscribe', secret: 'between us' })
  const line = await until(async () => (await lines()).find(({ state }) => state === 'given-up'))
  assert.equal(line.status, 404)
  assert.doesNotMatch(JSON.stringify(line.cargo), /between us/)
})

test('a callback that does not repeat the challenge gets nothing', async () => {
  run()
  answers['/victim'] = () => ({ status: 200, body: 'what?' })
  const asked = {
    topic: `${siteUrl}/latest.rss`,
    callback: `${origin}/victim`,
    leaseSeconds: 3_600,
    secret: null,
    now: new Date(),
  }
  await askSubscriber({ ...asked, mode: 'subscribe' })
  const line = await until(async () => (await lines()).find(({ state }) => state === 'given-up'))
  assert.match(line.problem ?? '', /did not confirm/)
  assert.equal(await countSubscriptions(new Date()), 0)
})
