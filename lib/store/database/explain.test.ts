import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boardDesk } from '#lib/domain/desk/board.ts'
import { fillArticles } from '#lib/runtime/fill/fill.ts'
import { until } from '#lib/runtime/testing/until.ts'
import { listBoard } from '../articles/desk/board.ts'
import { listCalendar } from '../articles/desk/calendar.ts'
import { findDesk, listNewsroomArticles } from '../articles/desk/newsroom-lists.ts'
import { listEditionPlaces } from '../feeds/api-editions.ts'
import {
  listNewsOfTwoDays,
  listSitemapArticles,
  listSitemapPages,
  listSitemapPagesOf,
  listSitemapReferences,
  listSitemapShards,
} from '../feeds/sitemap.ts'
import { findSyndicated, listSyndicated } from '../feeds/syndicated.ts'
import { findWithdrawal, listWithdrawals } from '../feeds/withdrawals.ts'
import { findArticlesByWords } from '../finding/find-articles.ts'
import { findPictures } from '../finding/find-others.ts'
import { findArticleAt } from '../pages/article-at.ts'
import { findBesideArticle } from '../pages/beside-article.ts'
import { findChrome } from '../pages/chrome.ts'
import { listCorrections } from '../pages/corrections.ts'
import { findFront } from '../pages/front.ts'
import { listLatest, listOfBlog, listOfContributor, listOfMonth, listOfTopic } from '../pages/lists.ts'
import { listMonths } from '../pages/months.ts'
import { findAddressOfArticle } from '../pages/permanent.ts'
import { listAudit } from '../people/audit-log.ts'
import { search } from '../search/search.ts'
import { withDatabase } from '../testing/database.ts'
import { closeDatabase } from './client.ts'

const db = withDatabase()

/** Tables that grow with the newsroom's work: reading one from end to end gets slower with every article. */
const growing = new Set([
  ...['Article', 'Revision', 'ArticleTopic', 'Byline', 'Correction', 'FormerAddress', 'StoryFamily'],
  ...['SearchDocument', 'ArticleWords', 'Picture', 'PictureText', 'AuditEvent'],
])

test('twelve thousand articles', { timeout: 300_000 }, async () => {
  await fillArticles({ count: 12_000, log: () => undefined })
  // Of tables that few articles of the fill have rows in: one so small that reading it whole is right would hide a missing index.
  await db.query(`
    INSERT INTO "FormerAddress" ("editionId", "path", "articleId") SELECT "editionId", 'rivers/old-' || "id", "id" FROM "Article";
    INSERT INTO "Correction" ("articleId", "editionId", "place", "text", "at")
      SELECT "id", "editionId", 'top', 'It was wrong.', "listedAt" FROM "Article";
    INSERT INTO "Picture" ("token", "fileName", "mediaType", "width", "height", "bytes", "sha256", "credit")
      SELECT 'token-' || n, 'map.png', 'image/png', 1, 1, 1, '', '' FROM generate_series(100, 6000) n;
    INSERT INTO "AuditEvent" ("actor", "action", "subject", "details", "hash")
      SELECT 'Person ' || n % 60, 'article.save', 'article:' || n % 3000, '{}', '' FROM generate_series(1, 12000) n;
    INSERT INTO "PictureText" ("pictureId", "locale", "alt", "caption") SELECT "id", 'ru', 'A map', '' FROM "Picture";
    WITH families AS (
      INSERT INTO "StoryFamily" ("key") SELECT 'draft-' || n FROM generate_series(1, 3000) n RETURNING "id"
    ), drafts AS (
      INSERT INTO "Article" ("editionId", "blogId", "familyId", "slug", "headline", "standfirst", "dueAt")
      SELECT b."editionId", b."id", f."id", 'draft-' || f."id", 'A draft', '',
        CASE WHEN f."id" % 3 = 0 THEN now() + f."id" * interval '1 hour' END
      FROM families f CROSS JOIN LATERAL (SELECT "id", "editionId" FROM "Blog" ORDER BY "id"
          OFFSET f."id" % (SELECT count(*) FROM "Blog") LIMIT 1) b
      RETURNING "id"
    )
    INSERT INTO "Revision" ("articleId", "number", "headline", "standfirst", "body", "facts", "wordCount", "createdBy", "hash")
      SELECT "id", 1, 'A draft', '', '[]', '{}', 0, 'test', encode(sha256(convert_to("id"::text, 'UTF8')), 'hex') FROM drafts`)
  await db.query('ANALYZE')
})

const now = new Date()
const month = { year: 2020, month: 5 }

