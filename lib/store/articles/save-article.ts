import { countWords, plainText, readingMinutes } from '#lib/domain/text/article-words.ts'
import type { Article, Editor, State, TimedWithdrawal } from '#lib/domain/workflow/newsroom.ts'
import { factsOf, type Kept, picturesOf } from '#lib/domain/workflow/revision-facts.ts'
import { chainHash } from '#lib/domain/workflow/revision-hash.ts'
import { database } from '#lib/store/database/client.ts'
import { findKeptWords } from '#lib/store/media/kept-words.ts'

/** Writes the rows of an article. Only create-article and change-article call this: they add the audit and outbox rows. */

export type Chain = { readonly number: number; readonly hash: string | null }

type NewRevision = {
  readonly articleId: number
  readonly article: Kept
  readonly locale: string
  readonly after: Chain
  readonly by: Editor
  readonly reason: string | null
  readonly now: Date
}

export async function insertRevision(revision: NewRevision): Promise<{ readonly id: number; readonly number: number }> {
  const ids = await insertRevisions([revision])
  const id = ids.get(revision.articleId)
  if (id === undefined) throw new Error('The revision was not written')
  return { id, number: revision.after.number + 1 }
}

/** Revisions of several articles, one of each; answers their ids by article. */
export async function insertRevisions(revisions: readonly NewRevision[]): Promise<ReadonlyMap<number, number>> {
  const rows: object[] = []
  for (const revision of revisions) rows.push(await revisionRow(revision))
  const written = await database().$queryRaw<{ id: number; articleId: number }[]>`
    INSERT INTO "Revision" ("articleId", "number", "headline", "standfirst", "description", "body", "facts", "wordCount",
      "createdAt", "createdBy", "reason", "hash", "previousHash")
    SELECT x."articleId", x."number", x."headline", x."standfirst", x."description", x."body", x."facts", x."wordCount",
      x."createdAt", x."createdBy", x."reason", x."hash", x."previousHash"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("articleId" int, "number" int, "headline" text,
      "standfirst" text, "description" text, "body" jsonb, "facts" jsonb, "wordCount" int, "createdAt" timestamptz,
      "createdBy" text, "reason" text, "hash" text, "previousHash" text)
    RETURNING "id", "articleId"`
  return new Map(written.map(({ id, articleId }) => [articleId, id]))
}

async function revisionRow({ articleId, article, locale, after, by, reason, now }: NewRevision): Promise<object> {
  const { headline, standfirst, description, body } = article.text
  const facts = factsOf(article, await findKeptWords(picturesOf(article.text), locale))
  const words = { articleId, number: after.number + 1, headline, standfirst, description, body, facts }
  return {
    ...words,
    ...{ wordCount: countWords(plainText(body), locale), createdAt: now, createdBy: by.name, reason },
    hash: chainHash({ ...words, at: now.toISOString(), by: by.name }, after.hash),
    previousHash: after.hash,
  }
}

export type SavedArticle = {
  readonly article: Article
  readonly revisionId: number
  readonly locale: string
  readonly now: Date
}

/** The articles' own rows, from what was decided and the revision that holds each one's text. */
export async function updateArticles(saved: readonly SavedArticle[]): Promise<void> {
  await database().$executeRaw`
    UPDATE "Article" a SET "version" = a."version" + 1, "blogId" = x."blogId", "slug" = x."slug",
      "state" = x."state"::"ArticleState", "deskStageId" = x."deskStageId", "publishedRevisionId" = x."shown", "isPending" = x."isPending",
      "firstPublishedAt" = x."firstAt",
      "textChangedAt" = x."textChangedAt", "listedAt" = x."listedAt", "embargoUntil" = x."embargoUntil",
      "scheduledFor" = x."goesOutAt", "withdrawnAt" = x."withdrawnAt", "withdrawalNotice" = x."notice",
      "withdrawAt" = x."withdrawAt", "withdrawalReason" = x."withdrawalReason", "changedAt" = x."now",
      "dueAt" = CASE WHEN x."isFinished" THEN NULL ELSE a."dueAt" END
    FROM jsonb_to_recordset(${JSON.stringify(saved.map(rowOf))}::jsonb) AS x("id" int, "blogId" int, "slug" text,
      "state" text, "deskStageId" int, "shown" int, "isPending" boolean, "firstAt" timestamptz, "textChangedAt" timestamptz, "listedAt" timestamptz,
      "embargoUntil" timestamptz, "goesOutAt" timestamptz, "isFinished" boolean, "withdrawnAt" timestamptz, "notice" text,
      "withdrawAt" timestamptz, "withdrawalReason" text, "now" timestamptz)
    WHERE a."id" = x."id"`
  // Lists go on showing an earlier revision's words while a newer text waits.
  const inLists = saved.filter(({ article: { state } }) => state.kind !== 'published' || state.shows === 'newest')
  if (inLists.length === 0) return
  await database().$executeRaw`
    UPDATE "Article" a SET "headline" = x."headline", "standfirst" = x."standfirst", "description" = x."description",
      "pictureId" = x."pictureId", "readingMinutes" = x."minutes"
    FROM jsonb_to_recordset(${JSON.stringify(inLists.map(wordsOf))}::jsonb) AS x("id" int, "headline" text,
      "standfirst" text, "description" text, "pictureId" int, "minutes" int)
    WHERE a."id" = x."id"`
}

