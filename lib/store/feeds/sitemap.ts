import {
  idsPerSitemap,
  newsSitemap,
  referencesPerSitemap,
  type SitemapArticle,
  type SitemapPage,
  type SitemapReferences,
  type SitemapShard,
} from '#lib/domain/lists/sitemap.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { limitFreshness, nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { nameTagOfEveryEdition } from '#lib/store/pages/edition-tags.ts'
import { pictureJson } from '#lib/store/pages/sql/card-sql.ts'
import type { Json } from '#lib/store/rows.ts'

// As the index "Article_sitemap_idx" spells them.
const shardOf = Prisma.raw(`("id" / ${idsPerSitemap})`)
const changedAt = Prisma.sql`coalesce("textChangedAt", "listedAt")`

/**
 * The files that have any article, each with the last change of a text in it. A loose index scan: one step down the index for each
 * file, however many articles there are.
 */
export async function listSitemapShards(): Promise<readonly SitemapShard[]> {
  nameTags(tags.sitemaps())
  const newest = (after: Prisma.Sql) => Prisma.sql`
    SELECT ${shardOf} AS shard, ${changedAt} AS changed FROM "Article"
    WHERE "listedAt" IS NOT NULL ${after} ORDER BY ${shardOf}, ${changedAt} DESC LIMIT 1`
  return hotQuery<SitemapShard>(Prisma.sql`
    WITH RECURSIVE shards AS (
      (${newest(Prisma.empty)})
      UNION ALL
      SELECT next.* FROM shards CROSS JOIN LATERAL (${newest(Prisma.sql`AND ${shardOf} > shards.shard`)}) next
    )
    SELECT shard AS "shard", changed AS "changedAt" FROM shards
    WHERE NOT EXISTS (SELECT 1 FROM "Edition" WHERE "isOff") OR EXISTS (
      SELECT 1 FROM "Article" a JOIN "Edition" e ON e."id" = a."editionId" AND NOT e."isOff"
      WHERE a."id" >= shard::bigint * ${idsPerSitemap} AND a."id" < (shard::bigint + 1) * ${idsPerSitemap} AND a."listedAt" IS NOT NULL)
    ORDER BY shard`)
}

/** When an article last left the public, of one file or of all: what lists it is shorter since, and no line of it says so. */
export async function findLastWithdrawal(shard: number | null): Promise<Date | null> {
  nameTags(shard === null ? tags.sitemaps() : tags.sitemap(shard))
  const first = (shard ?? 0) * idsPerSitemap
  const within = Prisma.sql`"id" >= ${first}::bigint AND "id" < ${first + idsPerSitemap}::bigint`
  const [row] = await hotQuery<{ at: Date }>(Prisma.sql`
    SELECT "withdrawnAt" AS "at" FROM "Article" WHERE "withdrawnAt" IS NOT NULL ${shard === null ? Prisma.empty : Prisma.sql`AND ${within}`}
    ORDER BY "withdrawnAt" DESC LIMIT 1`)
  return row?.at ?? null
}

/** The listed articles of a range of ids, in the order of their ids. */
export async function listSitemapArticles(shard: number): Promise<readonly SitemapArticle[]> {
  nameTags(tags.sitemap(shard))
  const first = shard * idsPerSitemap
  return articles(Prisma.sql`
    SELECT * FROM "Article" WHERE "id" >= ${first}::bigint AND "id" < ${first + idsPerSitemap}::bigint AND "listedAt" IS NOT NULL
    ORDER BY "id"`)
}

/** What came out in the last two days, of all editions, the newest first. It is out of date when the oldest of it is too old. */
export async function listNewsOfTwoDays(now: Date): Promise<readonly SitemapArticle[]> {
  nameTags(tags.sitemaps())
  const lengthMs = newsSitemap.hours * 3_600_000
  const since = new Date(now.getTime() - lengthMs)
  const found = await articles(Prisma.sql`
    SELECT m.* FROM "Edition" g CROSS JOIN LATERAL (
      SELECT s.* FROM "Article" s WHERE s."editionId" = g."id" AND s."listedAt" IS NOT NULL AND s."listedAt" > ${since}
      ORDER BY s."listedAt" DESC, s."id" DESC LIMIT ${newsSitemap.articles}) m
    WHERE NOT g."isOff"
    ORDER BY m."listedAt" DESC, m."id" DESC LIMIT ${newsSitemap.articles}`)
  const news = found.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.id - a.id)
  const oldest = news.at(-1)
  if (oldest) limitFreshness(new Date(oldest.publishedAt.getTime() + lengthMs))
  return news
}

