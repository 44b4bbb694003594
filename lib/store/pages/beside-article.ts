import type { ArticleCard, ArticleRef } from '#lib/domain/article.ts'
import type { Blog } from '#lib/domain/blog.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { articleCard, type Json } from '#lib/store/rows.ts'
import { articleRefJson, blogJson, cardJoins, cardJson } from './sql/card-sql.ts'

type Question = {
  readonly articleId: number
  readonly blogId: number
  readonly editionId: number
  /** When the article came out: its neighbours in the blog lie around it. */
  readonly at: Date
  readonly topicIds: readonly number[]
}

export type BesideArticle = {
  readonly latest: readonly ArticleCard[]
  readonly related: readonly ArticleCard[]
  readonly older: ArticleRef | null
  readonly newer: ArticleRef | null
  readonly about: Blog
}

const latestLimit = 6
const relatedLimit = 4
/** The newest of each topic that can be related: enough for one that shares several topics to be among them. */
const candidatesOfTopic = 12

type Row = Omit<BesideArticle, 'latest' | 'related'> & {
  readonly latest: readonly Json<ArticleCard>[]
  readonly related: readonly Json<ArticleCard>[]
}

/** What stands beside an article on its page: its blog, and ways on to others. */
export async function findBesideArticle(question: Question): Promise<BesideArticle> {
  const { articleId, blogId, at, topicIds } = question
  nameTags(tags.blog(blogId), tags.blogLatest(blogId), ...topicIds.map(tags.topicLatest))
  const [row] = await hotQuery<Row>(Prisma.sql`
    WITH latest AS (
      SELECT a."id" FROM "Article" a WHERE a."blogId" = ${blogId} AND a."listedAt" IS NOT NULL AND a."id" <> ${articleId}
      ORDER BY a."listedAt" DESC, a."id" DESC LIMIT ${latestLimit}
    ), related AS (
      SELECT c."articleId" AS id, count(*) AS shared, max(c."listedAt") AS at
      FROM unnest(${topicIds}::int[]) topic
      CROSS JOIN LATERAL (
        SELECT x."articleId", x."listedAt" FROM "ArticleTopic" x
        WHERE x."topicId" = topic AND x."listedAt" IS NOT NULL AND x."articleId" <> ${articleId}
        ORDER BY x."listedAt" DESC, x."articleId" DESC LIMIT ${candidatesOfTopic}
      ) c
      WHERE c."articleId" NOT IN (SELECT "id" FROM latest)
      GROUP BY c."articleId" ORDER BY shared DESC, at DESC, id DESC LIMIT ${relatedLimit}
    )
    SELECT
      (SELECT ${blogJson} FROM "Blog" b WHERE b."id" = ${blogId}) AS "about",
      (SELECT coalesce(json_agg(${cardJson} ORDER BY a."listedAt" DESC, a."id" DESC), '[]')
        FROM latest JOIN "Article" a ON a."id" = latest."id" ${cardJoins}) AS "latest",
      (SELECT coalesce(json_agg(${cardJson} ORDER BY related.shared DESC, related.at DESC, a."id" DESC), '[]')
        FROM related JOIN "Article" a ON a."id" = related.id ${cardJoins}) AS "related",
      (${neighbour(question, 'older')}) AS "older",
      (${neighbour(question, 'newer')}) AS "newer"`)
  if (!row?.about) throw new Error(`Blog ${blogId} of article ${articleId} is gone at ${at.toISOString()}`)
  return { ...row, latest: row.latest.map(articleCard), related: row.related.map(articleCard) }
}

function neighbour({ articleId, blogId, at }: Question, side: 'older' | 'newer'): Prisma.Sql {
  const [beyond, order] = side === 'older' ? [Prisma.sql`<`, Prisma.sql`DESC`] : [Prisma.sql`>`, Prisma.sql`ASC`]
  return Prisma.sql`
    SELECT ${articleRefJson} FROM "Article" a JOIN "Blog" b ON b."id" = a."blogId"
    WHERE a."blogId" = ${blogId} AND a."listedAt" IS NOT NULL
      AND (a."listedAt", a."id") ${beyond} (${at}::timestamptz, ${articleId}::int)
    ORDER BY a."listedAt" ${order}, a."id" ${order} LIMIT 1`
}
