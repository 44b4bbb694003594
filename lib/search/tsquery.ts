import { formsOf, persianSuffixes, spellingsOf } from './forms.ts'
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
  if (part.isExcluded) return `!(${part.words.map(quoted).join(' <-> ')})`
  if (language.hasStems || part.isQuoted) return part.words.map(quoted).join(' <-> ')
  const words = withoutSuffix(part.words, language)
  return words
    .map((word, index) => oneOf(index === words.length - 1 ? beginnings(word, language) : spellings(word, language)))
    .join(' <-> ')
}

/** کتاب‌ها asks for what begins with کتاب. */
function withoutSuffix(words: readonly string[], { endings }: SearchLanguage): readonly string[] {
  const isSuffixed = endings === 'persian' && words.length > 1 && persianSuffixes.has(words.at(-1) ?? '')
  return isSuffixed ? words.slice(0, -1) : words
}

function beginnings(word: string, language: SearchLanguage): readonly string[] {
  return formsOf(word, language).map((form) => (form.length < leastPrefixLength ? quoted(form) : `${quoted(form)}:*`))
}

function spellings(word: string, { endings }: SearchLanguage): readonly string[] {
  return endings === 'kyrgyz' ? spellingsOf(word).map(quoted) : [quoted(word)]
}

function oneOf(terms: readonly string[]): string {
  return terms.length === 1 ? terms.join() : `(${terms.join(' | ')})`
}

function quoted(word: string): string {
  return `'${word}'`
}
