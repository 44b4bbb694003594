import type { ArticleAt } from '#lib/domain/article.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { hotQuery } from '#lib/store/database/hot-query.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { type ArticleViewRow, articleView } from '#lib/store/rows.ts'
import { articleViewSql } from './sql/article-view-sql.ts'
import { cardJoins } from './sql/card-sql.ts'

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
    LEFT JOIN LATERAL (${articleViewSql}) v ON found.rank = 0`
}
