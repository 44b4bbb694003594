import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Paging } from '#lib/domain/lists/listing.ts'
import { newestChange } from '#lib/domain/lists/sitemap.ts'
import type { Channel } from '#lib/domain/lists/syndicated.ts'
import { kill, setEmbargo, withdraw } from '#lib/domain/workflow/workflow.ts'
import { findEditedEdition } from '#lib/store/site/editions-admin.ts'
import { switchEditionOff } from '#lib/store/site/switch-edition.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  change,
  hour,
  makeDraft,
  makeEdition,
  makePicture,
  makePublished,
  noon,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { listEditionPlaces, listEditionTopics, type TopicPage } from './api-editions.ts'
import {
  findLastWithdrawal,
  listNewsOfTwoDays,
  listSitemapArticles,
  listSitemapPages,
  listSitemapPagesOf,
  listSitemapReferences,
  listSitemapShards,
} from './sitemap.ts'
import { findSyndicated, listSyndicated } from './syndicated.ts'
import { findWithdrawal, listWithdrawals } from './withdrawals.ts'

const db = withDatabase()
let english: TestNewsroom
let kyrgyz: TestNewsroom
/** Newest first. */
let all: number[]
let killed = 0
let embargoed = 0

test('articles of two editions, some that nobody may see', async () => {
  english = await makeEdition()
  kyrgyz = await makeEdition({ key: 'ky', isDefault: false })
  const pictureId = await makePicture({ locale: 'en' })
  const made: { id: number; at: Date }[] = []
  for (let place = 0; place < 9; place++) {
    const at = hour(place)
    const newsroom = place % 3 === 0 ? kyrgyz : english
    made.push({ id: await makePublished(newsroom, at, { text: { pictureId } }), at })
  }
  all = made.toReversed().map(({ id }) => id)
  await makeDraft(english)
  embargoed = await makeDraft(english)
  await change(embargoed, {}, (article) => setEmbargo(article, hour(500), noon))
  killed = await makePublished(english, hour(2))
  await change(killed, { version: 2 }, (article) => kill(article, 'Wrong person', hour(10)))
  const gone = await makePublished(kyrgyz, hour(2))
  await change(gone, { version: 2 }, (article) => withdraw(article, null, hour(9)))
})

function channels(): readonly Channel[] {
  return [
    { kind: 'site' },
    { kind: 'edition', editionId: english.edition.id },
    { kind: 'blog', blogId: english.blogId },
    { kind: 'topic', topicId: english.topicId },
    { kind: 'contributor', contributorId: english.contributorId },
  ]
}

test('a channel is all its public articles, once, newest first, whatever the page', async () => {
  for (const channel of channels()) {
    for (const limit of [1, 2, 20]) {
      const seen: number[] = []
      for (let paging: Paging = null; ; ) {
        const page = await listSyndicated({ channel, paging, limit })
        seen.push(...page.items.map(({ article }) => article.id))
        if (!page.older) break
        paging = { kind: 'older-than', cursor: page.older }
      }
      const expected = channel.kind === 'site' ? all : all.filter((_, index) => (8 - index) % 3 !== 0)
      assert.deepEqual(seen, expected, `${channel.kind} by ${limit}`)
    }
  }
})

test('the way back up the site is the way down', async () => {
  const first = await listSyndicated({ channel: { kind: 'site' }, paging: null, limit: 4 })
  assert.ok(first.older)
  const second = await listSyndicated({
    channel: { kind: 'site' },
    paging: { kind: 'older-than', cursor: first.older },
    limit: 4,
  })
  assert.ok(second.newer)
  const back = await listSyndicated({
    channel: { kind: 'site' },
    paging: { kind: 'newer-than', cursor: second.newer },
    limit: 4,
  })
  assert.deepEqual(
    back.items.map(({ article }) => article.id),
    all.slice(0, 4),
  )
  assert.equal(back.newer, null)
})

test('an article comes whole, in its own edition', async () => {
  const [first = 0, second = 0] = all
  const found = await findSyndicated([second, killed, embargoed, first])
  assert.deepEqual(
    found.map(({ article }) => article.id),
    [second, first],
  )
  assert.equal(found[0]?.edition.key, 'en')
  assert.equal(found[0]?.article.body[0]?.kind, 'paragraph')
  assert.equal(found[0]?.article.bylines[0]?.slug, 'desk')
})

