import type { Edition } from '#lib/domain/edition.ts'
import type { Result } from '#lib/domain/result.ts'
import type { Article, State } from '#lib/domain/workflow/newsroom.ts'
import type { SiblingArticle } from '#lib/domain/writing/editor/lookups.ts'
import { type CreateRefusal, createArticle, type NewArticle } from '#lib/store/articles/create-article.ts'
import { loadArticleForChange } from '#lib/store/articles/load-article.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { editionJson } from '#lib/store/pages/sql/card-sql.ts'

/** What a permission asks about an article. */
export type ArticleScope = {
  readonly editionId: number
  readonly blogId: number
  readonly authorId: string | null
  readonly state: State['kind']
}

export type NewsroomArticle = {
  readonly article: Article
  readonly edition: Edition
  readonly scope: ArticleScope
  readonly familyKey: string
  readonly siblings: readonly SiblingArticle[]
}

type Row = {
  readonly edition: Edition
  readonly authorId: string | null
  readonly familyKey: string
  readonly siblings: readonly SiblingArticle[]
}

export async function findArticleScope(articleId: number): Promise<ArticleScope | null> {
  const [scope] = await database().$queryRaw<ArticleScope[]>`
    SELECT "editionId", "blogId", "authorId", "state"::text AS "state" FROM "Article" WHERE "id" = ${articleId}`
  return scope ?? null
}

/** An article as its writers need it, in any state: its newest text, its edition, and the story's other editions. */
export async function findNewsroomArticle(articleId: number): Promise<NewsroomArticle | null> {
  const loaded = await loadArticleForChange(articleId)
  if (!loaded) return null
  const { article } = loaded
  const [row] = await database().$queryRaw<Row[]>`
    SELECT ${editionJson} AS "edition", a."authorId", f."key" AS "familyKey",
      (SELECT coalesce(json_agg(json_build_object('id', o."id", 'editionId', oe."id", 'editionName', oe."name",
          'locale', oe."locale", 'direction', oe."direction", 'headline', r."headline", 'standfirst', r."standfirst",
          'body', r."body", 'state', o."state", 'isSource', oe."id" = f."originId",
          'age', CASE
            WHEN oe."id" = f."originId" AND said.at > own.at THEN 'source-is-newer'
            WHEN e."id" = f."originId" AND said.at < own.at THEN 'translation-is-older' END)
          ORDER BY oe."id" = f."originId" DESC, oe."position", oe."id"), '[]')
        FROM "Article" o JOIN "Edition" oe ON oe."id" = o."editionId"
        CROSS JOIN LATERAL (SELECT * FROM "Revision" r WHERE r."articleId" = o."id" ORDER BY r."number" DESC LIMIT 1) r
        CROSS JOIN LATERAL (${lastSaid(Prisma.sql`o."id"`)}) said(at)
        WHERE o."familyId" = a."familyId" AND o."id" <> a."id") AS "siblings"
    FROM "Article" a JOIN "Edition" e ON e."id" = a."editionId" JOIN "StoryFamily" f ON f."id" = a."familyId"
    CROSS JOIN LATERAL (${lastSaid(Prisma.sql`a."id"`)}) own(at)
    WHERE a."id" = ${articleId}`
  if (!row) return null
  const { authorId, ...rest } = row
  const scope = { editionId: article.editionId, blogId: article.blogId, authorId, state: article.state.kind }
  return { article, scope, ...rest }
}

/** When an article last came to say something else. What is only suggested in it changes nothing that a translation must follow. */
function lastSaid(articleId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT r."createdAt" FROM "Revision" r WHERE r."articleId" = ${articleId} AND NOT EXISTS (
      SELECT 1 FROM "Revision" p WHERE p."articleId" = r."articleId" AND p."number" = r."number" - 1
        AND (p."facts" ? 'suggestedBody' OR r."facts" ? 'suggestedBody')
        AND (p."headline", p."standfirst", p."body", p."facts" - 'suggestedBody')
          = (r."headline", r."standfirst", r."body", r."facts" - 'suggestedBody'))
    ORDER BY r."number" DESC LIMIT 1`
}

/** A new draft of somebody's own. When the address is taken it gets a number. */
export async function beginArticle(
  article: NewArticle,
  authorId: string,
): Promise<Result<{ readonly id: number }, CreateRefusal>> {
  return inTransaction(async (database) => {
    const slug = await freeSlug(article)
    const created = await createArticle({ ...article, slug })
    if (created.ok)
      await database.$executeRaw`UPDATE "Article" SET "authorId" = ${authorId} WHERE "id" = ${created.value.id}`
    return created
  })
}

/** What stands for an article's topics and bylines in another edition: keys are the same everywhere. */
export async function findCounterparts(
  articleId: number,
  editionId: number,
): Promise<Pick<Article, 'topicIds' | 'bylines'>> {
  const [row] = await database().$queryRaw<Pick<Article, 'topicIds' | 'bylines'>[]>`
    SELECT
      ARRAY(SELECT o."id" FROM "ArticleTopic" x JOIN "Topic" t ON t."id" = x."topicId"
        JOIN "Topic" o ON o."editionId" = ${editionId} AND o."key" = t."key"
        WHERE x."articleId" = ${articleId} ORDER BY x."position") AS "topicIds",
      (SELECT coalesce(json_agg(json_build_object('contributorId', o."id", 'role', NULL) ORDER BY y."position"), '[]')
        FROM "Byline" y JOIN "Contributor" c ON c."id" = y."contributorId"
        JOIN "Contributor" o ON o."editionId" = ${editionId} AND o."key" = c."key"
        WHERE y."articleId" = ${articleId}) AS "bylines"`
  return row ?? { topicIds: [], bylines: [] }
}

async function freeSlug({ editionId, blogId, slug }: NewArticle): Promise<string> {
  const rows = await database().$queryRaw<{ slug: string }[]>`
    SELECT "slug" FROM "Article" WHERE "editionId" = ${editionId} AND "blogId" = ${blogId} AND starts_with("slug", ${slug})`
  const taken = new Set(rows.map((row) => row.slug))
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number++) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`
}