/** `rows` are articles. The translations are those that readers can see. */
async function articles(rows: Prisma.Sql): Promise<readonly SitemapArticle[]> {
  const found = await hotQuery<Json<SitemapArticle>>(Prisma.sql`
    SELECT a."id", a."editionId", b."slug" AS "blogSlug", a."slug", a."headline", a."firstPublishedAt" AS "publishedAt",
      coalesce(a."textChangedAt", a."listedAt") AS "changedAt",
      (${pictureJson(Prisma.sql`p."id" = a."pictureId"`)}) AS "picture",
      (SELECT coalesce(json_agg(json_build_object('editionId', o."editionId", 'blogSlug', ob."slug", 'slug', o."slug")), '[]')
        FROM "Article" o JOIN "Blog" ob ON ob."id" = o."blogId"
        WHERE o."familyId" = a."familyId" AND o."id" <> a."id" AND o."state" = 'published') AS "translations"
    FROM (${rows}) a JOIN "Blog" b ON b."id" = a."blogId" JOIN "Edition" e ON e."id" = a."editionId" AND NOT e."isOff"
    ORDER BY a."id"`)
  return found.map((row) => ({
    ...row,
    publishedAt: new Date(row.publishedAt),
    changedAt: new Date(row.changedAt),
  }))
}

/** Fronts, blogs and static pages. */
export async function listSitemapPages(): Promise<readonly SitemapPage[]> {
  await nameTagOfEveryEdition(tags.chrome)
  nameTags(tags.sitemaps())
  const rows = await hotQuery<Json<SitemapPage>>(Prisma.sql`
    SELECT ${edition} AS "edition", p.path AS "path", p.changed AS "changedAt"
    FROM "Edition" e CROSS JOIN LATERAL (
      SELECT 0 AS rank, 0 AS id, '' AS path, NULL::timestamptz AS changed
      UNION ALL SELECT 1, b."id", b."slug", NULL FROM "Blog" b WHERE b."editionId" = e."id"
      UNION ALL SELECT 2, g."id", g."slug", g."changedAt" FROM "Page" g WHERE g."editionId" = e."id"
    ) p WHERE NOT e."isOff" ORDER BY e."position", e."id", p.rank, p.id`)
  return rows.map((row) => ({ ...row, changedAt: row.changedAt === null ? null : new Date(row.changedAt) }))
}

/** The files of topics and contributors that have any to list. Each is looked into until its first is found. */
export async function listSitemapReferences(): Promise<readonly SitemapReferences[]> {
  await nameTagOfEveryEdition(tags.chrome)
  nameTags(tags.sitemaps())
  const filesOf = (kind: SitemapReferences['kind']) => Prisma.sql`
    SELECT ${kind} AS "kind", n AS "shard" FROM generate_series(0, (SELECT max("id") FROM ${tableOf[kind]}) / ${referencesPerSitemap}::int) n
    WHERE EXISTS (SELECT 1 ${listedWithin(kind, Prisma.sql`n`)})`
  return hotQuery<SitemapReferences>(
    Prisma.sql`${filesOf('topics')} UNION ALL ${filesOf('authors')} ORDER BY "kind" DESC, "shard"`,
  )
}

/** The topics or contributors of a range of ids that have articles. */
export async function listSitemapPagesOf({ kind, shard }: SitemapReferences): Promise<readonly SitemapPage[]> {
  await nameTagOfEveryEdition(tags.chrome)
  nameTags(tags.sitemaps())
  const folder = kind === 'topics' ? 'topic/' : 'authors/'
  return hotQuery<SitemapPage>(Prisma.sql`
    SELECT ${edition} AS "edition", ${folder} || r."slug" AS "path", NULL AS "changedAt"
    ${listedWithin(kind, Prisma.sql`${shard}`)} ORDER BY r."id"`)
}

const edition = Prisma.sql`json_build_object('key', e."key", 'isDefault', e."isDefault")`
const tableOf = { topics: Prisma.sql`"Topic"`, authors: Prisma.sql`"Contributor"` } as const

function listedWithin(kind: SitemapReferences['kind'], shard: Prisma.Sql): Prisma.Sql {
  const isListed =
    kind === 'topics'
      ? Prisma.sql`SELECT 1 FROM "ArticleTopic" x WHERE x."topicId" = r."id" AND x."listedAt" IS NOT NULL`
      : Prisma.sql`SELECT 1 FROM "Byline" y WHERE y."contributorId" = r."id" AND y."listedAt" IS NOT NULL`
  const first = Prisma.sql`${shard}::bigint * ${referencesPerSitemap}::int`
  return Prisma.sql`
    FROM ${tableOf[kind]} r JOIN "Edition" e ON e."id" = r."editionId" AND NOT e."isOff"
    WHERE r."id" >= ${first} AND r."id" < ${first} + ${referencesPerSitemap}::int AND EXISTS (${isListed})`
}
