import type { ArticleAt } from '#lib/domain/article.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { hotQuery } from '#lib/store/hot-query.ts'
import { type ArticleViewRow, articleView } from '#lib/store/rows.ts'
import { articleRefJson, cardJoins, cardJson, pictureJson } from './card-sql.ts'

type Address = { readonly editionId: number; readonly blogSlug: string; readonly slug: string }

type Row = {
  readonly id: number
  readonly isFormer: boolean
  readonly isGone: boolean
  readonly blogId: number
  readonly blogSlug: string
  readonly slug: string
  readonly withdrawnAt: Date | null
  readonly withdrawalNotice: string | null
  readonly view: Omit<ArticleViewRow, 'textChangedAt'> | null
  readonly textChangedAt: Date | null
  readonly familyIds: readonly number[] | null
  readonly linkedIds: readonly number[] | null
}

/**
 * What stands at an address: the article with all that its page shows of it, what is left of one, or where it went. What is not
 * public yet stands nowhere. One statement, every step of it by index.
 */
export async function findArticleAt(address: Address): Promise<ArticleAt> {
  const path = `${address.blogSlug}/${address.slug}`
  nameTags(tags.address(address.editionId, path))
  const [row] = await hotQuery<Row>(query(address, path))
  if (!row) {
    // The blog itself may have moved here, with all its articles.
    nameTags(tags.address(address.editionId, address.blogSlug))
    return { kind: 'missing' }
  }
  nameTags(tags.article(row.id), tags.blog(row.blogId))
  if (row.isGone && row.withdrawnAt)
    return { kind: 'gone', gone: { id: row.id, withdrawnAt: row.withdrawnAt, notice: row.withdrawalNotice } }
  if (row.isFormer || !row.view) return { kind: 'moved', to: { blogSlug: row.blogSlug, slug: row.slug } }
  nameTags(...[...(row.familyIds ?? []), ...(row.linkedIds ?? [])].map(tags.article))
  return { kind: 'article', article: articleView({ ...row.view, textChangedAt: row.textChangedAt }) }
}

const publicStates = Prisma.sql`('published', 'withdrawn', 'killed')`

function query({ editionId, blogSlug, slug }: Address, path: string): Prisma.Sql {
  return Prisma.sql`
    WITH found AS (
      SELECT a."id", 0 AS rank FROM "Blog" b
        JOIN "Article" a ON a."editionId" = b."editionId" AND a."blogId" = b."id" AND a."slug" = ${slug}
        WHERE b."editionId" = ${editionId} AND b."slug" = ${blogSlug} AND a."state" IN ${publicStates}
      UNION ALL
      SELECT a."id", 1 FROM "FormerAddress" f JOIN "Article" a ON a."id" = f."articleId"
        WHERE f."editionId" = ${editionId} AND f."path" = ${path} AND a."state" IN ${publicStates}
      UNION ALL
      SELECT a."id", 2 FROM "FormerAddress" f
        JOIN "Article" a ON a."editionId" = f."editionId" AND a."blogId" = f."blogId" AND a."slug" = ${slug}
        WHERE f."editionId" = ${editionId} AND f."path" = ${blogSlug} AND a."state" IN ${publicStates}
      ORDER BY rank LIMIT 1
    )
    SELECT a."id", found.rank > 0 AS "isFormer", a."withdrawnAt" IS NOT NULL AS "isGone", a."blogId", b."slug" AS "blogSlug",
      a."slug", a."withdrawnAt", a."withdrawalNotice", a."textChangedAt", v.*
    FROM found JOIN "Article" a ON a."id" = found."id" ${cardJoins}
    LEFT JOIN LATERAL (${view}) v ON found.rank = 0`
}

// Arrays, not joins: the planner takes a function's rows for a hundred or a thousand, and would rather read a whole table.
const figureIds = Prisma.sql`ARRAY(
  SELECT (block->>'pictureId')::int FROM jsonb_array_elements(r."body") block WHERE block->>'kind' = 'figure')`

const linkedIds = Prisma.sql`ARRAY(SELECT DISTINCT id::int FROM jsonb_path_query(r."body", 'strict $.**.articleId') id)`

/** The page's parts of a published article `a`, from its published revision. */
const view = Prisma.sql`
  SELECT
    (SELECT array_agg(o."id") FROM "Article" o WHERE o."familyId" = a."familyId" AND o."id" <> a."id") AS "familyIds",
    ${linkedIds} AS "linkedIds",
    json_build_object(
      'card', ${cardJson},
      'description', r."description", 'body', r."body", 'facts', r."facts",
      'readingMinutes', a."readingMinutes", 'wordCount', r."wordCount", 'revision', r."number",
      'bylines', (SELECT coalesce(json_agg(json_build_object('slug', c."slug", 'name', c."name", 'kind', c."kind",
          'role', y."role") ORDER BY y."position"), '[]')
        FROM "Byline" y JOIN "Contributor" c ON c."id" = y."contributorId" WHERE y."articleId" = a."id"),
      'topics', (SELECT coalesce(json_agg(json_build_object('id', t."id", 'slug', t."slug", 'name', t."name")
          ORDER BY x."position"), '[]')
        FROM "ArticleTopic" x JOIN "Topic" t ON t."id" = x."topicId" WHERE x."articleId" = a."id"),
      'corrections', (SELECT coalesce(json_agg(json_build_object('place', c."place", 'text', c."text", 'at', c."at")
          ORDER BY c."at", c."id"), '[]')
        FROM "Correction" c WHERE c."articleId" = a."id"),
      'translations', (SELECT coalesce(json_agg(json_build_object('editionKey', oe."key", 'locale', oe."locale",
          'direction', oe."direction", 'isDefaultEdition', oe."isDefault",
          'article', json_build_object('id', o."id", 'blogSlug', ob."slug", 'slug', o."slug", 'headline', o."headline"))
          ORDER BY oe."position", oe."id"), '[]')
        FROM "Article" o JOIN "Edition" oe ON oe."id" = o."editionId" JOIN "Blog" ob ON ob."id" = o."blogId"
        WHERE o."familyId" = a."familyId" AND o."id" <> a."id" AND o."state" = 'published'),
      'pictures', (SELECT coalesce(json_agg(q.picture), '[]')
        FROM (${pictureJson(Prisma.sql`p."id" = ANY(${figureIds})`)}) q(picture)),
      'linked', (SELECT coalesce(json_agg(q.ref), '[]') FROM (
          SELECT ${articleRefJson} FROM "Article" a JOIN "Blog" b ON b."id" = a."blogId"
          WHERE a."id" = ANY(${linkedIds}) AND a."editionId" = e."id" AND a."state" = 'published') q(ref))
    ) AS "view"
  FROM "Revision" r WHERE r."id" = a."publishedRevisionId"`
