import type { PictureUse } from '#lib/domain/media/library.ts'
import { expiry } from '#lib/domain/workflow/expiry.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { findPublicTrace } from '#lib/store/articles/public-trace.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/**
 * Where a picture is shown, or would be: articles in the version that readers see and in the newest one, texts that nobody has saved
 * as a version yet, fronts, contributors. Killed articles never come back, so they do not count.
 */
export async function listPictureUses(pictureId: number): Promise<readonly PictureUse[]> {
  const [articles, unsaved, slots, contributors] = await Promise.all([
    listArticles(pictureId),
    database().$queryRaw<PictureUse[]>`
      SELECT DISTINCT 'unsaved' AS "kind", a."id" AS "articleId", a."headline" AS "name", false AS "isPublic"
      FROM "WorkingCopy" w JOIN "Article" a ON a."id" = w."articleId"
      WHERE w."closedAt" IS NULL AND a."state" <> 'killed'
        AND jsonb_path_exists(w."text" -> 'draft', '$.**.pictureId ? (@ == $id)', jsonb_build_object('id', ${pictureId}::int))`,
    database().$queryRaw<PictureUse[]>`
      SELECT DISTINCT 'slot' AS "kind", e."id" AS "editionId", e."name", true AS "isPublic"
      FROM "Slot" s JOIN "Front" f ON f."id" = s."frontId" JOIN "Edition" e ON e."id" = f."editionId"
      WHERE s."pictureId" = ${pictureId}`,
    database().$queryRaw<PictureUse[]>`
      SELECT 'contributor' AS "kind", "id" AS "contributorId", "name", true AS "isPublic"
      FROM "Contributor" WHERE "pictureId" = ${pictureId} ORDER BY "name", "id"`,
  ])
  const known = new Set(articles.map((use) => ('articleId' in use ? use.articleId : 0)))
  return [
    ...articles,
    ...unsaved.filter((use) => 'articleId' in use && !known.has(use.articleId)),
    ...slots,
    ...contributors,
  ]
}

/** A figure that somebody suggests: no reader sees it, and its picture is wanted all the same. */
function suggests(pictureId: number): Prisma.Sql {
  return Prisma.sql`r."facts" ? 'suggestedBody'
    AND jsonb_path_query_array(r."facts" -> 'suggestedBody', '$[*] ? (@.kind == "figure").pictureId') @> to_jsonb(${pictureId}::int)`
}

/** Each part is answered by an index (`Revision_lead_idx`, `Revision_figures_idx`, `Revision_suggested_figures_idx`). */
async function listArticles(pictureId: number): Promise<readonly PictureUse[]> {
  return database().$queryRaw<PictureUse[]>`
    WITH shown AS (
      SELECT r."id", r."articleId", 'lead' AS "kind", false AS "isSuggested" FROM "Revision" r WHERE r."facts" ->> 'pictureId' = ${String(pictureId)}
      UNION ALL
      SELECT r."id", r."articleId", 'figure', false FROM "Revision" r
      WHERE jsonb_path_query_array(r."body", '$[*] ? (@.kind == "figure").pictureId') @> to_jsonb(${pictureId}::int)
      UNION ALL
      SELECT r."id", r."articleId", 'figure', true FROM "Revision" r WHERE ${suggests(pictureId)}
      UNION ALL
      SELECT a."publishedRevisionId", a."id", 'lead', false FROM "Article" a WHERE a."pictureId" = ${pictureId}
    )
    SELECT s."kind", a."id" AS "articleId", a."headline" AS "name",
      bool_or(NOT s."isSuggested" AND a."state" = 'published' AND (s."id" = a."publishedRevisionId" OR a."pictureId" = ${pictureId})) AS "isPublic"
    FROM shown s JOIN "Article" a ON a."id" = s."articleId"
    WHERE a."state" <> 'killed' AND (s."id" IS NULL OR s."id" = a."publishedRevisionId" OR a."pictureId" = ${pictureId}
      OR s."id" = (SELECT n."id" FROM "Revision" n WHERE n."articleId" = a."id" ORDER BY n."number" DESC LIMIT 1))
    GROUP BY s."kind", a."id" ORDER BY a."id" DESC, s."kind" DESC`
}

/** How many earlier versions of articles would have a gap if they were restored without this picture. */
export async function countEarlierVersions(pictureId: number): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Revision" r WHERE r."facts" ->> 'pictureId' = ${String(pictureId)}
      OR jsonb_path_query_array(r."body", '$[*] ? (@.kind == "figure").pictureId') @> to_jsonb(${pictureId}::int)
      OR (${suggests(pictureId)})`
  return row?.count ?? 0
}

/** Tags of all that is out of date when a picture looks or reads differently. */
export async function tagsOfUses(uses: readonly PictureUse[]): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const use of uses.filter(({ isPublic }) => isPublic)) for (const tag of await tagsOfUse(use)) found.add(tag)
  return [...found].sort()
}

async function tagsOfUse(use: PictureUse): Promise<readonly string[]> {
  switch (use.kind) {
    case 'lead':
    case 'figure':
    case 'unsaved': {
      const trace = await findPublicTrace(use.articleId)
      return expiry(trace, trace)?.tags ?? []
    }
    case 'slot':
      return [tags.front(use.editionId)]
    case 'contributor': {
      const [person] = await database().$queryRaw<{ editionId: number; slug: string }[]>`
        SELECT "editionId", "slug" FROM "Contributor" WHERE "id" = ${use.contributorId}`
      if (!person) return []
      return [tags.address(person.editionId, `authors/${person.slug}`), tags.contributorLatest(use.contributorId)]
    }
  }
}
