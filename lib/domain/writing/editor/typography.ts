/** What typing one more character turns into: the last `remove` characters of the line and it become `insert`. */
export type Replacement = { readonly remove: number; readonly insert: string }

type Quotes = { readonly outer: readonly [string, string]; readonly inner: readonly [string, string] }

const chevrons = { outer: ['«', '»'], inner: ['„', '“'] } as const satisfies Quotes

/** Quotation marks by language, after CLDR's delimiters; Kyrgyz print writes as Russian does. */
const quotesOf: Readonly<Record<string, Quotes>> = {
  en: { outer: ['“', '”'], inner: ['‘', '’'] },
  ru: chevrons,
  ky: chevrons,
  uk: chevrons,
  kk: chevrons,
  fa: { outer: ['«', '»'], inner: ['‹', '›'] },
  de: { outer: ['„', '“'], inner: ['‚', '‘'] },
}

/** Writers of these languages set a dash between spaces, and type a hyphen there. */
const spacedDash: ReadonlySet<string> = new Set(['ru', 'ky', 'uk', 'kk'])

/**
 * The typographic form of what is typed on a plain keyboard: quotation marks, apostrophes, dashes, ellipses. `line` is the text of
 * the block up to the caret, the typed character last. Null where it stands as typed.
 */
export function typographic(line: string, locale: string): Replacement | null {
  const language = locale.split('-')[0] ?? ''
  const quotes = quotesOf[language] ?? chevrons
  const before = line.slice(0, -1)
  switch (line.at(-1)) {
    case '"':
      return { remove: 0, insert: quoteMark(before, quotes) }
    case "'":
      return { remove: 0, insert: language === 'en' && opens(before) ? quotes.inner[0] : '’' }
    case '-':
      return before.endsWith('-') && !before.endsWith('--') ? { remove: 1, insert: '—' } : null
    case '.':
      return before.endsWith('..') && !before.endsWith('...') ? { remove: 2, insert: '…' } : null
    case ' ':
      return spacedDash.has(language) && /\S -$/.test(before) ? { remove: 1, insert: '— ' } : null
    default:
      return null
  }
}

/** Inside an open quotation another one is an inner one; what closes is what was opened last. */
function quoteMark(before: string, { outer, inner }: Quotes): string {
  const isInside = count(before, outer[0]) > count(before, outer[1])
  // English inner marks are apostrophes too: only an opening one counts there.
  const isDeepInside = isInside && before.lastIndexOf(inner[0]) > before.lastIndexOf(inner[1])
  if (opens(before)) return isInside ? inner[0] : outer[0]
  return isDeepInside ? inner[1] : outer[1]
}

/** At the start, after a space, an opening bracket, a dash or another opening mark, a quotation opens. */
function opens(before: string): boolean {
  return before === '' || /[\s([{—–\-/«„“‘‹]$/.test(before)
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}
