import type { PublicTrace } from '#lib/domain/workflow/expiry.ts'
import { database } from '#lib/store/database/client.ts'

type Row = Omit<PublicTrace, 'kind'> & { readonly state: string }

/** What the public sees of an article now, in the words of `expiry`. Null while it sees nothing. */
export async function findPublicTrace(articleId: number): Promise<PublicTrace | null> {
  return (await findPublicTraces([articleId])).get(articleId) ?? null
}

/** The same of several, by id; those of which the public sees nothing are absent. */
export async function findPublicTraces(articleIds: readonly number[]): Promise<ReadonlyMap<number, PublicTrace>> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT a."id" AS "articleId", a."editionId", a."blogId", a."state"::text AS "state", b."slug" || '/' || a."slug" AS "path",
      ARRAY(SELECT f."path" FROM "FormerAddress" f WHERE f."articleId" = a."id" ORDER BY f."path") AS "formerPaths",
      ARRAY(SELECT t."topicId" FROM "ArticleTopic" t WHERE t."articleId" = a."id" ORDER BY t."position") AS "topicIds",
      ARRAY(SELECT y."contributorId" FROM "Byline" y WHERE y."articleId" = a."id" ORDER BY y."position") AS "contributorIds",
      ARRAY(SELECT o."id" FROM "Article" o WHERE o."familyId" = a."familyId" AND o."id" <> a."id") AS "translationIds",
      EXISTS (SELECT 1 FROM "Correction" c WHERE c."articleId" = a."id") AS "hasCorrections"
    FROM "Article" a JOIN "Blog" b ON b."id" = a."blogId" WHERE a."id" = ANY(${articleIds}::int[]) AND a."state" IN ('published', 'withdrawn', 'killed')`
  return new Map(
    rows.map(({ state, ...trace }) => [
      trace.articleId,
      { kind: state === 'published' ? ('listed' as const) : ('gone' as const), ...trace },
    ]),
  )
}
