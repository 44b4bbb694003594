import { barOf, type PictureRights } from '#lib/domain/media/rights.ts'
import type { Places } from '#lib/domain/people/places.ts'
import type { Choice, FoundArticle, OpenEdition, PictureChoice } from '#lib/domain/writing/editor/lookups.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { hasWords } from './has-words.ts'
import { within } from './newsroom-lists.ts'

/** Links go mostly to what is new; older articles are found by their address or by the site's search. */
const newestSearched = 20_000
const mostArticles = 12
const mostPictures = 24

/** Articles of one edition whose headline or address has all these words, the newest first: public ones, and those of one's places. */
export async function findArticlesToLink(question: {
  readonly editionId: number
  readonly exceptId: number
  readonly text: string
  readonly places: Places
}): Promise<readonly FoundArticle[]> {
  const { editionId, exceptId, text, places } = question
  const rows = await database().$queryRaw<(Omit<FoundArticle, 'publishedAt'> & { publishedAt: Date | null })[]>`
    SELECT a."id", a."headline", b."name" AS "blogName", a."state"::text AS "state", a."firstPublishedAt" AS "publishedAt"
    FROM (SELECT * FROM "Article" WHERE "editionId" = ${editionId} ORDER BY "id" DESC LIMIT ${newestSearched}) a
    JOIN "Blog" b ON b."id" = a."blogId"
    WHERE a."id" <> ${exceptId} AND a."state" NOT IN ('withdrawn', 'killed')
      AND (a."state" = 'published' OR ${within(places)})
      AND ${hasWords(Prisma.sql`a."headline" || ' ' || a."slug"`, text)}
    ORDER BY a."state" = 'published' DESC, a."id" DESC LIMIT ${mostArticles}`
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt?.toISOString() ?? null }))
}

/** Pictures whose words or file name have all these words, the newest first; without words the newest. */
export async function findPicturesToPlace(text: string, now: Date): Promise<readonly PictureChoice[]> {
  const words = Prisma.sql`concat_ws(' ', p."fileName", p."key", p."credit", p."location",
    (SELECT string_agg(concat_ws(' ', t."alt", t."caption"), ' ') FROM "PictureText" t WHERE t."pictureId" = p."id"))`
  const rows = await database().$queryRaw<PictureRow[]>`
    SELECT ${pictureChoice} FROM "Picture" p WHERE ${hasWords(words, text)} ORDER BY p."id" DESC LIMIT ${mostPictures}`
  return rows.map((row) => choiceOf(row, now))
}

export async function findPicturesById(ids: readonly number[], now: Date): Promise<readonly PictureChoice[]> {
  const rows = await database().$queryRaw<PictureRow[]>`
    SELECT ${pictureChoice} FROM "Picture" p WHERE p."id" = ANY(${ids}::int[])`
  return rows.map((row) => choiceOf(row, now))
}

type PictureRow = Omit<PictureChoice, 'bar'> & PictureRights

function choiceOf({ rightsUntil, isReusable, ...picture }: PictureRow, now: Date): PictureChoice {
  return { ...picture, bar: barOf({ rightsUntil, isReusable }, now) }
}

/** What an edition's articles can be given: people for bylines, topics, blogs. */
export async function findEditionChoices(editionId: number): Promise<{
  readonly contributors: readonly Choice[]
  readonly topics: readonly Choice[]
  readonly blogs: readonly (Choice & { readonly slug: string })[]
}> {
  const [contributors, topics, blogs] = await Promise.all([
    database().$queryRaw<Choice[]>`
      SELECT "id", "name" FROM "Contributor" WHERE "editionId" = ${editionId} ORDER BY "name", "id"`,
    database().$queryRaw<Choice[]>`
      SELECT "id", "name" FROM "Topic" WHERE "editionId" = ${editionId} ORDER BY "name", "id"`,
    database().$queryRaw<(Choice & { readonly slug: string })[]>`
      SELECT "id", "name", "slug" FROM "Blog" WHERE "editionId" = ${editionId} ORDER BY "position", "id"`,
  ])
  return { contributors, topics, blogs }
}

/** Every edition with its blogs, or those that a story has no version in. */
export async function listPlaces(familyKey: string | null): Promise<readonly OpenEdition[]> {
  return database().$queryRaw<OpenEdition[]>`
    SELECT e."id", e."name", e."locale",
      (SELECT coalesce(json_agg(json_build_object('id', b."id", 'name', b."name") ORDER BY b."position", b."id"), '[]')
        FROM "Blog" b WHERE b."editionId" = e."id") AS "blogs"
    FROM "Edition" e
    WHERE NOT EXISTS (SELECT 1 FROM "Article" a JOIN "StoryFamily" f ON f."id" = a."familyId"
      WHERE f."key" = ${familyKey} AND a."editionId" = e."id")
    ORDER BY e."position", e."id"`
}

/** The edition of a blog, or null when there is no such blog. */
export async function findBlogPlace(
  blogId: number,
): Promise<{ readonly blogId: number; readonly editionId: number } | null> {
  const [place] = await database().$queryRaw<{ blogId: number; editionId: number }[]>`
    SELECT "id" AS "blogId", "editionId" FROM "Blog" WHERE "id" = ${blogId}`
  return place ?? null
}

const pictureChoice = Prisma.sql`p."id", p."token", p."width", p."height", p."fileName", p."credit",
  p."digitalSource", p."version", p."rightsUntil", p."isReusable", json_build_object('x', p."focusX", 'y', p."focusY") AS "focus",
  (SELECT coalesce(json_agg(json_build_object('locale', t."locale", 'alt', t."alt", 'caption', t."caption", 'credit', t."credit")
    ORDER BY t."locale"), '[]') FROM "PictureText" t WHERE t."pictureId" = p."id") AS "texts"`
