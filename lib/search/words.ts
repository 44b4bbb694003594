/**
 * One spelling for what readers type in many: used alike on articles and on questions, so what is lost here is lost on both
 * sides. Gives words of letters and digits only, in lower case.
 */
export function wordsOf(text: string): readonly string[] {
  return normalise(text).match(word) ?? []
}

/** Words and where they stand in the text as it was written. */
export function tokensOf(
  text: string,
): readonly { readonly word: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(rawWord)].map((match) => ({
    word: wordsOf(match[0]).join(''),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const word = /[\p{L}\p{N}\p{M}]+/gu
// As `word`, with the marks that `normalise` takes out of the middle of a word.
const rawWord = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u0640\u00AD]|['\u2019\u02BC\u02BB`](?=\p{L}))*/gu

function normalise(text: string): string {
  return (
    text
      .normalize('NFKD')
      // Accents on Latin letters; Russian stress marks. Marks that make another letter (й, ї) stay.
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
      .replace(/[\u0300\u0301]/g, '')
      // Arabic script: vowel signs, hamza above and below, lengthening.
      .replace(/[\u064B-\u065F\u0670\u0640\u00AD]/g, '')
      .normalize('NFC')
      .toLowerCase()
      // Inside a word an apostrophe parts nothing: "river's" is stemmed as "rivers", Uzbek oʻ is a letter.
      .replace(/(?<=\p{L})['\u2019\u02BC\u02BB`](?=\p{L})/gu, '')
      .replace(/\P{ASCII}/gu, (letter) => variants[letter] ?? letter)
  )
}

/** Keyboards give Arabic letters for Persian ones, and digits of three kinds; Russian print writes е for ё. */
const variants: Readonly<Record<string, string>> = {
  ё: 'е',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ٱ: 'ا',
  ...digits('٠'),
  ...digits('۰'),
}

function digits(zero: string): Record<string, string> {
  const start = zero.codePointAt(0) ?? 0
  return Object.fromEntries(Array.from({ length: 10 }, (_, value) => [String.fromCodePoint(start + value), `${value}`]))
}