const board = { without: [], desk: boardDesk([]), authorId: null, isOverdueOnly: false, now }
const audit = { action: null, subject: null, from: null, until: null }
const nowhere = { kind: 'some', editionIds: [], blogIds: [] } as const
const home = { userId: 'aida', write: { kind: 'everywhere' }, until: now } as const
const anything = {
  ...{ editionId: null, blogId: null, state: null, stageId: null },
  ...{ due: null, authorId: null, topicId: null, text: null },
}

async function pagesOf(): Promise<Readonly<Record<string, () => Promise<unknown>>>> {
  const chrome = (await findChrome(null)) ?? assert.fail()
  const { edition, blogs } = chrome
  const [row] = await db.query<{
    id: number
    slug: string
    blogId: number
    blogSlug: string
    at: Date
    topicIds: number[]
  }>(
    `SELECT a."id", a."slug", a."blogId", b."slug" AS "blogSlug", a."listedAt" AS at,
      ARRAY(SELECT "topicId" FROM "ArticleTopic" t WHERE t."articleId" = a."id") AS "topicIds"
      FROM "Article" a JOIN "Blog" b ON b."id" = a."blogId" ORDER BY a."id" OFFSET 6000 LIMIT 1`,
  )
  const article = row ?? assert.fail()
  const [byline] = await db.query<{ id: number }>('SELECT "contributorId" AS id FROM "Byline" LIMIT 1')
  const editionId = edition.id
  const deep = { kind: 'older-than', cursor: { at: article.at, id: article.id } } as const
  const paging = { paging: deep, limit: 20 }
  const upwards = { paging: { ...deep, kind: 'newer-than' }, limit: 20 } as const
  const timeZone = edition.timeZone
  const ask = (text: string) => {
    const question = { text, blogSlug: 'rivers', from: '2018-01-01', to: null, order: 'relevance' } as const
    return search({ edition, question: { ...question, page: 1, isWhole: false }, limit: 20 })
  }
  return {
    chrome: () => findChrome(null),
    article: () => findArticleAt({ editionId, blogSlug: article.blogSlug, slug: article.slug }),
    'former address': () => findArticleAt({ editionId, blogSlug: 'rivers', slug: `old-${article.id}` }),
    'beside an article': () => findBesideArticle({ articleId: article.id, editionId, ...article }),
    'permanent address': () => findAddressOfArticle(article.id),
    front: () => findFront(editionId),
    latest: () => listLatest({ editionId, ...paging }),
    'latest, upwards': () => listLatest({ editionId, ...upwards }),
    blog: () => listOfBlog({ blogId: article.blogId, ...paging }),
    topic: () => listOfTopic({ topicId: article.topicIds[0] ?? 0, ...paging }),
    contributor: () => listOfContributor({ contributorId: byline?.id ?? 0, ...paging }),
    month: () => listOfMonth({ editionId, blogId: null, month, timeZone, paging: null, limit: 20 }),
    'month of a blog': () =>
      listOfMonth({ editionId, blogId: blogs[0]?.id ?? 0, month, timeZone, paging: null, limit: 20 }),
    months: () => listMonths({ editionId, blogId: null, timeZone }),
    corrections: () => listCorrections({ editionId, ...paging }),
    'feed of an edition': () => listSyndicated({ channel: { kind: 'edition', editionId }, ...paging }),
    'feed of a blog': () => listSyndicated({ channel: { kind: 'blog', blogId: article.blogId }, ...paging }),
    'feed of a topic': () =>
      listSyndicated({ channel: { kind: 'topic', topicId: article.topicIds[0] ?? 0 }, ...paging }),
    'feed of a contributor': () =>
      listSyndicated({ channel: { kind: 'contributor', contributorId: byline?.id ?? 0 }, ...paging }),
    'feed of the site': () => listSyndicated({ channel: { kind: 'site' }, ...paging }),
    'feed of the site, upwards': () => listSyndicated({ channel: { kind: 'site' }, ...upwards }),
    'articles of a feed': () => findSyndicated([article.id]),
    withdrawals: () => listWithdrawals({ channel: { kind: 'edition', editionId }, since: article.at, limit: 20 }),
    'one withdrawal': () => findWithdrawal(article.id),
    'list of sitemaps': () => listSitemapShards(),
    'sitemap of articles': () => listSitemapArticles(3),
    'sitemap of news': () => listNewsOfTwoDays(article.at),
    'sitemap of pages': () => listSitemapPages(),
    'list of sitemaps of topics and contributors': () => listSitemapReferences(),
    'sitemap of topics': () => listSitemapPagesOf({ kind: 'topics', shard: 0 }),
    'sitemap of contributors': () => listSitemapPagesOf({ kind: 'authors', shard: 0 }),
    'places of the API': () => listEditionPlaces(20),
    'search for a common word': () => ask('river'),
    'search for a rare word': () => ask('Zkarkarsai'),
    'search for a slip': () => ask('railwya'),
    'newsroom, a common beginning': () => findArticlesByWords('a', { kind: 'everywhere' }),
    'newsroom, rare words': () => findArticlesByWords('zkarkarsai rive', { kind: 'everywhere' }),
    'newsroom, of an edition': () =>
      findArticlesByWords('zkarkarsai', { kind: 'some', editionIds: [editionId], blogIds: [] }),
    'newsroom, of a blog': () =>
      findArticlesByWords('the', { kind: 'some', editionIds: [], blogIds: [article.blogId] }),
    'newsroom, pictures': () => findPictures({ text: 'zkarkarsai' }),
    'newsroom, overdue': () => listNewsroomArticles({ ...anything, due: 'overdue' }, { kind: 'everywhere' }, null, now),
    'newsroom, newer texts that wait': () =>
      listNewsroomArticles({ ...anything, state: 'pending' }, { kind: 'everywhere' }, null, now),
    'newsroom, of a stage': () => listNewsroomArticles({ ...anything, stageId: 1 }, { kind: 'everywhere' }, null, now),
    'newsroom, home of a chief editor': () => findDesk({ ...home, review: home.write, publish: home.write }),
    'newsroom, home of a reporter': () => findDesk({ ...home, review: nowhere, publish: nowhere }),
    'newsroom, calendar': () =>
      listCalendar({ place: { editionId, blogId: null }, places: home.write, from: article.at, until: now }),
    'newsroom, board of an edition': () => listBoard({ ...board, place: { editionId, blogId: null } }),
    'newsroom, board of a blog': () => listBoard({ ...board, place: { editionId, blogId: article.blogId } }),
    'audit log': () => listAudit({ ...audit, actor: null }, 6_000n),
    'audit log, by a part of a name': () => listAudit({ ...audit, actor: 'person 5' }, 6_000n),
    'newsroom, articles with common words': () =>
      listNewsroomArticles({ ...anything, text: 'a' }, { kind: 'everywhere' }, deep, now),
    'newsroom, articles with rare words': () =>
      listNewsroomArticles({ ...anything, text: 'zkarkarsai' }, { kind: 'everywhere' }, deep, now),
    'newsroom, articles last changed': () => listNewsroomArticles(anything, { kind: 'everywhere' }, deep, now),
  }
}

