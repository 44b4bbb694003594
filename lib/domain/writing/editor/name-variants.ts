/** Two spellings of what may be one name, the more frequent first. */
export type NameVariant = { readonly spelling: Spelling; readonly variant: Spelling }
export type Spelling = { readonly word: string; readonly count: number }

type Name = { stem: string; forms: Map<string, number>; count: number; isSure: boolean }

/** Shorter names differ by a letter too often by right: Iran and Iraq, Osh and Ош. */
const leastLetters = 6
const lettersForTwoSlips = 10

/**
 * Names of a text that are spelled in two ways: Mambataliev and Mambetaliev. Names are known by their capitals, so scripts without
 * capitals have none to find. Endings of grammar are no other spelling; a suspicion is a question, never a correction.
 */
export function nameVariants(text: string, locale: string): readonly NameVariant[] {
  const names = namesIn(text, locale)
  const found: NameVariant[] = []
  names.forEach((one, position) => {
    for (const other of names.slice(position + 1)) {
      if (!(one.isSure || other.isSure) || !isOneName(one.stem, other.stem)) continue
      const [first, second] = one.count >= other.count ? [one, other] : [other, one]
      found.push({ spelling: spellingOf(first), variant: spellingOf(second) })
    }
  })
  return found
}

/** Signs that can stand between the end of a sentence and the first word of the next; to look back to the beginning of a long text takes as long as it is. */
const furthestStart = 12

/** Capitalised words by their stems. A word that the text also writes small is no name; one that only begins sentences may be none. */
function namesIn(text: string, locale: string): readonly Name[] {
  const names = new Map<string, Name>()
  const small = new Set(Array.from(text.matchAll(/(?<![\p{L}\p{M}’'-])\p{Ll}[\p{L}\p{M}]+/gu), ([word]) => word))
  for (const match of text.matchAll(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]+/gu)) {
    const [word] = match
    const lower = word.toLocaleLowerCase(locale)
    const stem = stemOf(lower, locale)
    if (stem.length < leastLetters || word === word.toLocaleUpperCase(locale) || small.has(lower)) continue
    const name = names.get(stem) ?? { stem, forms: new Map(), count: 0, isSure: false }
    name.forms.set(word, (name.forms.get(word) ?? 0) + 1)
    name.count++
    name.isSure ||= !/(^|[.!?…:\n]["»”’)\]]?\s*["«“„‘([—–-]*\s*)$/u.test(
      text.slice(Math.max(0, match.index - furthestStart), match.index),
    )
    names.set(stem, name)
  }
  return [...names.values()]
}

function spellingOf({ forms, count }: Name): Spelling {
  const [word = ''] = [...forms].sort((one, other) => other[1] - one[1])[0] ?? []
  return { word, count }
}

/** Alike but for a slip or two inside: a difference at the very end is grammar or another word. */
function isOneName(one: string, other: string): boolean {
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > 2) return false
  if (one.at(-1) !== other.at(-1) || one.startsWith(other) || other.startsWith(one)) return false
  const slips = Math.min(one.length, other.length) >= lettersForTwoSlips ? 2 : 1
  return distance(one, other) <= slips
}

/** Damerau and Levenshtein's: letters left out, put in, changed, or two swapped. */
function distance(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = next
  }
  return last[other.length] ?? 0
}

/** The part of a word that its grammar leaves alone, roughly: only names are compared by it. */
function stemOf(word: string, locale: string): string {
  const endings = endingsOf[locale.split('-')[0] ?? '']
  return endings ? word.replace(endings, '') : word
}

const endingsOf: Readonly<Record<string, RegExp>> = {
  en: /s$/,
  // Cases of nouns and of surnames that decline as adjectives; feminine surnames with theirs.
  ru: /(?:ыми|ими|ами|ями|ого|его|ому|ему|ах|ях|ам|ям|ом|ем|ём|ой|ей|ою|ею|ым|им|ых|их|ую|юю|ая|яя|ый|ий|ое|ые|ие|ы|и|а|я|у|ю|е|о|ь|й)$/,
  // Plural, possession and case, one after another.
  ky: /(?:[лдт][аеоө]р)?(?:ы|и|у|ү|сы|си|су|сү)?(?:н?[ыиуү]н|д[ыиуү]н|т[ыиуү]н|н[ыиуү]|д[ыиуү]|т[ыиуү]|[гк][аеоө]|[дт][аеоө]|[дт][аеоө]н|н[аеоө]н)?$/,
}
