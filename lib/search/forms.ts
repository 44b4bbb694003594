import type { SearchLanguage } from './language.ts'

/**
 * What readers mean with a word, in the languages for which PostgreSQL has no stemmer; each form also finds the words that begin
 * with it. Kyrgyz and Persian put their endings one after another, so a word without them finds all of its forms; and many
 * keyboards of Kyrgyz readers are Russian ones, without ө, ү and ң.
 */
export function formsOf(word: string, { endings }: SearchLanguage): readonly string[] {
  if (endings === 'persian') return [persianEnding.exec(word)?.[1] ?? word]
  if (endings !== 'kyrgyz') return [word]
  return [...new Set(voicingsOf(withoutEndings(word)).flatMap(spellingsOf))]
}

/** The word as Kyrgyz and as Russian keyboards write it, with its endings. */
export function spellingsOf(word: string): readonly string[] {
  if (/[өүң]/.test(word)) return [word]
  // All vowels of a word are in front or at the back of the mouth: о and ү don't stand in one.
  const vowels = [word, word.replaceAll('о', 'ө').replaceAll('у', 'ү')]
  const nasals = [...word.matchAll(/н/g)].map(({ index }) => index)
  const changes = [[], nasals, ...(nasals.length <= mostNasals ? nasals.map((index) => [index]) : [])]
  const spelt = vowels.flatMap((spelling) =>
    changes.map((places) => [...spelling].map((letter, index) => (places.includes(index) ? 'ң' : letter)).join('')),
  )
  return [...new Set(spelt)]
}

const mostNasals = 2

/** Plural, then whose, then case; the shortest stem that they leave. */
const kyrgyzEndings =
  /^(.{3,}?)((?:[лдт][аеоө]р)?(?:с?[ыиуү]|[ыиуү]?[мң])?(?:н?[дт][аеоө]н?|[ндт][ыиуү]н?|[гк][аеоө]|н[аеоө]н?)?)$/

/** A stem of three letters that only one is taken off from is more often a word of four. */
function withoutEndings(word: string): string {
  const [, stem = word, ending = ''] = kyrgyzEndings.exec(word) ?? []
  return stem.length + ending.length < 5 || (stem.length === 3 && ending.length < 2) ? word : stem
}

/** Before an ending that begins with a vowel, п and к are spoken б and г: мектеп, мектеби. */
function voicingsOf(stem: string): readonly string[] {
  if (stem.endsWith('б')) return [stem, `${stem.slice(0, -1)}п`]
  if (stem.endsWith('г')) return [stem, `${stem.slice(0, -1)}к`]
  return [stem]
}

const persianEnding = /^(.{3,}?)ها(?:ی|یی|یم|یت|یش)?$/

/** What Persian writes after a word with a narrow gap, and is no word of its own. */
export const persianSuffixes: ReadonlySet<string> = new Set([
  'ها',
  'های',
  'هایی',
  'هایم',
  'هایش',
  'ای',
  'ام',
  'اش',
  'تر',
])
