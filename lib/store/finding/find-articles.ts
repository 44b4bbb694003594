import { type Found, findingLimits } from '#lib/domain/lists/found.ts'
import type { Places } from '#lib/domain/people/places.ts'
import { database } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/**
 * So many of the last changed are looked through one by one. A word that fewer of them have than an answer holds is rare, and the
 * index finds it among all; a common one, whose index entry would be long, never gets that far.
 */
const newestLookedThrough = 1_500

/** Of a word that was common once, long ago, no more are put in order. */
const mostOfIndex = 2_000

const most = findingLimits.articles

/** Articles in any state whose headline, address, standfirst or text has words that begin so: by headline first, then the last changed. */
export async function findArticlesByWords(question: string, places: Places): Promise<readonly Found[]> {
  const newest = await byRows(
    question,
    Prisma.sql`
    FROM (${lastChanged(places, newestLookedThrough)}) n
    CROSS JOIN LATERAL (SELECT w."vector" FROM "ArticleWords" w WHERE w."articleId" = n."id" OFFSET 0) w
    WHERE w."vector" @@ q."all"`,
  )
  if (newest.length === most) return newest
  const all = await byRows(
    question,
    Prisma.sql`
    FROM (SELECT w."articleId" AS "id", w."vector" FROM "ArticleWords" w
      WHERE w."vector" @@ (q."all" ${inPlaces(places)}) LIMIT ${mostOfIndex}) w JOIN "Article" n USING ("id") WHERE true`,
  )
  const known = new Set(newest.map(({ id }) => id))
  return [...newest, ...all.filter(({ id }) => !known.has(id))].slice(0, most)
}

export async function findArticlesById(ids: readonly number[], places: Places): Promise<readonly Found[]> {
  if (ids.length === 0) return []
  return database().$queryRaw<Found[]>`
    SELECT ${line} FROM ${joined} WHERE a."id" = ANY(${[...ids]}::int[]) AND ${within(places)}`
}

/** `rows` is FROM and WHERE over `n` (an article) and `w` (its words), where `q` is the question. */
async function byRows(question: string, rows: Prisma.Sql): Promise<readonly Found[]> {
  return database().$queryRaw<Found[]>`
    SELECT ${line} FROM (
      SELECT m.* FROM (SELECT masthead_beginnings(${question}, '') AS "all", masthead_beginnings(${question}, '^') AS "head") q
      CROSS JOIN LATERAL (
        SELECT n."id" AS "hit", n."changedAt" AS "at", w."vector" @@ q."head" AS "inHeadline" ${rows}
        ORDER BY 3 DESC, 2 DESC, 1 DESC LIMIT ${most}) m
    ) m JOIN ${joined} ON a."id" = m."hit" ORDER BY m."inHeadline" DESC, m."at" DESC, m."hit" DESC`
}

const line = Prisma.sql`'article' AS "kind", a."id", r."headline" AS "title", b."name" AS "detail", a."state"::text AS "state",
  e."id" AS "editionId", e."locale", e."direction"::text AS "direction"`

const joined = Prisma.sql`"Article" a JOIN "Edition" e ON e."id" = a."editionId" JOIN "Blog" b ON b."id" = a."blogId"
  CROSS JOIN LATERAL (SELECT "headline" FROM "Revision" WHERE "articleId" = a."id" ORDER BY "number" DESC LIMIT 1) r`

/** The last changed of one's places, so many of each. Each place is a walk along its own index. */
export function lastChanged(places: Places, most: number): Prisma.Sql {
  const end = Prisma.sql`ORDER BY x."changedAt" DESC, x."id" DESC LIMIT ${most}`
  if (places.kind === 'everywhere') return Prisma.sql`SELECT x."id", x."changedAt" FROM "Article" x ${end}`
  const walk = (column: 'editionId' | 'blogId', ids: readonly number[]) => Prisma.sql`
    SELECT x."id", x."changedAt" FROM unnest(${[...ids]}::int[]) AS place("of") CROSS JOIN LATERAL (
      SELECT x."id", x."changedAt" FROM "Article" x WHERE x.${Prisma.raw(`"${column}"`)} = place."of" ${end}) x`
  return Prisma.sql`${walk('editionId', places.editionIds)} UNION ${walk('blogId', places.blogIds)}`
}

function within(places: Places): Prisma.Sql {
  if (places.kind === 'everywhere') return Prisma.sql`true`
  return Prisma.sql`(a."editionId" = ANY(${[...places.editionIds]}::int[]) OR a."blogId" = ANY(${[...places.blogIds]}::int[]))`
}

/** The places as words of the index: a person of one small blog waits for no other's matches. */
function inPlaces(places: Places): Prisma.Sql {
  if (places.kind === 'everywhere') return Prisma.empty
  const words = [...places.editionIds.map((id) => `'=e${id}'`), ...places.blogIds.map((id) => `'=b${id}'`)]
  return Prisma.sql`&& ${words.length > 0 ? words.join(' | ') : "'='"}::tsquery`
}
