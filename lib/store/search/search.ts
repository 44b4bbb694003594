import type { Edition } from '#lib/domain/edition.ts'
import type { SearchAnswer, SearchQuestion } from '#lib/domain/lists/search.ts'
import { plainText } from '#lib/domain/text/article-words.ts'
import { tags } from '#lib/domain/workflow/tags.ts'
import { limitFreshness, nameTags } from '#lib/env/slot.ts'
import { areCommon } from '#lib/search/common-words.ts'
import { extract, type Hits, highlight } from '#lib/search/extract.ts'
import { formsOf } from '#lib/search/forms.ts'
import { type SearchLanguage, searchLanguage } from '#lib/search/language.ts'
import { parseQuestion, type Question, questionText, soughtWords } from '#lib/search/question.ts'
import { tsqueryText } from '#lib/search/tsquery.ts'
import { correctQuestion } from './correct-question.ts'
import { listFoundArticles, listStems } from './found-articles.ts'
import { findHeadlinesAlone } from './headlines-alone.ts'
import { findMatches, type Matches, type Patience } from './search-matches.ts'

type Search = {
  readonly edition: Edition
  readonly question: SearchQuestion
  readonly limit: number
  /** How long to look back, when it is not what the question deserves. */
  readonly patience?: Patience
}

const nothing: SearchAnswer = {
  hits: [],
  count: 0,
  isCountCapped: false,
  searchedSince: null,
  correctedText: null,
  hasNext: false,
  isCommon: false,
}

/** Answers a reader's search in one edition. When nothing has its words, it searches for the nearest words that the edition knows. */
export async function search(q: Search): Promise<SearchAnswer> {
  const { edition, question } = q
  nameTags(tags.search(edition.id))
  const asked = parseQuestion(question.text)
  const language = searchLanguage(edition.locale)
  if (areCommon(soughtWords(asked), language)) return alone(q, asked)
  const matches = await matchesOf(q, asked)
  if (!matches) return nothing
  // In a minute the database may have more of it at hand.
  if (matches.searchedSince) limitFreshness(new Date(Date.now() + 60_000))
  if (matches.ids.length > 0) return answer(q, asked, matches)
  if (await isUnsearched(soughtWords(asked), language)) return alone(q, asked)
  const corrected = await correctQuestion(edition.id, asked, language)
  const near = corrected && (await matchesOf(q, corrected))
  if (!corrected || !near || near.ids.length === 0) return { ...nothing, searchedSince: matches.searchedSince }
  return { ...(await answer(q, corrected, near)), correctedText: questionText(corrected) }
}

/** Whether all words are among those that PostgreSQL leaves out of documents and questions. */
async function isUnsearched(words: readonly string[], { config }: SearchLanguage): Promise<boolean> {
  return words.length > 0 && (await listStems(words, config)).length === 0
}

/** The answer to words that stand everywhere: the headlines that are nothing else. */
async function alone(q: Search, asked: Question): Promise<SearchAnswer> {
  const ids = await findHeadlinesAlone(q.edition, q.question)
  return { ...(await answer(q, asked, { ids, isCapped: false, searchedSince: null })), isCommon: true }
}

/** Null when the question asks for nothing that an article could have. */
async function matchesOf({ edition, question, patience }: Search, asked: Question): Promise<Matches | null> {
  const language = searchLanguage(edition.locale)
  const words = tsqueryText(asked, language)
  return words === null ? null : findMatches({ edition, question, words, config: language.config, patience })
}

async function answer({ edition, question, limit }: Search, asked: Question, matches: Matches): Promise<SearchAnswer> {
  const language = searchLanguage(edition.locale)
  const end = question.page * limit
  const [articles, stems] = await Promise.all([
    listFoundArticles(matches.ids.slice(end - limit, end)),
    listStems(
      soughtWords(asked).flatMap((word) => formsOf(word, language)),
      language.config,
    ),
  ])
  const hits: Hits = { stems, language }
  return {
    hits: articles.map(({ card, body }) => ({
      card,
      headline: highlight(card.headline, hits),
      extract: extract(`${card.standfirst}\n${plainText(body)}`, hits),
    })),
    count: matches.ids.length,
    isCountCapped: matches.isCapped,
    searchedSince: matches.searchedSince,
    correctedText: null,
    hasNext: end < matches.ids.length,
    isCommon: false,
  }
}
