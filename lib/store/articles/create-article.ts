import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article, ArticleText, Editor } from '#lib/domain/workflow/newsroom.ts'
import { appendAudit } from '#lib/store/audit.ts'
import { database, inTransaction } from '#lib/store/client.ts'
import { insertRevision, replaceBylines, replaceTopics } from './save-article.ts'

export type NewArticle = {
  /** One of `reserveArticleIds`, for articles that link to each other; else the next one. */
  readonly id?: number
  readonly editionId: number
  readonly blogId: number
  /** Ties it to its translations; made when it is the first. */
  readonly familyKey: string
  readonly slug: string
  readonly text: ArticleText
  readonly topicIds: readonly number[]
  readonly bylines: Article['bylines']
  readonly embargoUntil: Date | null
  readonly by: Editor
  readonly now: Date
}

export type CreateRefusal =
  | { readonly kind: 'address-taken'; readonly slug: string }
  | { readonly kind: 'already-in-edition'; readonly articleId: number }

/** A new draft with its first revision. Nothing of it is public. */
export async function createArticle(
  article: NewArticle,
): Promise<Result<{ readonly id: number; readonly version: 1 }, CreateRefusal>> {
  return inTransaction(async () => {
    const familyId = await familyOf(article)
    const [taken] = await database().$queryRaw<{ id: number; familyId: number }[]>`
      SELECT "id", "familyId" FROM "Article" WHERE "editionId" = ${article.editionId}
        AND ("familyId" = ${familyId} OR ("blogId" = ${article.blogId} AND "slug" = ${article.slug})) LIMIT 1`
    if (taken?.familyId === familyId) return refuse({ kind: 'already-in-edition', articleId: taken.id })
    if (taken) return refuse({ kind: 'address-taken', slug: article.slug })
    const id = await insertArticle(article, familyId)
    await replaceTopics(id, article.topicIds)
    await replaceBylines(id, article.bylines)
    await appendAudit({
      actor: article.by.name,
      action: 'article.create',
      subject: `article:${id}`,
      details: { editionId: article.editionId, blogId: article.blogId, slug: article.slug, family: article.familyKey },
      at: article.now,
    })
    return ok({ id, version: 1 })
  })
}

/** Ids that nobody else will get, so that bodies can link to articles which are not written yet. */
export async function reserveArticleIds(count: number): Promise<readonly number[]> {
  const rows = await database().$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('"Article"', 'id'))::int AS "id" FROM generate_series(1, ${count}::int)`
  return rows.map(({ id }) => id)
}

async function insertArticle(article: NewArticle, familyId: number): Promise<number> {
  const { editionId, blogId, slug, text, embargoUntil, by, now } = article
  const [given] = article.id ? [article.id] : await reserveArticleIds(1)
  const [row] = await database().$queryRaw<{ id: number; locale: string }[]>`
    INSERT INTO "Article" ("id", "editionId", "blogId", "familyId", "slug", "headline", "standfirst", "description", "pictureId",
      "embargoUntil", "createdAt", "changedAt")
    VALUES (${given}, ${editionId}, ${blogId}, ${familyId}, ${slug}, ${text.headline}, ${text.standfirst}, ${text.description},
      ${text.pictureId}, ${embargoUntil}, ${now}, ${now})
    RETURNING "id", (SELECT "locale" FROM "Edition" WHERE "id" = ${editionId}) AS "locale"`
  if (!row) throw new Error('The article was not written')
  const after = { number: 0, hash: null }
  const whole = { ...article, suggestedBody: null }
  await insertRevision({ articleId: row.id, article: whole, locale: row.locale, after, by, reason: null, now })
  return row.id
}

async function familyOf({ familyKey, editionId, now }: NewArticle): Promise<number> {
  await database().$executeRaw`
    INSERT INTO "StoryFamily" ("key", "originId", "createdAt") VALUES (${familyKey}, ${editionId}, ${now}) ON CONFLICT DO NOTHING`
  const [family] = await database().$queryRaw<
    { id: number }[]
  >`SELECT "id" FROM "StoryFamily" WHERE "key" = ${familyKey}`
  if (!family) throw new Error(`Story family ${familyKey} was not written`)
  return family.id
}
