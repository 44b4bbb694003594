import type { Body } from '#lib/domain/text/body.ts'
import type { Article, State } from '#lib/domain/workflow/newsroom.ts'
import { type RevisionFacts, readFacts } from '#lib/domain/workflow/revision-facts.ts'
import { database } from '#lib/store/database/client.ts'
import type { Json } from '#lib/store/rows.ts'

/** An article with what the store needs to write its next revision. */
export type LoadedArticle = {
  readonly article: Article
  readonly locale: string
  readonly newest: { readonly id: number; readonly number: number; readonly hash: string }
}

type Row = {
  readonly id: number
  readonly editionId: number
  readonly version: number
  readonly blogId: number
  readonly slug: string
  readonly state: State['kind']
  readonly deskStageId: number | null
  readonly publishedRevisionId: number | null
  readonly firstPublishedAt: Date | null
  readonly textChangedAt: Date | null
  readonly embargoUntil: Date | null
  readonly scheduledFor: Date | null
  readonly withdrawnAt: Date | null
  readonly withdrawalNotice: string | null
  readonly withdrawAt: Date | null
  readonly withdrawalReason: string | null
  readonly locale: string
  readonly revisionId: number
  readonly number: number
  readonly hash: string
  readonly headline: string
  readonly standfirst: string
  readonly description: string | null
  readonly body: Body
  readonly facts: RevisionFacts
  readonly topicIds: readonly number[]
  readonly bylines: Article['bylines']
  readonly corrections: Json<Article['corrections']>
}

/** Reads an article as the newsroom decides on it, and holds it until the transaction ends. */
export async function loadArticleForChange(id: number): Promise<LoadedArticle | null> {
  return (await loadArticlesForChange([id])).get(id) ?? null
}

/** Several at once, by id. Locked in one order, so that two that hold some never wait for each other. */
export async function loadArticlesForChange(ids: readonly number[]): Promise<ReadonlyMap<number, LoadedArticle>> {
  // Locked first and read after: a statement that waits for a lock would show the rest as it was before the wait.
  await database().$queryRaw`SELECT "id" FROM "Article" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR UPDATE`
  const rows = await database().$queryRaw<Row[]>`
    SELECT a."id", a."editionId", a."version", a."blogId", a."slug", a."state"::text AS "state", a."deskStageId", a."publishedRevisionId",
      a."firstPublishedAt", a."textChangedAt", a."embargoUntil", a."scheduledFor", a."withdrawnAt", a."withdrawalNotice",
      a."withdrawAt", a."withdrawalReason", e."locale", r."id" AS "revisionId", r."number", r."hash", r."headline", r."standfirst", r."description", r."body", r."facts",
      ARRAY(SELECT t."topicId" FROM "ArticleTopic" t WHERE t."articleId" = a."id" ORDER BY t."position") AS "topicIds",
      (SELECT coalesce(json_agg(json_build_object('contributorId', y."contributorId", 'role', y."role")
          ORDER BY y."position"), '[]')
        FROM "Byline" y WHERE y."articleId" = a."id") AS "bylines",
      (SELECT coalesce(json_agg(json_build_object('place', c."place", 'text', c."text", 'at', c."at", 'reason', c."reason")
          ORDER BY c."id"), '[]')
        FROM "Correction" c WHERE c."articleId" = a."id") AS "corrections"
    FROM "Article" a JOIN "Edition" e ON e."id" = a."editionId"
    CROSS JOIN LATERAL (SELECT * FROM "Revision" r WHERE r."articleId" = a."id" ORDER BY r."number" DESC LIMIT 1) r
    WHERE a."id" = ANY(${ids}::int[])`
  return new Map(rows.map((row) => [row.id, loadedFrom(row)]))
}

function loadedFrom(row: Row): LoadedArticle {
  const { id: articleId, editionId, version, blogId, slug, deskStageId, topicIds, bylines, embargoUntil } = row
  const { headline, standfirst, description, body } = row
  const { text: facts, suggestedBody } = readFacts(row.facts)
  return {
    article: {
      ...{ id: articleId, editionId, version, blogId, slug, deskStageId, topicIds, bylines, embargoUntil },
      state: stateOf(row),
      text: { headline, standfirst, description, body, ...facts },
      suggestedBody,
      corrections: row.corrections.map((correction) => ({ ...correction, at: new Date(correction.at) })),
    },
    locale: row.locale,
    newest: { id: row.revisionId, number: row.number, hash: row.hash },
  }
}

/** The columns agree with the state: checks of the first migration see to it. */
function stateOf(row: Row): State {
  switch (row.state) {
    case 'draft':
    case 'in_review':
    case 'approved':
      return { kind: row.state }
    case 'scheduled':
      return { kind: 'scheduled', for: set(row.scheduledFor) }
    case 'published': {
      const shown = set(row.publishedRevisionId)
      const shows = shown === row.revisionId ? 'newest' : ({ revisionId: shown } as const)
      const update = row.scheduledFor ? { updateAt: row.scheduledFor } : {}
      const { withdrawAt, withdrawalNotice: notice, withdrawalReason: reason } = row
      const leaves = withdrawAt ? { withdrawal: { at: withdrawAt, notice, reason } } : {}
      return {
        kind: 'published',
        firstAt: set(row.firstPublishedAt),
        textChangedAt: row.textChangedAt,
        shows,
        ...update,
        ...leaves,
      }
    }
    case 'withdrawn':
    case 'killed':
      return {
        kind: row.state,
        firstAt: set(row.firstPublishedAt),
        at: set(row.withdrawnAt),
        notice: row.withdrawalNotice,
      }
  }
}

function set<T>(value: T | null): T {
  if (value === null) throw new Error('A column that its state needs is empty')
  return value
}
