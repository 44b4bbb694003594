import type { SearchLanguage } from './language.ts'
import type { Part, Question } from './question.ts'

/** Shorter beginnings would match half of the dictionary. */
const leastPrefixLength = 3

/**
 * A question as text for PostgreSQL's to_tsquery. Words hold only letters and digits (lib/search/words), so nothing in them can
 * be read as an operator. Null when nothing is asked for that an article could have.
 */
export function tsqueryText(question: Question, language: SearchLanguage): string | null {
  if (!question.some((group) => group.some((part) => !part.isExcluded))) return null
  return question.map((group) => `(${group.map((part) => partText(part, language)).join(' | ')})`).join(' & ')
}

function partText(part: Part, language: SearchLanguage): string {
  const isPrefix = !language.hasStems && !part.isQuoted && !part.isExcluded
  const last = part.words.length - 1
  const text = part.words
    .map((word, index) =>
      isPrefix && index === last && word.length >= leastPrefixLength ? `'${word}':*` : `'${word}'`,
    )
    .join(' <-> ')
  return part.isExcluded ? `!(${text})` : text
}
