import type { Signature } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'

const marks = Prisma.sql`'strict $.** ? (@.kind == "insertion" || @.kind == "deletion")'`

/**
 * Whose these suggestions were first: by the versions of the article, and by what colleagues write in it now and sign themselves. One
 * that was settled comes back by undoing, and is still of who made it.
 */
export async function findSuggestionSignatures(q: {
  readonly articleId: number
  readonly ids: readonly string[]
  /** Whoever saves: their own copy proves nothing. */
  readonly savedBy: string
}): Promise<readonly Signature[]> {
  const { articleId, ids, savedBy } = q
  return database().$queryRaw<Signature[]>`
    SELECT DISTINCT ON (mark ->> 'id') mark ->> 'id' AS "id", mark ->> 'by' AS "by", mark ->> 'at' AS "at"
    FROM (
      SELECT mark, r."number" AS "place" FROM "Revision" r, jsonb_path_query(r."facts" -> 'suggestedBody', ${marks}) mark
      WHERE r."articleId" = ${articleId} AND r."facts" ? 'suggestedBody'
      UNION ALL
      SELECT mark, NULL FROM "WorkingCopy" w, jsonb_path_query(w."text" -> 'draft' -> 'body', ${marks}) mark
      WHERE w."articleId" = ${articleId} AND w."userId" <> ${savedBy} AND mark ->> 'by' = w."userId"
    ) found
    WHERE mark ->> 'id' = ANY(${ids})
    ORDER BY mark ->> 'id', "place" NULLS LAST`
}
