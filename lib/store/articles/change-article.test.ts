import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import pg from 'pg'
import { ok, refuse } from '#lib/domain/result.ts'
import { chainHash } from '#lib/domain/workflow/revision-hash.ts'
import { edit, move, publish, withdraw } from '#lib/domain/workflow/workflow.ts'
import { until } from '#lib/runtime/testing/until.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { listenToOutbox, type OutboxEntry, readOutboxSince } from '#lib/store/outbox/outbox.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  by,
  change,
  hour,
  makeDraft,
  makeEdition,
  makePublished,
  noon,
  paragraphs,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { changeArticle } from './change-article.ts'

const db = withDatabase()
let newsroom: TestNewsroom

test('a newsroom', async () => {
  newsroom = await makeEdition()
})

const counts = async () => {
  const [row] = await db.query<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM "Revision") AS revisions, (SELECT count(*)::int FROM "Outbox") AS outbox,
      (SELECT count(*)::int FROM "AuditEvent") AS audit, (SELECT count(*)::int FROM "SearchDocument") AS found`,
  )
  return row ?? {}
}
const lastOutbox = async () => {
  const [row] = await db.query<{ kind: string; tags: string[]; hard: boolean }>(
    'SELECT "kind", "tags", "hard" FROM "Outbox" ORDER BY "id" DESC LIMIT 1',
  )
  return row ?? assert.fail()
}

test('a stale change is refused and nothing is overwritten', async () => {
  const id = await makePublished(newsroom)
  const before = await counts()
  const stale = await changeArticle({ id, version: 1, by, action: 'withdraw', now: hour(1) }, (article) =>
    withdraw(article, null, hour(1)),
  )
  assert.deepEqual(stale, { ok: false, error: { kind: 'stale', version: 2 } })
  assert.deepEqual(await counts(), before)
})

test('of two changes at the same moment one wins and the other is told', async () => {
  const id = await makePublished(newsroom)
  const rename = (slug: string) =>
    changeArticle({ id, version: 2, by, action: 'move', now: noon }, (article) =>
      move(article, { blogId: article.blogId, slug }),
    )
  const results = await Promise.all([rename('one-of-two'), rename('two-of-two')])
  assert.deepEqual(results.map((result) => result.ok).toSorted(), [false, true])
  assert.deepEqual(
    results.flatMap((result) => (result.ok ? [] : [result.error])),
    [{ kind: 'stale', version: 3 }],
  )
})

test('a refused decision changes nothing', async () => {
  const id = await makeDraft(newsroom)
  const before = await counts()
  const refused = await changeArticle({ id, version: 1, by, action: 'publish', now: noon }, () =>
    refuse({ kind: 'no' }),
  )
  assert.deepEqual(refused, { ok: false, error: { kind: 'no' } })
  assert.deepEqual(await counts(), before)
})

test('an address that another article has is refused', async () => {
  await makePublished(newsroom, noon, { slug: 'taken' })
  const id = await makePublished(newsroom)
  const moved = await changeArticle({ id, version: 2, by, action: 'move', now: noon }, (article) =>
    move(article, { blogId: article.blogId, slug: 'taken' }),
  )
  assert.deepEqual(moved, { ok: false, error: { kind: 'address-taken', slug: 'taken' } })
})

test('a new text is a new revision, chained to the one before; the same text is none', async () => {
  const id = await makePublished(newsroom)
  await change(id, { version: 2 }, (article) =>
    ok({ ...article, text: { ...article.text, body: paragraphs('Better') } }),
  )
  await change(id, { version: 3 }, (article) => ok({ ...article, text: { ...article.text } }))
  const rows = await db.query<Record<string, unknown> & { hash: string; previousHash: string | null; createdAt: Date }>(
    'SELECT * FROM "Revision" WHERE "articleId" = $1 ORDER BY "number"',
    [id],
  )
  assert.equal(rows.length, 2)
  let before: string | null = null
  for (const {
    hash,
    previousHash,
    number,
    headline,
    standfirst,
    description,
    body,
    facts,
    createdAt,
    createdBy,
  } of rows) {
    assert.equal(previousHash, before)
    const content = {
      articleId: id,
      number,
      headline,
      standfirst,
      description,
      body,
      facts,
      at: createdAt.toISOString(),
    }
    assert.equal(
      hash,
      chainHash({ ...content, by: createdBy }, before),
      'the hash can be made again from what is stored',
    )
    before = hash
  }
})

test('the audit trail is one chain', async () => {
  const rows = await db.query<Record<string, unknown> & { at: Date; hash: string; previousHash: string | null }>(
    'SELECT * FROM "AuditEvent" ORDER BY "id"',
  )
  assert.ok(rows.length > 5)
  let before: string | null = null
  for (const { actor, action, subject, details, at, hash, previousHash } of rows) {
    assert.equal(previousHash, before)
    assert.equal(hash, chainHash({ actor, action, subject, details, at: at.toISOString() }, before))
    before = hash
  }
})

test('publishing outdates the lists it enters, softly; a draft outdates nothing', async () => {
  const before = await counts()
  const id = await makeDraft(newsroom, { slug: 'entering' })
  await change(id, { version: 1 }, (article) => ok({ ...article, text: { ...article.text, headline: 'Draft' } }))
  assert.equal((await counts()).outbox, before.outbox)
  await change(id, { version: 2, action: 'publish' }, (article) => publish(article, noon))
  const { kind, tags, hard } = await lastOutbox()
  const { edition, blogId, topicId, contributorId } = newsroom
  assert.deepEqual([kind, hard], ['article.publish', false])
  for (const tag of [
    `article:${id}`,
    `address:${edition.id}:rivers/entering`,
    `latest:${edition.id}`,
    `search:${edition.id}`,
    `blog:${blogId}:latest`,
    `topic:${topicId}:latest`,
    `contributor:${contributorId}:latest`,
  ])
    assert.ok(tags.includes(tag), tag)
  assert.ok(!tags.includes(`chrome:${edition.id}`), 'the topic had articles before')
})

test('the first article of a topic puts it into the navigation of every page', async () => {
  const other = await makeEdition({ key: 'ky' })
  await makePublished(other)
  assert.ok((await lastOutbox()).tags.includes(`chrome:${other.edition.id}`))
})

test('withdrawing is hard, and takes the article out of search', async () => {
  const id = await makePublished(newsroom, noon, { slug: 'leaving' })
  await change(id, { version: 2 }, (article) => move(article, { blogId: article.blogId, slug: 'left' }))
  assert.equal((await lastOutbox()).hard, false)
  await change(id, { version: 3, action: 'withdraw' }, (article) => withdraw(article, null, hour(1)))
  const { tags, hard } = await lastOutbox()
  assert.ok(hard)
  for (const path of ['rivers/leaving', 'rivers/left'])
    assert.ok(tags.includes(`address:${newsroom.edition.id}:${path}`), path)
  const found = await db.query('SELECT FROM "SearchDocument" WHERE "articleId" = $1', [id])
  assert.equal(found.length, 0)
})

test('an edited text waits until it is published', async () => {
  const id = await makePublished(newsroom)
  const before = await counts()
  await change(id, { version: 2 }, (article, { newestRevisionId }) =>
    edit(article, { ...article.text, headline: 'Waiting' }, newestRevisionId),
  )
  const [row] = await db.query<{ headline: string }>('SELECT "headline" FROM "Article" WHERE "id" = $1', [id])
  assert.notEqual(row?.headline, 'Waiting')
  assert.equal((await counts()).revisions, (before.revisions ?? 0) + 1)
})

test('everybody hears of a change if and only if it committed', async () => {
  const client = new pg.Client({ connectionString: db.url() })
  await client.connect()
  const heard: { id: number; tags?: string[]; hard?: boolean }[] = []
  client.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')))
  await client.query('LISTEN masthead')
  const id = await makeDraft(newsroom)
  const failed = inTransaction(async () => {
    await change(id, { version: 1 }, (article) => publish(article, noon))
    throw new Error('the disk is full')
  })
  await assert.rejects(failed, /the disk is full/)
  const [row] = await db.query<{ state: string }>('SELECT "state" FROM "Article" WHERE "id" = $1', [id])
  assert.equal(row?.state, 'draft')
  const next = once(client, 'notification')
  await change(id, { version: 1 }, (article) => publish(article, noon))
  await next
  assert.equal(heard.length, 1, 'only of the one that committed')
  assert.ok(heard[0]?.tags?.includes(`article:${id}`))
  await client.end()
})

test('a listener hears every change, also those from while it was cut off and those too long to send', async () => {
  const entries = new Map<bigint, OutboxEntry>()
  const states: string[] = []
  const listener = listenToOutbox(
    (entry) => entries.set(entry.id, entry),
    (state) => states.push(state),
  )
  await until(() => states.at(-1) === 'listening')
  const start = (await readOutboxSince(0n)).at(-1)?.id ?? 0n
  await makePublished(newsroom)
  await until(() => entries.size === 1)

  const long = Array.from({ length: 2000 }, (_, number) => `article:${number}`)
  await db.query(`INSERT INTO "Outbox" ("kind", "tags", "hard", "detail") VALUES ('test', $1, true, '{}')`, [long])
  await until(() => entries.size === 2)
  const [, second] = [...entries.values()]
  assert.deepEqual([second?.tags.length, second?.hard], [2000, true])

  await db.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'masthead outbox'`,
  )
  await makePublished(newsroom)
  await until(() => states.filter((state) => state === 'listening').length === 2)
  assert.ok(states.includes('lost'))
  const missed = (await readOutboxSince(start)).map(({ id }) => id)
  await until(() => missed.every((id) => entries.has(id)))
  await listener.stop()
})
