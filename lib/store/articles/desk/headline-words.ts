import { database } from '#lib/store/database/client.ts'
import { lastChanged } from '#lib/store/finding/find-articles.ts'
import { Prisma } from '#lib/store/generated/client.ts'

/** Of so many that were changed last, … */
const sample = 1_500
/** … more than so many have the words: then their index entry is long, and a page of a list is full after a few steps. */
const mostOfSample = 750
/** So many are put in the order of a list at once. */
const mostOfIndex = 5_000

/**
 * Articles `a` whose newest headline or whose address has words that begin as those of the question do. Rare words are taken from
 * the index of words: a list that were walked for them would be read to its end. Common ones are looked for in the list itself.
 */
export async function hasHeadlineWords(text: string): Promise<Prisma.Sql> {
  const question = Prisma.sql`masthead_beginnings(${text}, '^')`
  const inOne = Prisma.sql`(SELECT w."vector" @@ ${question} FROM "ArticleWords" w WHERE w."articleId" = a."id")`
  const inIndex = Prisma.sql`FROM "ArticleWords" w WHERE w."vector" @@ ${question}`
  const [newest] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (${lastChanged({ kind: 'everywhere' }, sample)}) a WHERE ${inOne}`
  if ((newest?.count ?? 0) > mostOfSample) return inOne
  const [all] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (SELECT 1 ${inIndex} LIMIT ${mostOfIndex + 1}) w`
  if ((all?.count ?? 0) > mostOfIndex) return inOne
  return Prisma.sql`a."id" = ANY(ARRAY(SELECT w."articleId" ${inIndex}))`
}
