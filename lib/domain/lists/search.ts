import type { ArticleCard } from '#lib/domain/article.ts'

/** What a reader asked for. Dates are whole days in the edition's zone, both included. */
export type SearchQuestion = {
  readonly text: string
  readonly blogSlug: string | null
  readonly from: string | null
  readonly to: string | null
  readonly order: 'relevance' | 'newest'
  /** 1 is the first page. */
  readonly page: number
  /** The whole archive, if that takes seconds: asked for after an answer that stopped before its end. */
  readonly isWhole: boolean
}

/** Text cut around the words found; `hit` runs are marked. */
export type Extract = readonly { readonly text: string; readonly hit: boolean }[]

export type SearchAnswer = {
  readonly hits: readonly { readonly card: ArticleCard; readonly headline: Extract; readonly extract: Extract }[]
  /** Exact up to `countCap`, else "more than". */
  readonly count: number
  readonly isCountCapped: boolean
  /** Where looking back stopped because it took long; null when it came to the end, or found as many as are ever shown. */
  readonly searchedSince: Date | null
  /** The words really searched, when the question's had no match and near ones did. */
  readonly correctedText: string | null
  readonly hasNext: boolean
  /** Every word asked for stands in nearly every article: only headlines that say just that are among the hits. */
  readonly isCommon: boolean
}

/** Characters of a question, and pages of an answer: what is beyond them costs the server more than it tells a reader. */
export const searchLimits = { characters: 200, pages: 100 } as const
