import { tags } from '#lib/domain/workflow/tags.ts'
import { database } from '#lib/store/database/client.ts'
import { announce } from '#lib/store/outbox/announce.ts'

/**
 * Takes the pictures of articles that left the public with them, but those that something public still shows: their addresses answer
 * the newsroom alone until something shows them again. Every worker is told to drop what it drew of them.
 */
export async function hidePictures(articleIds: readonly number[]): Promise<void> {
  // Whoever publishes one of them at this moment holds it (masthead_show_pictures): what is shown is asked after that.
  const held = await database().$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Picture" WHERE "publicSince" IS NOT NULL AND "id" IN (
      SELECT unnest(masthead_article_pictures(r."id")) FROM "Revision" r WHERE r."articleId" = ANY(${articleIds}::int[])
      UNION SELECT "pictureId" FROM "Slot" WHERE "articleId" = ANY(${articleIds}::int[]))
    ORDER BY "id" FOR UPDATE`
  if (held.length === 0) return
  const hidden = await database().$queryRaw<{ id: number; tokens: readonly string[] }[]>`
    UPDATE "Picture" p SET "publicSince" = NULL
    WHERE p."id" = ANY(${held.map(({ id }) => id)}::int[])
      AND NOT EXISTS (SELECT 1 FROM "Contributor" c WHERE c."pictureId" = p."id")
      AND NOT EXISTS (SELECT 1 FROM "Slot" s JOIN "Article" a ON a."id" = s."articleId"
        WHERE s."pictureId" = p."id" AND a."state" = 'published')
      AND NOT EXISTS (SELECT 1 FROM "Article" a WHERE a."pictureId" = p."id" AND a."state" = 'published')
      AND NOT EXISTS (SELECT 1 FROM "Revision" r JOIN "Article" a ON a."publishedRevisionId" = r."id"
        WHERE r."facts" ->> 'pictureId' = p."id"::text)
      AND NOT EXISTS (SELECT 1 FROM "Revision" r JOIN "Article" a ON a."publishedRevisionId" = r."id"
        WHERE jsonb_path_query_array(r."body", '$[*] ? (@.kind == "figure").pictureId') @> to_jsonb(p."id"))
    RETURNING p."id", array_prepend(p."token", ARRAY(SELECT f."token" FROM "FormerPicture" f WHERE f."pictureId" = p."id")) AS "tokens"`
  if (hidden.length === 0) return
  await announce({
    ...{ kind: 'picture.hide', isHard: true, detail: { pictureIds: hidden.map(({ id }) => id) } },
    tags: hidden.flatMap(({ tokens }) => tokens.map(tags.renditions)),
  })
}
