import { Prisma } from '#lib/store/generated/client.ts'

/**
 * Pieces of SQL that make domain values as JSON inside PostgreSQL, so that a page is one round trip. Aliases are fixed: `a` is the
 * article, `b` its blog, `e` its edition. lib/store/rows reads what they make.
 */

/** The joins that `cardJson` needs beside "Article" a. */
export const cardJoins = Prisma.sql`
  JOIN "Blog" b ON b."id" = a."blogId"
  JOIN "Edition" e ON e."id" = a."editionId"`

export const cardJson = cardWith({
  headline: Prisma.sql`a."headline"`,
  standfirst: Prisma.sql`a."standfirst"`,
  pictureId: Prisma.sql`a."pictureId"`,
})

/** A card with other words or another picture: a front's slot has its own. */
export function cardWith(shown: {
  readonly headline: Prisma.Sql
  readonly standfirst: Prisma.Sql
  readonly pictureId: Prisma.Sql
}): Prisma.Sql {
  return Prisma.sql`json_build_object(
    'id', a."id",
    'blog', json_build_object('id', b."id", 'slug', b."slug", 'name', b."name"),
    'slug', a."slug",
    'headline', ${shown.headline},
    'standfirst', ${shown.standfirst},
    'publishedAt', a."firstPublishedAt",
    'picture', (${pictureJson(Prisma.sql`p."id" = ${shown.pictureId}`)})
  )`
}

/**
 * Pictures `p` with their words in the edition's language, or in another where those are missing: never without a
 * description.
 */
export function pictureJson(which: Prisma.Sql): Prisma.Sql {
  return describedPicture(which, Prisma.sql`CROSS JOIN LATERAL`, Prisma.empty)
}

/** The same, also of pictures that nobody described: their description is empty, and only a decorative figure may show them. */
export function figurePictureJson(which: Prisma.Sql): Prisma.Sql {
  return describedPicture(which, Prisma.sql`LEFT JOIN LATERAL`, Prisma.sql`ON true`)
}

function describedPicture(which: Prisma.Sql, join: Prisma.Sql, on: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT json_build_object('id', p."id", 'token', p."token", 'width', p."width", 'height', p."height",
      'focus', json_build_object('x', p."focusX", 'y', p."focusY"),
      'alt', coalesce(w."alt", ''), 'caption', coalesce(w."caption", ''), 'credit', coalesce(w."credit", p."credit"),
      'digitalSource', p."digitalSource")
    FROM "Picture" p
    ${join} (
      SELECT t."alt", t."caption", t."credit" FROM "PictureText" t WHERE t."pictureId" = p."id"
      ORDER BY t."locale" = e."locale" DESC, t."locale" LIMIT 1
    ) w ${on}
    WHERE ${which}`
}

export const articleRefJson = Prisma.sql`
  json_build_object('id', a."id", 'blogSlug', b."slug", 'slug', a."slug", 'headline', a."headline")`

/** All of a blog `b`, with its editor and its counterparts in other editions. */
export const blogJson = Prisma.sql`json_build_object(
  'id', b."id", 'slug', b."slug", 'name', b."name", 'standfirst', b."standfirst", 'description', b."description",
  'about', b."about",
  'editor', (SELECT json_build_object('slug', c."slug", 'name', c."name", 'kind', c."kind", 'role', c."role")
    FROM "Contributor" c WHERE c."id" = b."editorId"),
  'siblings', (SELECT coalesce(json_agg(json_build_object('editionKey', se."key", 'slug', sb."slug") ORDER BY se."position"), '[]')
    FROM "Edition" se JOIN "Blog" sb ON sb."editionId" = se."id" AND sb."slug" = b."slug" WHERE se."id" <> b."editionId"))`

export const editionJson = Prisma.sql`json_build_object(
  'id', e."id", 'key', e."key", 'isDefault', e."isDefault", 'locale', e."locale", 'direction', e."direction",
  'timeZone', e."timeZone", 'name', e."name", 'tagline', e."tagline", 'description', e."description")`
