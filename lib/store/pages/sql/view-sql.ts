import { Prisma } from '#lib/store/generated/client.ts'
import { articleRefJson, figurePictureJson } from './card-sql.ts'

// Arrays, not joins: the planner takes a function's rows for a hundred or a thousand, and would rather read a whole table.
const figureIds = Prisma.sql`ARRAY(
  SELECT (block->>'pictureId')::int FROM jsonb_array_elements(r."body") block WHERE block->>'kind' = 'figure')`

export const linkedIds = Prisma.sql`ARRAY(SELECT DISTINCT id::int FROM jsonb_path_query(r."body", 'strict $.**.articleId') id)`

/** Rows `y` of a byline's contributor, role and position. */
export const bylineRows = Prisma.sql`SELECT "contributorId", "role", "position" FROM "Byline" WHERE "articleId" = a."id"`
/** Rows `x` of a topic and its position. */
export const topicRows = Prisma.sql`SELECT "topicId", "position" FROM "ArticleTopic" WHERE "articleId" = a."id"`

// By name: what is suggested in the text stands among the facts too, and readers are not even sent it.
const publicFacts = Prisma.sql`json_build_object('socialText', r."facts"->'socialText', 'sources', r."facts"->'sources',
  'sourceLine', r."facts"->'sourceLine')`

/** What the page of an article `a` shows of its revision `r`, in edition `e`; lib/store/rows.ts reads it. */
export function viewJson(own: {
  readonly card: Prisma.Sql
  readonly bylines: Prisma.Sql
  readonly topics: Prisma.Sql
}): Prisma.Sql {
  return Prisma.sql`json_build_object(
    'card', ${own.card},
    'description', r."description", 'body', r."body", 'facts', ${publicFacts},
    'readingMinutes', a."readingMinutes", 'wordCount', r."wordCount", 'revision', r."number",
    'bylines', (SELECT coalesce(json_agg(json_build_object('slug', c."slug", 'name', c."name", 'kind', c."kind",
        'role', y."role") ORDER BY y."position"), '[]')
      FROM (${own.bylines}) y JOIN "Contributor" c ON c."id" = y."contributorId"),
    'topics', (SELECT coalesce(json_agg(json_build_object('id', t."id", 'slug', t."slug", 'name', t."name")
        ORDER BY x."position"), '[]')
      FROM (${own.topics}) x JOIN "Topic" t ON t."id" = x."topicId"),
    'corrections', (SELECT coalesce(json_agg(json_build_object('place', c."place", 'text', c."text", 'at', c."at")
        ORDER BY c."at", c."id"), '[]')
      FROM "Correction" c WHERE c."articleId" = a."id"),
    'translations', (SELECT coalesce(json_agg(json_build_object('editionKey', oe."key", 'locale', oe."locale",
        'direction', oe."direction", 'isDefaultEdition', oe."isDefault",
        'article', json_build_object('id', o."id", 'blogSlug', ob."slug", 'slug', o."slug", 'headline', o."headline"))
        ORDER BY oe."position", oe."id"), '[]')
      FROM "Article" o JOIN "Edition" oe ON oe."id" = o."editionId" JOIN "Blog" ob ON ob."id" = o."blogId"
      WHERE o."familyId" = a."familyId" AND o."id" <> a."id" AND o."state" = 'published' AND NOT oe."isOff"),
    'pictures', (SELECT coalesce(json_agg(q.picture), '[]')
      FROM (${figurePictureJson(Prisma.sql`p."id" = ANY(${figureIds})`)}) q(picture)),
    'linked', (SELECT coalesce(json_agg(q.ref), '[]') FROM (
        SELECT ${articleRefJson} FROM "Article" a JOIN "Blog" b ON b."id" = a."blogId"
        WHERE a."id" = ANY(${linkedIds}) AND a."editionId" = e."id" AND a."state" = 'published') q(ref)))`
}
