import { plainText } from '#lib/domain/article-words.ts'
import type { Edition } from '#lib/domain/edition.ts'
import type { SearchAnswer, SearchQuestion } from '#lib/domain/search.ts'
import { tags } from '#lib/domain/tags.ts'
import { nameTags } from '#lib/env/slot.ts'
import { extract, type Hits, highlight } from '#lib/search/extract.ts'
import { searchLanguage } from '#lib/search/language.ts'
import { parseQuestion, type Question, questionText, soughtWords } from '#lib/search/question.ts'
import { tsqueryText } from '#lib/search/tsquery.ts'
import { correctQuestion } from './correct-question.ts'
import { findFoundArticles, findMatches, type Matches, type Sought } from './search-matches.ts'

const nothing: SearchAnswer = { hits: [], count: 0, isCountCapped: false, correctedText: null, hasNext: false }

/** Answers a reader's search in one edition. When nothing has its words, it searches for the nearest words that the edition knows. */
export async function search(q: {
  readonly edition: Edition
  readonly question: SearchQuestion
  readonly limit: number
}): Promise<SearchAnswer> {
  const { edition, question, limit } = q
  nameTags(tags.search(edition.id))
  const asked = parseQuestion(question.text)
  const matches = await matchesOf(edition, question, asked, limit)
  if (matches && matches.count > 0) return answer(edition, question, { asked, matches, limit, isCorrected: false })
  const corrected = await correctQuestion(edition.id, asked, searchLanguage(edition.locale))
  const near = corrected && (await matchesOf(edition, question, corrected, limit))
  if (!corrected || !near || near.count === 0) return nothing
  return answer(edition, question, { asked: corrected, matches: near, limit, isCorrected: true })
}

async function matchesOf(
  edition: Edition,
  question: SearchQuestion,
  asked: Question,
  limit: number,
): Promise<Matches | null> {
  const language = searchLanguage(edition.locale)
  const words = tsqueryText(asked, language)
  if (words === null) return null
  const sought: Sought = { edition, question, words, plainWords: soughtWords(asked).join(' '), config: language.config }
  return findMatches(sought, { offset: (question.page - 1) * limit, limit })
}

async function answer(
  edition: Edition,
  question: SearchQuestion,
  found: { readonly asked: Question; readonly matches: Matches; readonly limit: number; readonly isCorrected: boolean },
): Promise<SearchAnswer> {
  const { asked, matches, limit, isCorrected } = found
  const hits: Hits = { stems: matches.stems, language: searchLanguage(edition.locale) }
  const articles = await findFoundArticles(matches.ids)
  return {
    hits: articles.map(({ card, body }) => ({
      card,
      headline: highlight(card.headline, hits),
      extract: extract(`${card.standfirst}\n${plainText(body)}`, hits),
    })),
    count: matches.count,
    isCountCapped: matches.isCapped,
    correctedText: isCorrected ? questionText(asked) : null,
    hasNext: question.page * limit < matches.count,
  }
}
