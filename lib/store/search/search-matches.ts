import type { Edition } from '#lib/domain/edition.ts'
import type { SearchQuestion } from '#lib/domain/lists/search.ts'
import type { SearchLanguage } from '#lib/search/language.ts'
import { narrowingQuery } from '#lib/search/narrowing.ts'
import { searchWindows, type Window } from '#lib/search/windows.ts'
import { type Database, inTransaction } from '#lib/store/database/client.ts'
import { Prisma } from '#lib/store/generated/client.ts'
import { findSearchScope, type SearchScope } from './search-scope.ts'

export type Sought = {
  readonly edition: Edition
  readonly question: SearchQuestion
  /** For to_tsquery (lib/search/tsquery). */
  readonly words: string
  readonly config: SearchLanguage['config']
  readonly patience?: Patience
}

/** Ids in the order asked for. `searchedSince` is where looking back stopped because it took long. */
export type Matches = {
  readonly ids: readonly number[]
  readonly isCapped: boolean
  readonly searchedSince: Date | null
}

/** More matches are neither counted nor ranked, only the newest of them: a common word stays within its 100 ms. */
const mostMatches = 1000

/** The newest months are looked through in any case, also by a database that was started just now. Milliseconds. */
const firstMost = 5000

/** Milliseconds; and so many of the newest documents are looked through at once, however far back they reach. */
export type Patience = { readonly enough: number; readonly most: number; readonly few: number }

const newestFew = 3000

/**
 * Looking goes on for `enough` ms with something found and for `most` with nothing. A phrase of words that are common everywhere
 * and together nowhere has no end of candidates, each to be unpacked and looked at: readers are told how far it came, and may ask
 * for the whole archive.
 */
const patience: Record<'usual' | 'whole', Patience> = {
  usual: { enough: 40, most: 60, few: newestFew },
  whole: { enough: 5000, most: 5000, few: newestFew },
}

/**
 * The newest matches. Looks at stretches of time from the newest backwards until they hold as many as are ever shown; edition, blog
 * and months stand in the index (lib/search/narrowing), so each costs what its own matches cost.
 */
export async function findMatches(sought: Sought): Promise<Matches> {
  const { enough, most, few } = sought.patience ?? patience[sought.question.isWhole ? 'whole' : 'usual']
  const scope = await findSearchScope(sought.edition, sought.question, few)
  if (!scope) return { ids: [], isCapped: false, searchedSince: null }
  const startedAt = performance.now()
  const found: Match[] = []
  const windows = searchWindows(scope.oldest, scope.newest, scope.fewSince)
  let searchedSince = scope.newest
  const isAtEnd = await inTransaction(async (database) => {
    for (const [index, window] of windows.entries()) {
      const spent = performance.now() - startedAt
      const isFirst = index === 0
      if (!isFirst && spent > (found.length > 0 ? enough : most)) return false
      const left = Math.ceil(isFirst ? firstMost : Math.max(most - spent, 1))
      // For a word that many articles have, the planner would read all documents: it does not know what unpacking a vector costs.
      await database.$queryRaw`SELECT set_config('enable_seqscan', 'off', true),
        set_config('statement_timeout', ${`${left}`}, true)`
      const matches = await matchesIn(database, sought, scope, window)
      if (!matches) return false
      found.push(...matches)
      searchedSince = window.from
      if (found.length > mostMatches) return true
    }
    return true
  })
  const newest = found.slice(0, mostMatches)
  if (sought.question.order === 'relevance') newest.sort((a, b) => b.score - a.score || b.id - a.id)
  return {
    ids: newest.map(({ id }) => id),
    isCapped: !isAtEnd || found.length > mostMatches,
    searchedSince: isAtEnd ? null : searchedSince,
  }
}

type Match = { readonly id: number; readonly score: number }

/** Matches of one window, newest first; null when looking for them took too long. */
async function matchesIn(
  database: Database,
  { question, words, config }: Sought,
  scope: SearchScope,
  window: Window,
): Promise<readonly Match[] | null> {
  const from = scope.from && scope.from > window.from ? scope.from : window.from
  const until = scope.until && scope.until < window.until ? scope.until : window.until
  const query = Prisma.sql`to_tsquery(${config}::regconfig, ${words})`
  const score =
    question.order === 'relevance' ? Prisma.sql`ts_rank(m."vector", ${query}, 1) * ${freshness}` : Prisma.sql`0`
  try {
    return await database.$queryRaw<Match[]>`
      SELECT m."articleId" AS "id", (${score})::float8 AS "score" FROM (
        SELECT d."articleId", d."listedAt", d."vector" FROM "SearchDocument" d
        WHERE numnode(${query}) > 0 AND d."vector" @@ (${query} && ${narrowingQuery(scope.terms, window.months)}::tsquery)
          AND d."listedAt" >= ${from} AND d."listedAt" < ${until}
        ORDER BY d."listedAt" DESC, d."articleId" DESC LIMIT ${mostMatches + 1}
      ) m ORDER BY m."listedAt" DESC, m."articleId" DESC`
  } catch (error) {
    if (isTimeout(error)) return null
    throw error
  }
}

/** Of two that match alike the newer one is wanted: an article of today weighs twice one of long ago. */
const freshness = Prisma.sql`(1 + exp(-extract(epoch FROM now() - m."listedAt") / (365 * 86400.0)))`

/** PostgreSQL's query_canceled. */
function isTimeout(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && JSON.stringify(error.meta ?? {}).includes('57014')
}
