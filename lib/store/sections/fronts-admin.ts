import type { Edition } from '#lib/domain/edition.ts'
import type { ArrangedSlot, FrontChoice } from '#lib/domain/sections/front-slots.ts'
import { hasWords } from '#lib/store/articles/desk/has-words.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { editionJson } from '#lib/store/pages/sql/card-sql.ts'

export type ArrangedFront = {
  readonly edition: Edition
  /** 0 before anybody arranged it. */
  readonly version: number
  readonly slots: readonly ArrangedSlot[]
}

/** Whoever arranges a front looks for what came out lately; the site's search finds the rest. */
const newestSearched = 5_000
const mostChoices = 12

/** Every edition's front: how many articles stand on it, and since when. */
export async function listFronts(): Promise<
  readonly { readonly edition: Edition; readonly slots: number; readonly changedAt: Date | null }[]
> {
  return database().$queryRaw<{ edition: Edition; slots: number; changedAt: Date | null }[]>`
    SELECT ${editionJson} AS "edition", f."changedAt",
      (SELECT count(*)::int FROM "Slot" s WHERE s."frontId" = f."id") AS "slots"
    FROM "Edition" e LEFT JOIN "Front" f ON f."editionId" = e."id" AND f."key" = 'front' ORDER BY e."position", e."id"`
}

/** What stands on a front, also what readers no longer see of it. */
export async function findArrangedFront(editionId: number): Promise<ArrangedFront | null> {
  const [front] = await database().$queryRaw<ArrangedFront[]>`
    SELECT ${editionJson} AS "edition", coalesce(f."version", 0) AS "version",
      (SELECT coalesce(json_agg(json_build_object('articleId', s."articleId", 'headline', s."headline",
          'standfirst', s."standfirst", 'pictureId', s."pictureId", 'picture', ${pictureOf(Prisma.sql`s."pictureId"`)},
          'article', json_build_object('articleId', a."id", 'headline', a."headline", 'standfirst', a."standfirst",
            'blogName', b."name", 'picture', ${pictureOf(Prisma.sql`a."pictureId"`)}),
          'isPublic', a."state" = 'published' AND a."editionId" = e."id") ORDER BY s."position"), '[]')
        FROM "Slot" s JOIN "Article" a ON a."id" = s."articleId" JOIN "Blog" b ON b."id" = a."blogId"
        WHERE s."frontId" = f."id") AS "slots"
    FROM "Edition" e LEFT JOIN "Front" f ON f."editionId" = e."id" AND f."key" = 'front' WHERE e."id" = ${editionId}`
  return front ?? null
}

/** Headlines of articles of an edition, public or not: those of another are nobody's to read here. */
export async function listHeadlines(ids: readonly number[], editionId: number): Promise<readonly string[]> {
  const rows = await database().article.findMany({
    where: { id: { in: [...ids] }, editionId },
    select: { headline: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ headline }) => headline)
}

/** Public articles of an edition whose headline or address has all these words, the newest first. */
export async function findFrontChoices(question: {
  readonly editionId: number
  readonly text: string
}): Promise<readonly FrontChoice[]> {
  const { editionId, text } = question
  return database().$queryRaw<FrontChoice[]>`
    SELECT a."id" AS "articleId", a."headline", a."standfirst", b."name" AS "blogName",
      ${pictureOf(Prisma.sql`a."pictureId"`)} AS "picture"
    FROM (SELECT * FROM "Article" WHERE "editionId" = ${editionId} AND "listedAt" IS NOT NULL
      ORDER BY "listedAt" DESC, "id" DESC LIMIT ${newestSearched}) a
    JOIN "Blog" b ON b."id" = a."blogId"
    WHERE a."state" = 'published' AND ${hasWords(Prisma.sql`a."headline" || ' ' || a."slug"`, text)}
    ORDER BY a."listedAt" DESC, a."id" DESC LIMIT ${mostChoices}`
}

function pictureOf(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT json_build_object('id', p."id", 'token', p."token", 'width', p."width", 'height', p."height",
    'focus', json_build_object('x', p."focusX", 'y', p."focusY")) FROM "Picture" p WHERE p."id" = ${id})`
}
