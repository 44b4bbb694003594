import type { Body } from '#lib/domain/text/body.ts'
import { canonicalInline } from '#lib/domain/writing/editor/document.ts'
import { blockKinds, blockOf, bodyOf } from '#lib/domain/writing/editor/testing/bodies.ts'
import type {
  SuggestedBlock,
  SuggestedBody,
  SuggestedInline,
  SuggestedList,
  SuggestedParagraph,
  SuggestionKind,
  SuggestionMark,
} from '../suggested-body.ts'

export type Chance = () => number

/** What is suggested by this id: one person, one time. */
export function mark(kind: SuggestionKind, id = 'one-suggestion'): SuggestionMark {
  return { kind, id, by: 'aida', at: '2026-11-22T12:00:00.000Z' }
}

/** A body of every kind of block, and what was suggested in it: words out, words in, blocks out, blocks in. */
export function suggestedBodyOf(next: Chance, body: Body = bodyOf(next)): SuggestedBody {
  const blocks: SuggestedBlock[] = body.map((block) => {
    const inside = mapInlines(block, (inline) => suggestedInline(next, inline))
    return next() < 0.2 ? { ...inside, suggestion: someMark(next, 'deletion') } : inside
  })
  return blocks.flatMap((block, place) => {
    if (next() > 0.2) return [block]
    const kind = blockKinds[Math.floor(next() * blockKinds.length)] ?? 'divider'
    const added = mapInlines(blockOf(next, kind, 1000 + place), (inline) => suggestedInline(next, inline))
    return [block, { ...added, suggestion: someMark(next, 'insertion') }]
  })
}

/** Marks on some runs, and runs between them; what is inserted may be marked for deletion by somebody else. */
function suggestedInline(next: Chance, inline: SuggestedInline): SuggestedInline {
  const runs = inline.flatMap(({ text, marks = [] }) => {
    const chance = next()
    if (chance < 0.2) return [{ text, marks: [...marks, someMark(next, 'deletion')] }]
    const inserted = { text: ' new words', marks: [...marks, someMark(next, 'insertion')] }
    if (chance < 0.35) return [{ text, marks }, inserted]
    if (chance < 0.4)
      return [
        { text, marks },
        { ...inserted, marks: [...inserted.marks, someMark(next, 'deletion')] },
      ]
    return [{ text, marks }]
  })
  return canonicalInline(runs)
}

/** Few ids, so that one suggestion stands in many places. */
function someMark(next: Chance, kind: SuggestionKind): SuggestionMark {
  return mark(kind, `suggestion-${Math.floor(next() * 8)}`)
}

function mapInlines(block: SuggestedBlock, map: (inline: SuggestedInline) => SuggestedInline): SuggestedBlock {
  const part = <T extends SuggestedParagraph | SuggestedList>(one: T): T =>
    one.kind === 'paragraph' ? { ...one, content: map(one.content) } : { ...one, items: one.items.map(map) }
  switch (block.kind) {
    case 'paragraph':
    case 'list':
      return part(block)
    case 'quotation':
      return {
        ...block,
        paragraphs: block.paragraphs.map(map),
        ...(block.attribution && { attribution: map(block.attribution) }),
      }
    case 'table':
      return { ...block, head: block.head.map(map), rows: block.rows.map((row) => row.map(map)) }
    case 'fact-box':
      return { ...block, body: block.body.map(part) }
    default:
      return block
  }
}
