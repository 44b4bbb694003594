import type { Block, BlockKind, Body, FactBox, Inline, Mark } from '#lib/domain/text/body.ts'
import { canonicalInline, markOrder } from '../document.ts'

/** A repeatable source of chance (mulberry32): a failing law names its seed. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const phrases = [
  'Bishkek',
  ' ',
  'река Чу ',
  '[sic]',
  'راه‌آهن',
  '<script>',
  '“quoted”',
  ' — ',
  'Ысык-Көл',
  '😀',
  '&amp;',
  '‏۱۲',
]
export const blockKinds: readonly BlockKind[] = [
  ...([
    'paragraph',
    'crosshead',
    'quotation',
    'pull-quote',
    'list',
    'figure',
    'table',
    'fact-box',
    'embed',
    'divider',
  ] as const),
]

/** Bodies that lib/input/articles/body/body.ts accepts, of every kind of block, in their one spelling. */
export function bodyOf(next: () => number): Body {
  return many(next, 12, (position) => blockOf(next, pick(next, blockKinds), position))
}

export function blockOf(next: () => number, kind: BlockKind, position: number): Block {
  const isOften = () => next() < 0.5
  switch (kind) {
    case 'paragraph':
      return { kind, content: inline(next) }
    case 'crosshead':
      return { kind, text: text(next), anchor: `s-${position}` }
    case 'quotation':
      return { kind, paragraphs: many(next, 3, () => inline(next)), ...(isOften() && { attribution: inline(next) }) }
    case 'pull-quote':
      return { kind, text: text(next), ...(isOften() && { attribution: text(next) }) }
    case 'list':
      return { kind, ordered: isOften(), items: many(next, 4, () => inline(next)) }
    case 'figure':
      return { kind, pictureId: 1 + Math.floor(next() * 99), size: isOften() ? 'text' : 'wide' }
    case 'table': {
      const columns = 1 + Math.floor(next() * 4)
      const row = () => Array.from({ length: columns }, () => (next() < 0.2 ? [] : inline(next)))
      return {
        ...{ kind, caption: text(next), head: row(), rows: many(next, 4, row), hasRowHeads: isOften() },
        numericColumns: Array.from({ length: columns }, (_, column) => column).filter(isOften),
      }
    }
    case 'fact-box':
      return { kind, title: text(next), body: many(next, 3, () => factPart(next)) }
    case 'embed':
      return { kind, provider: text(next), url: 'https://example.org/v/1', title: text(next), fallback: text(next) }
    case 'divider':
      return { kind }
  }
}

function factPart(next: () => number): FactBox['body'][number] {
  const kind = next() < 0.5 ? 'paragraph' : 'list'
  return kind === 'list'
    ? { kind, ordered: next() < 0.5, items: many(next, 3, () => inline(next)) }
    : { kind, content: inline(next) }
}

function inline(next: () => number): Inline {
  return canonicalInline(many(next, 4, () => ({ text: text(next), marks: marks(next) })))
}

/** A phrase leads to one place at most. */
function marks(next: () => number): readonly Mark[] {
  const left = next() < 0.5 ? 'link' : 'article-link'
  return markOrder.flatMap((kind): readonly Mark[] => {
    if (next() > 0.25 || kind === left) return []
    switch (kind) {
      case 'link':
        return [{ kind, href: pick(next, ['https://example.org/a?b=1', 'mailto:desk@example.org', '/about']) }]
      case 'article-link':
        return [{ kind, articleId: 1 + Math.floor(next() * 99) }]
      case 'language':
        return [{ kind, lang: pick(next, ['ky', 'fa', 'zh-Hant']) }]
      default:
        return [{ kind }]
    }
  })
}

function text(next: () => number): string {
  return `a${many(next, 3, () => pick(next, phrases)).join('')}`
}

function many<T>(next: () => number, most: number, make: (position: number) => T): T[] {
  return Array.from({ length: 1 + Math.floor(next() * most) }, (_, position) => make(position))
}

function pick<T>(next: () => number, choices: readonly T[]): T {
  return choices[Math.floor(next() * choices.length)] as T
}
