import type { Extract } from '#lib/domain/lists/search.ts'
import type { SearchLanguage } from './language.ts'
import { tokensOf } from './words.ts'

/** What counts as found: the stems that PostgreSQL made of the question's words. */
export type Hits = { readonly stems: readonly string[]; readonly language: SearchLanguage }

/** About three lines on a phone. */
const extractWords = 34
const wordsBefore = 8

/** The whole text, with the words found marked. */
export function highlight(text: string, hits: Hits): Extract {
  return marked(text, 0, text.length, hitTokens(text, hits))
}

/** The piece of a long text in which most of the words found stand together, with them marked. */
export function extract(text: string, hits: Hits): Extract {
  const tokens = tokensOf(text)
  const found = tokens.map((token) => hitStem(token.word, hits))
  const first = Math.max(0, bestStart(found) - wordsBefore)
  const start = tokens[first]?.start ?? 0
  const end = tokens[first + extractWords - 1]?.end ?? text.length
  const runs = marked(
    text,
    start,
    end,
    tokens.filter((_, index) => found[index] !== null),
  )
  return [
    ...(first > 0 ? [{ text: '… ', hit: false }] : []),
    ...runs,
    ...(end < text.trimEnd().length ? [{ text: ' …', hit: false }] : []),
  ]
}

/** The token from which one extract holds most different stems; the earliest of them. */
function bestStart(found: readonly (string | null)[]): number {
  let best = { index: 0, score: 0 }
  found.forEach((stem, index) => {
    if (stem === null) return
    const score = new Set(found.slice(index, index + extractWords - wordsBefore).filter((other) => other !== null)).size
    if (score > best.score) best = { index, score }
  })
  return best.index
}

type Token = { readonly word: string; readonly start: number; readonly end: number }

function hitTokens(text: string, hits: Hits): readonly Token[] {
  return tokensOf(text).filter((token) => hitStem(token.word, hits) !== null)
}

/** The longest ending that a stemmer of these languages takes off: more is another word ("art", "artillery"). */
const longestEnding = 5

function hitStem(word: string, hits: Hits): string | null {
  const stem = hits.stems.find((candidate) => {
    if (word === candidate) return true
    if (candidate.length < 3) return false
    if (!hits.language.hasStems) return word.startsWith(candidate)
    if (word.length - candidate.length > longestEnding) return false
    // Snowball's English makes "studi" of "study" and "studies".
    return word.startsWith(candidate) || (candidate.endsWith('i') && word.startsWith(`${candidate.slice(0, -1)}y`))
  })
  return stem ?? null
}

function marked(text: string, start: number, end: number, hits: readonly Token[]): Extract {
  const runs: { text: string; hit: boolean }[] = []
  let at = start
  for (const token of hits) {
    if (token.start < at || token.end > end) continue
    if (token.start > at) runs.push({ text: lineOf(text.slice(at, token.start)), hit: false })
    runs.push({ text: text.slice(token.start, token.end), hit: true })
    at = token.end
  }
  if (at < end) runs.push({ text: lineOf(text.slice(at, end)), hit: false })
  return runs
}

function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ')
}
