import type { Block, Body, Inline } from './body.ts'

/** What of a body can be read aloud, one line a block: for search, counts, extracts. */
export function plainText(body: Body): string {
  return body.map(blockText).filter(Boolean).join('\n')
}

/** Words as the language counts them: Intl knows where they end in scripts without spaces. */
export function countWords(text: string, locale: string): number {
  let count = 0
  for (const segment of segmenterOf(locale, 'word').segment(text)) if (segment.isWordLike) count++
  return count
}

/** To make one costs more than to use it on a paragraph. */
export function segmenterOf(locale: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${locale}`
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(locale, { granularity })
  segmenters.set(key, segmenter)
  return segmenter
}

const segmenters = new Map<string, Intl.Segmenter>()

export function readingMinutes(wordCount: number, locale: string): number {
  const language = locale.split('-')[0] ?? ''
  return Math.max(1, Math.round(wordCount / (wordsPerMinute[language] ?? meanWordsPerMinute)))
}

/**
 * Trauzettel-Klosinski and Dietz, "Standardized assessment of reading performance" (IOVS 2012), table of 17 languages. Turkish
 * stands for Kyrgyz, which builds its words alike; Persian was not measured and has the study's mean.
 */
const wordsPerMinute: Readonly<Record<string, number>> = {
  en: 228,
  ru: 184,
  ky: 166,
  tr: 166,
  ar: 138,
  he: 187,
  de: 179,
}
const meanWordsPerMinute = 184

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineText(block.content)
    case 'crosshead':
      return block.text
    case 'quotation':
      return [...block.paragraphs, ...(block.attribution ? [block.attribution] : [])].map(inlineText).join('\n')
    case 'pull-quote':
      // Repeats words of the article: counted and searched once, where they stand.
      return ''
    case 'list':
      return block.items.map(inlineText).join('\n')
    case 'figure':
    case 'divider':
      return ''
    case 'table':
      return [block.caption, ...[block.head, ...block.rows].map((row) => row.map(inlineText).join(' '))].join('\n')
    case 'fact-box':
      return [block.title, ...block.body.map(blockText)].join('\n')
    case 'embed':
      return [block.title, block.fallback].join('\n')
  }
}

function inlineText(content: Inline): string {
  return content.map((run) => run.text).join('')
}