test('no page reads a growing table from end to end', { timeout: 120_000 }, async (context) => {
  const pages = await pagesOf()
  for (const [name, ask] of Object.entries(pages))
    await context.test(name, async () => {
      const before = await scans()
      // Prepared statements are planned for all values after the fifth time: both kinds of plan are looked at.
      for (let turn = 0; turn < 7; turn++) await ask()
      const after = await scans()
      const scanned = [...after].filter(([table, count]) => growing.has(table) && count > (before.get(table) ?? 0))
      assert.deepEqual(
        scanned.map(([table]) => table),
        [],
      )
    })
})

test('a list of words that most articles have, or few, is theirs, the last changed first', async () => {
  for (const text of ['a', 'draft', 'story-77', 'nowhere at all']) {
    const words = text.split(/[^a-z0-9]+/).map((word) => `\\m${word}`)
    const expected = await db.query<{ id: number }>(
      `SELECT a."id" FROM "Article" a CROSS JOIN LATERAL (
         SELECT concat_ws(' ', "headline", a."slug") AS "words" FROM "Revision" r
         WHERE r."articleId" = a."id" ORDER BY "number" DESC LIMIT 1) r
       WHERE r."words" ~* ALL($1) ORDER BY a."changedAt" DESC, a."id" DESC LIMIT 50`,
      [words],
    )
    const { items } = await listNewsroomArticles({ ...anything, text }, { kind: 'everywhere' }, null, now)
    assert.deepEqual(
      items.map(({ id }) => id),
      expected.map(({ id }) => id),
      text,
    )
  }
})

/** How often each table was read from end to end, as the server counts it. */
async function scans(): Promise<ReadonlyMap<string, number>> {
  // A connection counts when it ends; some of them later than we hear of it.
  await closeDatabase()
  await until(async () => {
    const others = await db.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    )
    return others.length === 0
  })
  // This test's own connection reports now too, not in a second.
  await db.query('SELECT pg_stat_force_next_flush()')
  await db.query('SELECT pg_stat_clear_snapshot()')
  const rows = await db.query<{ table: string; count: number }>(
    'SELECT relname AS table, seq_scan::int AS count FROM pg_stat_user_tables',
  )
  return new Map(rows.map(({ table, count }) => [table, count]))
}
