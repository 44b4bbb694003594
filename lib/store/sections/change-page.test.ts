import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newScope, slot } from '#lib/env/slot.ts'
import { findChrome } from '#lib/store/pages/chrome.ts'
import { findSectionAt } from '#lib/store/pages/section-at.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, makeEdition, makePublished, paragraphs, type TestNewsroom } from '#lib/store/testing/newsroom.ts'
import { changePage } from './change-page.ts'
import { createAlert } from './create-alert.ts'
import { createPage } from './create-newsroom.ts'

const db = withDatabase()
let newsroom: TestNewsroom
const now = new Date()
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

test('a newsroom with a page', async () => {
  newsroom = await makeEdition()
  const page = { slug: 'principles', title: 'Principles', description: 'Ours', body: paragraphs('Old'), position: 0 }
  await createPage({ editionId: newsroom.edition.id, ...page, changedAt: now })
})

/** What a read returns, and what it names as its ground. */
async function reading<T>(read: () => Promise<T>) {
  const scope = newScope()
  const value = await slot.renders.run(scope, read)
  return { value, tags: scope.tags, freshUntil: scope.freshUntil }
}
const section = (slug: string) => reading(() => findSectionAt({ editionId: newsroom.edition.id, slug }))
const outdated = async () =>
  (await db.query<{ tags: string[] }>('SELECT "tags" FROM "Outbox" ORDER BY "id" DESC LIMIT 1'))[0]?.tags ?? []

test('a changed page outdates what showed it; a stale change is refused', async () => {
  const before = await section('principles')
  const change = { editionId: newsroom.edition.id, slug: 'principles', title: 'Rules', description: 'x', by, now }
  const changed = await changePage({ ...change, version: 1, body: paragraphs('New') })
  assert.deepEqual(changed, { ok: true, value: { version: 2 } })
  assert.ok((await outdated()).some((tag) => before.tags.has(tag)))
  const { value } = await section('principles')
  assert.deepEqual(value.kind === 'page' && [value.page.title, value.page.body], ['Rules', paragraphs('New')])
  const stale = await changePage({ ...change, version: 1, body: paragraphs('Lost?') })
  assert.deepEqual(stale, { ok: false, error: { kind: 'stale', version: 2 } })
  const missing = await changePage({ ...change, slug: 'nothing', version: 1, body: [] })
  assert.deepEqual(missing, { ok: false, error: { kind: 'no-such-page' } })
})

test('a former blog address leads to the blog, an unknown one nowhere', async () => {
  await db.query(`INSERT INTO "FormerAddress" ("editionId", "path", "blogId") VALUES ($1, 'streams', $2)`, [
    newsroom.edition.id,
    newsroom.blogId,
  ])
  assert.deepEqual((await section('streams')).value, { kind: 'moved', toSlug: 'rivers' })
  const nothing = await section('nowhere')
  assert.deepEqual(nothing.value, { kind: 'missing' })
  assert.ok(nothing.tags.has(`address:${newsroom.edition.id}:nowhere`))
})

test('a strip starts and ends by itself: pages know both moments', async () => {
  const alert = { editionId: newsroom.edition.id, by, now }
  const articleId = await makePublished(newsroom, now, { slug: 'flood' })
  await createAlert({ ...alert, text: 'Later', articleId: null, startsAt: inHours(1), expiresAt: inHours(2) })
  const before = await reading(() => findChrome('_'))
  assert.deepEqual([before.value?.alert, before.freshUntil], [null, inHours(1)])
  await createAlert({ ...alert, text: 'Now', articleId, startsAt: inHours(-1), expiresAt: inHours(0.5) })
  assert.ok((await outdated()).some((tag) => before.tags.has(tag)))
  const running = await reading(() => findChrome('en'))
  assert.equal(running.value?.alert?.text, 'Now')
  assert.deepEqual(running.value?.alert?.article, { blogSlug: 'rivers', slug: 'flood' })
  assert.deepEqual(running.freshUntil, inHours(0.5))
  assert.ok(running.tags.has(`article:${articleId}`), 'the strip links to where the article stands')
  await db.query('UPDATE "BreakingAlert" SET "endedAt" = now() WHERE "text" = $1', ['Now'])
  assert.equal((await findChrome('en'))?.alert, null)
})

test('an unknown edition has no chrome', async () => {
  assert.equal(await findChrome('xx'), null)
})