function rowOf({ article, revisionId, now }: SavedArticle) {
  const { id, blogId, slug, state, embargoUntil } = article
  const shown = state.kind === 'published' ? (state.shows === 'newest' ? revisionId : state.shows.revisionId) : null
  const listedAt = state.kind === 'published' ? state.firstAt : null
  const withdrawal = withdrawalOf(state)
  const plan = { withdrawAt: withdrawal?.at ?? null, withdrawalReason: withdrawal?.reason ?? null }
  return {
    ...datesOf(state),
    ...plan,
    id,
    blogId,
    slug,
    state: state.kind,
    deskStageId: article.deskStageId,
    shown,
    isPending: state.kind === 'published' && state.shows !== 'newest',
    listedAt,
    embargoUntil,
    goesOutAt: dueAt(state),
    isFinished: isFinished(state),
    now,
  }
}

function wordsOf({ article, locale }: SavedArticle) {
  const { headline, standfirst, description, pictureId, body } = article.text
  const minutes = readingMinutes(countWords(plainText(body), locale), locale)
  return { id: article.id, headline, standfirst, description, pictureId, minutes }
}

type TopicsOf = { readonly articleId: number; readonly topicIds: readonly number[] }

export async function replaceTopics(articleId: number, topicIds: readonly number[]): Promise<void> {
  await database().$executeRaw`DELETE FROM "ArticleTopic" WHERE "articleId" = ${articleId}`
  await insertTopics([{ articleId, topicIds }])
}

/** A topic that was merged meanwhile stands for the one that it became. */
export async function insertTopics(all: readonly TopicsOf[]): Promise<void> {
  const rows = all.flatMap(({ articleId, topicIds }) => topicIds.map((id, place) => ({ articleId, id, place })))
  if (rows.length === 0) return
  await database().$executeRaw`
    INSERT INTO "ArticleTopic" ("articleId", "topicId", "position")
    SELECT x."articleId", coalesce(m."topicId", x."id"), min(x."place")
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("articleId" int, "id" int, "place" int)
    LEFT JOIN "MergedTopic" m ON m."formerId" = x."id" GROUP BY 1, 2`
}

type BylinesOf = { readonly articleId: number; readonly bylines: Article['bylines'] }

export async function replaceBylines(articleId: number, bylines: Article['bylines']): Promise<void> {
  await database().$executeRaw`DELETE FROM "Byline" WHERE "articleId" = ${articleId}`
  await insertBylines([{ articleId, bylines }])
}

/** A contributor who was merged meanwhile stands for the one they became. */
export async function insertBylines(all: readonly BylinesOf[]): Promise<void> {
  const rows = all.flatMap(({ articleId, bylines }) =>
    bylines.map(({ contributorId, role }, place) => ({ articleId, id: contributorId, role, place })),
  )
  if (rows.length === 0) return
  await database().$executeRaw`
    INSERT INTO "Byline" ("articleId", "contributorId", "role", "position")
    SELECT DISTINCT ON (1, 2) x."articleId", coalesce(m."contributorId", x."id"), x."role", x."place"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x("articleId" int, "id" int, "role" text, "place" int)
    LEFT JOIN "MergedContributor" m ON m."formerId" = x."id" ORDER BY 1, 2, x."place"`
}

export async function addCorrections(article: Article, corrections: Article['corrections']): Promise<void> {
  for (const { place, text, reason, at } of corrections)
    await database().$executeRaw`
      INSERT INTO "Correction" ("articleId", "editionId", "place", "text", "reason", "at")
      VALUES (${article.id}, ${article.editionId}, ${place}::"CorrectionPlace", ${text}, ${reason}, ${at})`
}

/** Keeps the old address answering; the new one is no longer a former one. */
export async function recordMove(move: {
  readonly article: Article
  readonly from: { readonly blogId: number; readonly slug: string }
  readonly now: Date
}): Promise<void> {
  const { article, from, now } = move
  await database().$executeRaw`
    DELETE FROM "FormerAddress" f USING "Blog" b
    WHERE b."id" = ${article.blogId} AND f."editionId" = ${article.editionId} AND f."path" = b."slug" || '/' || ${article.slug}`
  await database().$executeRaw`
    INSERT INTO "FormerAddress" ("editionId", "path", "articleId", "createdAt")
    SELECT ${article.editionId}, b."slug" || '/' || ${from.slug}, ${article.id}, ${now} FROM "Blog" b WHERE b."id" = ${from.blogId}
    ON CONFLICT ("editionId", "path") DO UPDATE SET "articleId" = excluded."articleId", "blogId" = NULL`
}

/** When something of it goes out by itself: the article, or the newer text of a published one. */
export function dueAt(state: State): Date | null {
  if (state.kind === 'scheduled') return state.for
  return state.kind === 'published' ? (state.updateAt ?? null) : null
}

/** Readers have the newest text, or nothing of it any more: its deadline is over, and a later text gets one of its own. */
function isFinished(state: State): boolean {
  if (state.kind === 'published') return state.shows === 'newest'
  return state.kind === 'withdrawn' || state.kind === 'killed'
}

/** When it leaves the public by itself, and what is said then. */
export function withdrawalOf(state: State): TimedWithdrawal | null {
  return state.kind === 'published' ? (state.withdrawal ?? null) : null
}

function datesOf(state: State) {
  switch (state.kind) {
    case 'published':
      return {
        ...{ firstAt: state.firstAt, textChangedAt: state.textChangedAt, withdrawnAt: null },
        notice: state.withdrawal?.notice ?? null,
      }
    case 'withdrawn':
    case 'killed':
      return { firstAt: state.firstAt, textChangedAt: null, withdrawnAt: state.at, notice: state.notice }
    case 'draft':
    case 'in_review':
    case 'approved':
    case 'scheduled':
      return { firstAt: null, textChangedAt: null, withdrawnAt: null, notice: null }
  }
}
