import type { Edition } from '#lib/domain/edition.ts'
import type { PreviewedArticle } from '#lib/domain/publishing/preview.ts'
import { readingMinutes } from '#lib/domain/text/article-words.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { type ArticleViewRow, articleView } from '#lib/store/rows.ts'
import { cardJoins, cardWith, editionJson } from './sql/card-sql.ts'
import { bylineRows, topicRows, viewJson } from './sql/view-sql.ts'

type Row = {
  readonly view: Omit<ArticleViewRow, 'textChangedAt'>
  readonly edition: Edition
  readonly goesOutAt: Date | null
  readonly isShown: boolean
}

// Revisions know who made them and what they are about; the first ones of a newsroom don't, and show what is known now.
const bylines = Prisma.sql`
  SELECT (one->>'contributorId')::int AS "contributorId", one->>'role' AS "role", place::int AS "position"
  FROM jsonb_array_elements(r."facts"->'bylines') WITH ORDINALITY AS kept(one, place)
  UNION ALL SELECT * FROM (${bylineRows}) now WHERE NOT r."facts" ? 'bylines'`
const topics = Prisma.sql`
  SELECT one::int AS "topicId", place::int AS "position"
  FROM jsonb_array_elements_text(r."facts"->'topicIds') WITH ORDINALITY AS kept(one, place)
  UNION ALL SELECT * FROM (${topicRows}) now WHERE NOT r."facts" ? 'topicIds'`
const card = cardWith({
  headline: Prisma.sql`r."headline"`,
  standfirst: Prisma.sql`r."standfirst"`,
  pictureId: Prisma.sql`(r."facts"->>'pictureId')::int`,
})

/**
 * One revision of an article in any state, as its page would show it; without a number the newest. Its date is that of its first
 * publication, of the planned one, or now.
 */
export async function findPreviewedArticle(
  articleId: number,
  revision: number | null,
  now: Date,
): Promise<PreviewedArticle | null> {
  const [row] = await database().$queryRaw<Row[]>`
    SELECT ${viewJson({ card, bylines, topics })} AS "view", ${editionJson} AS "edition",
      coalesce(a."firstPublishedAt", a."scheduledFor", a."embargoUntil") AS "goesOutAt",
      a."state" = 'published' AND a."publishedRevisionId" = r."id" AS "isShown"
    FROM "Article" a ${cardJoins} JOIN "Revision" r ON r."articleId" = a."id"
    WHERE a."id" = ${articleId} AND a."state" <> 'killed' AND (${revision}::int IS NULL OR r."number" = ${revision}::int)
    ORDER BY r."number" DESC LIMIT 1`
  if (!row) return null
  const { view, edition, goesOutAt, isShown } = row
  const article = articleView({ ...view, textChangedAt: null })
  const minutes = readingMinutes(article.wordCount, edition.locale)
  return { edition, isShown, article: { ...article, publishedAt: goesOutAt ?? now, readingMinutes: minutes } }
}
