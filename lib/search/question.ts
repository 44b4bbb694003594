import { wordsOf } from './words.ts'

/** One thing asked for: words that stand side by side when there are several. */
export type Part = { readonly words: readonly string[]; readonly isExcluded: boolean; readonly isQuoted: boolean }

/** All groups must be met; one part of a group is enough. */
export type Question = readonly (readonly Part[])[]

/** Twice the longest headline; more makes a query slow and finds nothing. */
const maxWords = 24

/** Reads what people know from the web: words, "a phrase", -not, or. Never fails: what it can't read it leaves out. */
export function parseQuestion(text: string): Question {
  const groups: Part[][] = []
  let joinsNext = false
  let wordCount = 0
  for (const match of text.matchAll(/(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))/gu)) {
    const [whole, minus, quoted, bare] = match
    if (whole.toLowerCase() === 'or' || whole === '|') {
      joinsNext = groups.length > 0
      continue
    }
    const words = wordsOf(quoted ?? bare ?? '').slice(0, maxWords - wordCount)
    if (words.length === 0) continue
    wordCount += words.length
    const part = { words, isExcluded: minus === '-', isQuoted: quoted !== undefined }
    if (joinsNext && !part.isExcluded) groups.at(-1)?.push(part)
    else groups.push([part])
    joinsNext = false
  }
  return groups
}

/** The words that must occur, for highlights and corrections. */
export function soughtWords(question: Question): readonly string[] {
  return [...new Set(question.flat().flatMap((part) => (part.isExcluded ? [] : part.words)))]
}

/** Prints a question so that `parseQuestion` reads the same again. */
export function questionText(question: Question): string {
  return question.map((group) => group.map(partText).join(' or ')).join(' ')
}

export function replaceWords(question: Question, replacements: ReadonlyMap<string, string>): Question {
  return question.map((group) =>
    group.map((part) => ({ ...part, words: part.words.map((word) => replacements.get(word) ?? word) })),
  )
}

function partText(part: Part): string {
  const text = part.words.join(' ')
  return `${part.isExcluded ? '-' : ''}${part.isQuoted || part.words.length > 1 ? `"${text}"` : text}`
}
