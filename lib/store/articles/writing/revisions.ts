import type { Body } from '#lib/domain/text/body.ts'
import type { ArticleText } from '#lib/domain/workflow/newsroom.ts'
import {
  type KeptPictures,
  type Placement,
  type RevisionFacts,
  readFacts,
} from '#lib/domain/workflow/revision-facts.ts'
import { type ArticleDraft, draftOf } from '#lib/domain/writing/editor/article-draft.ts'
import type { NewestDraft } from '#lib/domain/writing/saving/save-answers.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { loadArticleForChange } from '#lib/store/articles/load-article.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'

/** A line of an article's history. */
export type RevisionLine = {
  readonly number: number
  readonly at: Date
  readonly by: string
  readonly reason: string | null
  readonly wordCount: number
  readonly headline: string
  /** Readers see this one. */
  readonly isShown: boolean
}

export type Revision = RevisionLine & {
  readonly text: ArticleText
  /** Absent where an early revision kept none. */
  readonly placement: Partial<Placement>
  readonly pictures: KeptPictures
  readonly suggestedBody: SuggestedBody | null
}

type Row = RevisionLine & {
  readonly standfirst: string
  readonly description: string | null
  readonly body: Body
  readonly facts: RevisionFacts
}

/** A text that is saved all day long has hundreds. */
export const revisionsAPage = 100

/** Newest first, from this number on: a page of them. */
export async function listRevisions(articleId: number, upTo: number | null = null): Promise<readonly RevisionLine[]> {
  return database().$queryRaw<RevisionLine[]>`
    SELECT r."number", r."createdAt" AS "at", r."createdBy" AS "by", r."reason", r."wordCount", r."headline",
      r."id" = a."publishedRevisionId" IS TRUE AS "isShown"
    FROM "Revision" r JOIN "Article" a ON a."id" = r."articleId" WHERE a."id" = ${articleId} AND r."number" <= coalesce(${upTo}::int, r."number")
    ORDER BY r."number" DESC LIMIT ${revisionsAPage}`
}

export async function findNewestNumber(articleId: number): Promise<number> {
  const [row] = await database().$queryRaw<{ number: number | null }[]>`
    SELECT max("number") AS "number" FROM "Revision" WHERE "articleId" = ${articleId}`
  return row?.number ?? 1
}

export async function findRevision(articleId: number, number: number): Promise<Revision | null> {
  const [row] = await database().$queryRaw<Row[]>`
    SELECT r."number", r."createdAt" AS "at", r."createdBy" AS "by", r."reason", r."wordCount", r."headline", r."standfirst",
      r."description", r."body", r."facts", r."id" = a."publishedRevisionId" IS TRUE AS "isShown"
    FROM "Revision" r JOIN "Article" a ON a."id" = r."articleId" WHERE a."id" = ${articleId} AND r."number" = ${number}`
  if (!row) return null
  const { standfirst, description, body, facts, ...line } = row
  const { text, ...kept } = readFacts(facts)
  return { ...line, text: { headline: line.headline, standfirst, description, body, ...text }, ...kept }
}

/** The article as it is now, with who last wrote its text: what a stale save is merged with. */
export async function findNewestDraft(articleId: number): Promise<NewestDraft | null> {
  return inTransaction(async (open) => {
    const loaded = await loadArticleForChange(articleId)
    if (!loaded) return null
    const [row] = await open.$queryRaw<{ by: string; at: Date }[]>`
      SELECT "createdBy" AS "by", "createdAt" AS "at" FROM "Revision" WHERE "id" = ${loaded.newest.id}`
    const draft: ArticleDraft = draftOf(loaded.article)
    return { version: loaded.article.version, draft, by: row?.by ?? '', at: (row?.at ?? new Date(0)).toISOString() }
  })
}

export async function findVersion(articleId: number): Promise<number | null> {
  const [row] = await database().$queryRaw<{ version: number }[]>`
    SELECT "version" FROM "Article" WHERE "id" = ${articleId}`
  return row?.version ?? null
}