test('what left the public is told in its own channels, as long as asked', async () => {
  const [edition] = [channels()[1] as Channel]
  const told = await listWithdrawals({ channel: edition, since: hour(0), limit: 20 })
  assert.deepEqual(
    told.map(({ id, isKilled, notice }) => [id, isKilled, notice]),
    [[killed, true, 'Wrong person']],
  )
  assert.equal(told[0]?.withdrawnAt.getTime(), hour(10).getTime())
  for (const channel of channels())
    assert.equal(
      (await listWithdrawals({ channel, since: hour(0), limit: 20 })).length,
      channel.kind === 'site' ? 2 : 1,
    )
  assert.deepEqual(await listWithdrawals({ channel: edition, since: hour(11), limit: 20 }), [])
  // A page at a time, however many: hundreds may go at once.
  const site = { channel: { kind: 'site' }, since: hour(0), limit: 1 } as const
  const [first] = await listWithdrawals(site)
  const before = first && { at: first.withdrawnAt, id: first.id }
  assert.deepEqual(
    (await listWithdrawals({ ...site, ...(before && { before }) })).map(({ id }) => id !== first?.id),
    [true],
  )
})

test('topics of an edition come page by page, those that have articles, each once', async () => {
  const [edition] = await listEditionPlaces(200)
  assert.ok(edition?.edition.key === 'en' && edition.after === null)
  await db.query(
    `WITH made AS (INSERT INTO "Topic" ("editionId", "key", "slug", "name", "description")
       SELECT $1, 'many-' || n, 'many-' || n, 'Many ' || n, '' FROM generate_series(1, 5) n RETURNING "id", "slug")
     INSERT INTO "ArticleTopic" ("articleId", "topicId", "position")
       SELECT $2::int, "id", 10 + row_number() OVER () FROM made WHERE "slug" <> 'many-3'`,
    [english.edition.id, all[0]],
  )
  await db.query(
    `UPDATE "ArticleTopic" x SET "listedAt" = a."listedAt" FROM "Article" a WHERE a."id" = x."articleId" AND a."id" = $1`,
    [all[0]],
  )
  const slugs: string[] = []
  const [first] = await listEditionPlaces(2)
  let page: TopicPage = first ?? assert.fail()
  for (;;) {
    assert.ok(page.topics.length <= 2)
    slugs.push(...page.topics.map(({ slug }) => slug))
    if (page.after === null) break
    page = await listEditionTopics({ editionId: english.edition.id, after: page.after, limit: 2 })
  }
  const many = ['many-1', 'many-2', 'many-4', 'many-5']
  assert.deepEqual(slugs, [...edition.topics.map(({ slug }) => slug), ...many])
  await db.query(`DELETE FROM "ArticleTopic" WHERE "topicId" IN (SELECT "id" FROM "Topic" WHERE "slug" LIKE 'many-%')`)
  await db.query(`DELETE FROM "Topic" WHERE "slug" LIKE 'many-%'`)
})

test('the sitemap has what the lists have, and its files the last change of a text', async () => {
  const shards = await listSitemapShards()
  assert.deepEqual(shards, [{ shard: 0, changedAt: hour(8) }])
  const articles = await listSitemapArticles(0)
  assert.deepEqual(
    articles.map(({ id }) => id),
    all.toSorted((a, b) => a - b),
  )
  assert.ok(articles.every(({ picture }) => picture?.token))
  assert.deepEqual(await listSitemapArticles(1), [])
})

test('when an article last left the public is known of all files and of each', async () => {
  const [newest] = await listWithdrawals({ channel: { kind: 'site' }, since: hour(0), limit: 1 })
  assert.ok(newest)
  for (const shard of [null, 0]) assert.deepEqual(await findLastWithdrawal(shard), newest.withdrawnAt)
  assert.equal(await findLastWithdrawal(1), null)
  assert.deepEqual(
    newestChange([{ changedAt: null }, { changedAt: hour(2) }, { changedAt: hour(1) }], hour(9)),
    hour(2),
  )
  assert.deepEqual(newestChange([{ changedAt: hour(2) }], hour(1)), hour(1))
  assert.equal(newestChange([{ changedAt: null }], hour(1)), null)
})

test('files begin where their ids do', async () => {
  await db.query(`ALTER SEQUENCE "Article_id_seq" RESTART WITH 6000`)
  const id = await makePublished(english, hour(30))
  assert.equal(id, 6000)
  assert.deepEqual(await listSitemapShards(), [
    { shard: 0, changedAt: hour(8) },
    { shard: 3, changedAt: hour(30) },
  ])
  assert.deepEqual(
    (await listSitemapArticles(3)).map((article) => article.id),
    [6000],
  )
  all.unshift(id)
})

test('news is two days old at most, the newest first', async () => {
  const news = await listNewsOfTwoDays(hour(50))
  assert.deepEqual(
    news.map(({ id }) => id),
    all.slice(0, 1 + 6),
  )
  assert.deepEqual(await listNewsOfTwoDays(hour(100)), [])
})

