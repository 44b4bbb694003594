import type { ArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'
import { database } from '#lib/store/database/client.ts'

/** Where an article is, for what permissions and clocks ask, and what it is called now. */
export type BulkPlace = ArticleScope & {
  readonly id: number
  readonly version: number
  readonly headline: string
  readonly locale: string
  readonly timeZone: string
}

/** In the order of `ids`; what is not there is left out. */
export async function listBulkPlaces(ids: readonly number[]): Promise<readonly BulkPlace[]> {
  return database().$queryRaw<BulkPlace[]>`
    SELECT a."id", a."version", a."editionId", a."blogId", a."authorId", a."state"::text AS "state", r."headline", e."locale",
      e."timeZone"
    FROM "Article" a JOIN "Edition" e ON e."id" = a."editionId"
    CROSS JOIN LATERAL (SELECT "headline" FROM "Revision" WHERE "articleId" = a."id" ORDER BY "number" DESC LIMIT 1) r
    WHERE a."id" = ANY(${[...ids]}::int[]) ORDER BY array_position(${[...ids]}::int[], a."id")`
}

/** A topic and its counterparts in other editions: edition → topic. */
export async function findTopicEverywhere(topicId: number): Promise<ReadonlyMap<number, number>> {
  const rows = await database().$queryRaw<{ editionId: number; id: number }[]>`
    SELECT o."editionId", o."id" FROM "Topic" t JOIN "Topic" o ON o."key" = t."key" WHERE t."id" = ${topicId}`
  return new Map(rows.map(({ editionId, id }) => [editionId, id]))
}

/** Blog → edition; what is no blog is left out. */
export async function findEditionsOfBlogs(blogIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows = await database().$queryRaw<{ id: number; editionId: number }[]>`
    SELECT "id", "editionId" FROM "Blog" WHERE "id" = ANY(${[...blogIds]}::int[])`
  return new Map(rows.map(({ id, editionId }) => [id, editionId]))
}

export type NamedChoice = {
  readonly id: number
  readonly name: string
  readonly editionId: number
  readonly locale: string
}

/** Topics of these editions, or (to be removed) those that these articles have. */
export async function listTopicChoices(articleIds: readonly number[], act: 'add-topic' | 'remove-topic') {
  const ids = [...articleIds]
  return database().$queryRaw<NamedChoice[]>`
    SELECT t."id", t."name", e."id" AS "editionId", e."locale" FROM "Topic" t JOIN "Edition" e ON e."id" = t."editionId"
    WHERE CASE WHEN ${act === 'remove-topic'} THEN
        EXISTS (SELECT 1 FROM "ArticleTopic" x WHERE x."topicId" = t."id" AND x."articleId" = ANY(${ids}::int[]))
      ELSE e."id" IN (SELECT a."editionId" FROM "Article" a WHERE a."id" = ANY(${ids}::int[])) END
    ORDER BY e."position", e."id", t."name", t."id"`
}

export async function listBlogChoices(articleIds: readonly number[]): Promise<readonly NamedChoice[]> {
  return database().$queryRaw<NamedChoice[]>`
    SELECT b."id", b."name", e."id" AS "editionId", e."locale" FROM "Blog" b JOIN "Edition" e ON e."id" = b."editionId"
    WHERE e."id" IN (SELECT a."editionId" FROM "Article" a WHERE a."id" = ANY(${[...articleIds]}::int[]))
    ORDER BY e."position", e."id", b."position", b."id"`
}
