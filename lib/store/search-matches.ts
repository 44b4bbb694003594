import type { ArticleCard } from '#lib/domain/article.ts'
import type { Body } from '#lib/domain/body.ts'
import type { Edition } from '#lib/domain/edition.ts'
import type { SearchQuestion } from '#lib/domain/search.ts'
import type { SearchLanguage } from '#lib/search/language.ts'
import { monthsBetween, narrowing, narrowingQuery } from '#lib/search/narrowing.ts'
import { cardJoins, cardJson } from './card-sql.ts'
import { database, inTransaction } from './client.ts'
import { Prisma } from './generated/client.ts'
import { articleCard, type Json } from './rows.ts'

export type Sought = {
  readonly edition: Edition
  readonly question: SearchQuestion
  /** For to_tsquery (lib/search/tsquery). */
  readonly words: string
  /** The words that must occur, for their stems. */
  readonly plainWords: string
  readonly config: SearchLanguage['config']
}

export type Matches = {
  readonly ids: readonly number[]
  readonly count: number
  readonly isCapped: boolean
  readonly stems: readonly string[]
}

/** More matches are neither counted nor ranked: the newest of them are, so that a common word stays within its 100 ms. */
const mostMatches = 1000

/** How many of the newest months are looked at before all are: most common words have enough matches there. */
const monthsAtFirst = [2, 24] as const

/**
 * The matches of one page. Looks at the newest months first and stops as soon as they hold as many matches as are ever shown; the
 * months stand in the index (lib/search/narrowing), so a common word costs what its newest matches cost.
 */
export async function findMatches(
  sought: Sought,
  page: { readonly offset: number; readonly limit: number },
): Promise<Matches> {
  return inTransaction(async (database) => {
    // For a word that many articles have, the planner would read all documents: it does not know what unpacking a vector costs.
    await database.$queryRaw`SELECT set_config('enable_seqscan', 'off', true)`
    const newest = await findNewestListing(sought.edition.id)
    for (const months of monthsAtFirst) {
      const from = new Date(newest)
      from.setUTCMonth(from.getUTCMonth() - months + 1, 1)
      const matches = await matchesIn(sought, page, monthsBetween(from, newest))
      if (matches.isCapped) return matches
    }
    return matchesIn(sought, page, [])
  })
}

type Row = {
  readonly ids: readonly number[] | null
  readonly count: number
  readonly stems: readonly string[]
}

async function matchesIn(
  sought: Sought,
  page: { readonly offset: number; readonly limit: number },
  months: readonly string[],
): Promise<Matches> {
  const { edition, question, config } = sought
  const words = Prisma.sql`to_tsquery(${config}::regconfig, ${sought.words})`
  const narrow = narrowingQuery([narrowing.edition(edition.id)], months)
  const order =
    question.order === 'newest'
      ? Prisma.sql`m."listedAt" DESC, m."articleId" DESC`
      : Prisma.sql`ts_rank(m."vector", ${words}, 1) * ${freshness} DESC, m."articleId" DESC`
  const [row] = await database().$queryRaw<Row[]>`
    WITH matches AS MATERIALIZED (
      SELECT d."articleId", d."listedAt", d."vector" FROM "SearchDocument" d
      WHERE numnode(${words}) > 0 AND d."vector" @@ (${words} && ${narrow}::tsquery) ${filters(sought)}
      ORDER BY d."listedAt" DESC, d."articleId" DESC LIMIT ${mostMatches + 1}
    )
    SELECT (SELECT count(*)::int FROM matches) AS "count",
      ARRAY(SELECT m."articleId" FROM matches m ORDER BY ${order} OFFSET ${page.offset} LIMIT ${page.limit}) AS "ids",
      tsvector_to_array(to_tsvector(${config}::regconfig, ${sought.plainWords})) AS "stems"`
  const count = row?.count ?? 0
  return {
    ids: row?.ids ?? [],
    count: Math.min(count, mostMatches),
    isCapped: count > mostMatches,
    stems: row?.stems ?? [],
  }
}

/** Of two that match alike the newer one is wanted: an article of today weighs twice one of long ago. */
const freshness = Prisma.sql`(1 + exp(-extract(epoch FROM now() - m."listedAt") / (365 * 86400.0)))`

function filters({ edition, question }: Sought): Prisma.Sql {
  const { blogSlug, from, to } = question
  // Days are whole days in the edition's zone, both included.
  const startOf = (day: string) => Prisma.sql`${day}::timestamp AT TIME ZONE ${edition.timeZone}`
  return Prisma.sql`
    ${blogSlug ? Prisma.sql`AND d."blogId" = (SELECT "id" FROM "Blog" WHERE "editionId" = ${edition.id} AND "slug" = ${blogSlug})` : Prisma.empty}
    ${from ? Prisma.sql`AND d."listedAt" >= ${startOf(from)}` : Prisma.empty}
    ${to ? Prisma.sql`AND d."listedAt" < (${to}::timestamp + interval '1 day') AT TIME ZONE ${edition.timeZone}` : Prisma.empty}`
}

async function findNewestListing(editionId: number): Promise<Date> {
  const [row] = await database().$queryRaw<{ at: Date }[]>`
    SELECT "listedAt" AS "at" FROM "Article" WHERE "editionId" = ${editionId} AND "listedAt" IS NOT NULL
    ORDER BY "listedAt" DESC, "id" DESC LIMIT 1`
  return row?.at ?? new Date(0)
}

/** Cards and texts of the articles found, in the order of `ids`. */
export async function findFoundArticles(
  ids: readonly number[],
): Promise<readonly { readonly card: ArticleCard; readonly body: Body }[]> {
  const rows = await database().$queryRaw<{ card: Json<ArticleCard>; body: Body }[]>`
    SELECT ${cardJson} AS "card", r."body" FROM unnest(${ids}::int[]) WITH ORDINALITY AS found(id, place)
    JOIN "Article" a ON a."id" = found.id JOIN "Revision" r ON r."id" = a."publishedRevisionId" ${cardJoins}
    ORDER BY found.place`
  return rows.map(({ card, body }) => ({ card: articleCard(card), body }))
}
