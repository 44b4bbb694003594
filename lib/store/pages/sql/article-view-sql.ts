import { Prisma } from '#lib/store/generated/client.ts'
import { cardJson } from './card-sql.ts'
import { bylineRows, linkedIds, topicRows, viewJson } from './view-sql.ts'

/**
 * The page's parts of a published article `a`, from its published revision: "view" for lib/store/rows, and the ids of articles that
 * it names. Wants the joins of `cardJoins`.
 */
export const articleViewSql = Prisma.sql`
  SELECT
    (SELECT array_agg(o."id") FROM "Article" o WHERE o."familyId" = a."familyId" AND o."id" <> a."id") AS "familyIds",
    ${linkedIds} AS "linkedIds",
    ${viewJson({ card: cardJson, bylines: bylineRows, topics: topicRows })} AS "view"
  FROM "Revision" r WHERE r."id" = a."publishedRevisionId"`
