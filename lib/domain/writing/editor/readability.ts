import { countWords, segmenterOf } from '#lib/domain/text/article-words.ts'
import type { Body, Inline } from '#lib/domain/text/body.ts'

/** A place that is hard to read. `block` counts from 0 in the body. */
export type ReadingHint = {
  readonly kind: 'long-sentence' | 'long-paragraph'
  readonly block: number
  readonly words: number
  readonly excerpt: string
}

type Limits = { readonly sentence: number; readonly paragraph: number }

/**
 * Words above which a sentence or a paragraph is worth a second look: for English the 25 words of GOV.UK's style guide with air for
 * quotations; languages that say with endings what English says with words have fewer, Persian with its clitics more.
 */
const limits: Readonly<Record<string, Limits>> = {
  en: { sentence: 32, paragraph: 110 },
  ru: { sentence: 26, paragraph: 90 },
  ky: { sentence: 24, paragraph: 85 },
  fa: { sentence: 36, paragraph: 120 },
}
const meanLimits: Limits = { sentence: 30, paragraph: 100 }

export function readingHints(body: Body, locale: string): readonly ReadingHint[] {
  const { sentence, paragraph } = limits[locale.split('-')[0] ?? ''] ?? meanLimits
  return body.flatMap((block, position) =>
    textsOf(block).flatMap((text): readonly ReadingHint[] => {
      const words = countWords(text, locale)
      const long = sentencesOf(text, locale).flatMap((part): readonly ReadingHint[] => {
        const words = countWords(part, locale)
        return words > sentence ? [{ kind: 'long-sentence', block: position, words, excerpt: excerptOf(part) }] : []
      })
      return words > paragraph
        ? [{ kind: 'long-paragraph', block: position, words, excerpt: excerptOf(text) }, ...long]
        : long
    }),
  )
}

function textsOf(block: Body[number]): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [text(block.content)]
    case 'list':
      return block.items.map(text)
    case 'fact-box':
      return block.body.flatMap(textsOf)
    default:
      // A quotation is the speaker's.
      return []
  }
}

function sentencesOf(text: string, locale: string): readonly string[] {
  return Array.from(segmenterOf(locale, 'sentence').segment(text), ({ segment }) => segment)
}

function excerptOf(text: string): string {
  const start = text.trim()
  return start.length > excerptLength ? `${start.slice(0, excerptLength).replace(/\s+\S*$/, '')}…` : start
}
const excerptLength = 60

function text(content: Inline): string {
  return content.map((run) => run.text).join('')
}
