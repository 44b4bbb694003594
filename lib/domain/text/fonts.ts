import type { Edition } from '#lib/domain/edition.ts'

/**
 * The one font file that a page loads. Text and headlines share it: Latin and Cyrillic are cut from a variable font, so
 * that real bold costs no second request. lib/media/build-fonts.ts writes the files into public/fonts.
 */
export type PageFont = {
  readonly script: 'latin' | 'cyrillic' | 'arabic'
  readonly family: string
  /** Address of the file. Its number changes whenever its bytes do: it is served as immutable. */
  readonly href: string
  /** For `font-weight` in `@font-face`. A single weight is made bold by the browser. */
  readonly weight: '400 700' | '400'
  /** What the file covers, first and last code point; also its `unicode-range`. */
  readonly ranges: readonly (readonly [number, number])[]
  /** Fonts of the reader's system, made to take the room of the page font: a visit on a slow line keeps them. */
  readonly fallbacks: readonly FallbackFace[]
}

/** `local` names stand for one set of metrics; percentages are of the font size, as CSS wants them. */
export type FallbackFace = {
  readonly family: string
  readonly local: readonly string[]
  readonly sizeAdjust: number
  readonly ascentOverride: number
  readonly descentOverride: number
  readonly lineGapOverride: 0
}

const sourceSerif = { ascent: 103.6, descent: 33.5 }
const notoNaskh = { ascent: 106.9, descent: 63.4 }

const ascii = [0x20, 0x7e] as const
// Dashes, quotes, dots, primes, guillemets, currency, numero, arrows and the few signs of mathematics that news uses.
const signs = [
  [0x2009, 0x200a],
  [0x202f, 0x202f],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x20b8, 0x20b8],
  [0x20bd, 0x20bd],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2153, 0x2154],
  [0x215b, 0x215e],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2260],
  [0x2264, 0x2265],
] as const

export const fonts = {
  latin: {
    script: 'latin',
    family: 'Masthead Serif',
    href: '/fonts/serif-latin-1.woff2',
    weight: '400 700',
    // Latin-1 and Latin Extended-A, all that the font has: names of people and places of all Europe and Turkey.
    ranges: [
      ascii,
      [0xa0, 0x12b],
      [0x12e, 0x131],
      [0x134, 0x165],
      [0x168, 0x17f],
      [0x218, 0x21b],
      [0x2bb, 0x2bc],
      ...signs,
    ],
    fallbacks: [
      fallback('Georgia', ['Georgia', 'Gelasio'], 99.3, sourceSerif),
      fallback('Times', ['Times New Roman', 'Liberation Serif', 'Tinos'], 109.4, sourceSerif),
      fallback('Noto', ['Noto Serif'], 93.2, sourceSerif),
    ],
  },
  cyrillic: {
    script: 'cyrillic',
    family: 'Masthead Serif',
    href: '/fonts/serif-cyrillic-1.woff2',
    weight: '400 700',
    // Russian and Ukrainian, then the letters of Kyrgyz, Kazakh, Tajik, Tatar; Latin for foreign names.
    ranges: [
      ascii,
      [0xa0, 0xa0],
      [0xa7, 0xa9],
      [0xab, 0xab],
      [0xb0, 0xb3],
      [0xb7, 0xb7],
      [0xbb, 0xbe],
      [0xd7, 0xd7],
      [0x301, 0x301],
      [0x400, 0x45f],
      [0x490, 0x493],
      [0x49a, 0x49b],
      [0x4a2, 0x4a3],
      [0x4ae, 0x4b3],
      [0x4b6, 0x4b7],
      [0x4ba, 0x4bb],
      [0x4d8, 0x4d9],
      [0x4e2, 0x4e3],
      [0x4e8, 0x4e9],
      [0x4ee, 0x4ef],
      ...signs,
    ],
    fallbacks: [
      fallback('Times', ['Times New Roman', 'Liberation Serif', 'Tinos'], 110.9, sourceSerif),
      fallback('Noto', ['Noto Serif'], 92.9, sourceSerif),
    ],
  },
  arabic: {
    script: 'arabic',
    family: 'Masthead Naskh',
    href: '/fonts/serif-arabic-1.woff2',
    weight: '400',
    // Arabic and Persian letters, marks, both sets of digits, joiners and direction marks; Latin for foreign names.
    ranges: [
      ascii,
      [0xa0, 0xa0],
      [0xab, 0xab],
      [0xb0, 0xb0],
      [0xb7, 0xb7],
      [0xbb, 0xbb],
      [0xd7, 0xd7],
      [0x60c, 0x60c],
      [0x61b, 0x61b],
      [0x61f, 0x61f],
      [0x621, 0x63a],
      [0x640, 0x655],
      [0x660, 0x66c],
      [0x670, 0x671],
      [0x67e, 0x67e],
      [0x686, 0x686],
      [0x698, 0x698],
      [0x6a9, 0x6a9],
      [0x6af, 0x6af],
      [0x6c0, 0x6c3],
      [0x6cc, 0x6cc],
      [0x6d5, 0x6d5],
      [0x6f0, 0x6f9],
      [0x200c, 0x200f],
      [0x2013, 0x2014],
      [0x2018, 0x201a],
      [0x201c, 0x201e],
      [0x2026, 0x2026],
      [0x2039, 0x203a],
      [0x2212, 0x2212],
      [0xfdfc, 0xfdfc],
    ],
    // Systems draw Arabic too differently for one number to make them alike: only Android's own Noto is the same.
    fallbacks: [fallback('Noto Naskh', ['Noto Naskh Arabic', 'Noto Naskh Arabic UI'], 100, notoNaskh)],
  },
} as const satisfies Record<PageFont['script'], PageFont>

const cyrillicLanguages: ReadonlySet<string> = new Set([
  'be',
  'bg',
  'kk',
  'ky',
  'mk',
  'mn',
  'ru',
  'sr',
  'tg',
  'tt',
  'uk',
])

/** The font of an edition's pages, by its language and direction. */
export function fontOf(edition: Pick<Edition, 'locale' | 'direction'>): PageFont {
  if (edition.direction === 'rtl') return fonts.arabic
  return cyrillicLanguages.has(edition.locale.split('-')[0] ?? '') ? fonts.cyrillic : fonts.latin
}

/** For `unicode-range`: `U+20-7E, U+A0`. */
export function unicodeRange(font: PageFont): string {
  const hex = (codePoint: number) => codePoint.toString(16).toUpperCase()
  return font.ranges.map(([first, last]) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`).join(', ')
}

export function covers(font: PageFont, codePoint: number): boolean {
  return font.ranges.some(([first, last]) => first <= codePoint && codePoint <= last)
}

// size-adjust is the page font's mean advance over the fallback's, measured on the demo articles' text; the overrides
// are of the adjusted size, hence the division.
function fallback(
  name: string,
  local: readonly string[],
  sizeAdjust: number,
  metrics: { readonly ascent: number; readonly descent: number },
): FallbackFace {
  const share = (percent: number) => Math.round((percent * 1000) / sizeAdjust) / 10
  return {
    family: `Masthead ${name}`,
    local,
    sizeAdjust,
    ascentOverride: share(metrics.ascent),
    descentOverride: share(metrics.descent),
    lineGapOverride: 0,
  }
}