test('pages are those that readers can reach', async () => {
  const files = await listSitemapReferences()
  assert.deepEqual(files, [
    { kind: 'topics', shard: 0 },
    { kind: 'authors', shard: 0 },
  ])
  const pages = [await listSitemapPages(), ...(await Promise.all(files.map(listSitemapPagesOf)))].flat()
  const paths = pages.map(({ edition, path }) => `${edition.key}:${path}`)
  assert.deepEqual(paths, [
    'en:',
    'en:rivers',
    'ky:',
    'ky:rivers',
    'en:topic/water',
    'ky:topic/water',
    'en:authors/desk',
    'ky:authors/desk',
  ])
})

test('topics beyond the first file stand in the next, and a file of none is not named', async () => {
  await db.query(
    `WITH t AS (INSERT INTO "Topic" ("id", "editionId", "key", "slug", "name", "description")
       VALUES (60001, ${english.edition.id}, 'late', 'late', 'Late', ''), (80001, ${english.edition.id}, 'unused', 'unused', 'Unused', '') RETURNING "id")
     INSERT INTO "ArticleTopic" ("articleId", "topicId", "position", "listedAt") SELECT ${all[0]}, 60001, 9, now()`,
  )
  assert.deepEqual(
    (await listSitemapReferences()).map(({ kind, shard }) => `${kind}-${shard}`),
    ['topics-0', 'topics-3', 'authors-0'],
  )
  assert.deepEqual(
    (await listSitemapPagesOf({ kind: 'topics', shard: 3 })).map(({ path }) => path),
    ['topic/late'],
  )
  assert.deepEqual(await listSitemapPagesOf({ kind: 'authors', shard: 9_999_999 }), [])
})

test('an edition that is switched off is in nothing that programs read, and its files are told to be old', async () => {
  await db.query(`ALTER SEQUENCE "Article_id_seq" RESTART WITH 9000`)
  const alone = await makePublished(kyrgyz, hour(31))
  const own = await db.query<{ id: number; state: string }>(
    `SELECT "id", "state" FROM "Article" WHERE "editionId" = ${kyrgyz.edition.id}`,
  )
  const published = own.filter(({ state }) => state === 'published').map(({ id }) => id)
  const publishedCount = (await findEditedEdition(kyrgyz.edition.id))?.publishedCount ?? 0
  const off = { id: kyrgyz.edition.id, publishedCount, by: { name: 'test' }, now: hour(32) }
  assert.ok((await switchEditionOff(off)).ok)

  const site = await listSyndicated({ channel: { kind: 'site' }, paging: null, limit: 20 })
  assert.ok(site.items.length > 0 && site.items.every(({ edition }) => edition.key === 'en'))
  // The key of a partner may be for that edition alone.
  const channel = { kind: 'edition', editionId: kyrgyz.edition.id } as const
  assert.deepEqual((await listSyndicated({ channel, paging: null, limit: 2 })).items, [])
  assert.deepEqual(await findSyndicated(published), [])
  for (const { id, state } of own) if (state === 'withdrawn') assert.equal(await findWithdrawal(id), null)
  assert.deepEqual(
    (await listWithdrawals({ channel: { kind: 'site' }, since: hour(0), limit: 20 })).map(({ id }) => id),
    [killed],
  )
  assert.deepEqual(
    (await listEditionPlaces(200)).map(({ edition }) => edition.key),
    ['en'],
  )
  assert.deepEqual(
    (await listSitemapShards()).map(({ shard }) => shard),
    [0, 3],
  )
  for (const shard of [0, 4])
    assert.ok((await listSitemapArticles(shard)).every(({ editionId }) => editionId === english.edition.id))
  assert.ok((await listNewsOfTwoDays(hour(50))).every(({ id }) => id !== alone))
  const topics = await listSitemapPagesOf({ kind: 'topics', shard: 0 })
  const authors = await listSitemapPagesOf({ kind: 'authors', shard: 0 })
  assert.ok([...(await listSitemapPages()), ...topics, ...authors].every(({ edition }) => edition.key === 'en'))
  const told = await db.query<{ tags: string[] }>(`SELECT "tags" FROM "Outbox" WHERE "kind" = 'edition.off'`)
  const tags = told.flatMap((row) => row.tags)
  for (const tag of ['sitemaps', 'sitemap:0', 'sitemap:4']) assert.ok(tags.includes(tag), tag)
})

test('a range of ids that no article can have is empty', async () => {
  assert.deepEqual(await listSitemapArticles(9_999_999), [])
})
