import type { BlockKind } from '#lib/domain/text/body.ts'
import { blockText } from '#lib/domain/writing/saving/block-text.ts'
import {
  inlinesOf,
  isSuggestion,
  marksIn,
  type Signature,
  type SuggestedBlock,
  type SuggestedBody,
  type SuggestionKind,
  type SuggestionMark,
} from './suggested-body.ts'

/** A suggestion as a panel lists it: who, when, and what would become of the text. */
export type Suggestion = Signature & {
  /** Place in the body of the first block that it touches. */
  readonly block: number
  /** The words that go when it is accepted, and the words that come; a line for each block. */
  readonly deleted: string
  readonly inserted: string
  /** Blocks that go or come as a whole: a picture has no words. */
  readonly blocks: readonly { readonly kind: SuggestionKind; readonly block: BlockKind }[]
}

/** What is suggested in a text, in the order in which it begins there. */
export function suggestionsOf(body: SuggestedBody): readonly Suggestion[] {
  const found = new Map<string, Gathered>()
  const gathered = (mark: SuggestionMark, block: number): Gathered => {
    const { id, by, at } = mark
    const known = found.get(id) ?? { id, by, at, block, lines: { insertion: [], deletion: [] }, blocks: [] }
    found.set(id, known)
    return known
  }
  const visit = (block: SuggestedBlock, place: number) => {
    const { suggestion: flag } = block
    if (flag) {
      const { lines, blocks } = gathered(flag, place)
      blocks.push({ kind: flag.kind, block: block.kind })
      lines[flag.kind].push(blockText(block))
    }
    // The parts of a fact box carry flags of their own.
    if (block.kind === 'fact-box') for (const part of block.body) visit(part, place)
    else
      for (const inline of inlinesOf(block)) {
        const words = new Map<Gathered, Record<SuggestionKind, string>>()
        for (const { text, marks = [] } of inline)
          for (const mark of marks.filter(isSuggestion)) {
            // Its flag has told all the words of the block already.
            if (mark.id === flag?.id && mark.kind === flag.kind) continue
            const of = gathered(mark, place)
            const line = words.get(of) ?? { insertion: '', deletion: '' }
            line[mark.kind] += text
            words.set(of, line)
          }
        for (const [{ lines }, line] of words)
          for (const kind of ['insertion', 'deletion'] as const) if (line[kind] !== '') lines[kind].push(line[kind])
      }
  }
  body.forEach(visit)
  return [...found.values()].map(({ lines, ...rest }) => ({
    ...rest,
    deleted: lines.deletion.filter(Boolean).join('\n'),
    inserted: lines.insertion.filter(Boolean).join('\n'),
  }))
}

/** How many suggestions are open: each counts once, however many words it marks. */
export function countSuggestions(body: SuggestedBody): number {
  return new Set(marksIn(body).map(({ id }) => id)).size
}

type Gathered = Signature & {
  readonly block: number
  readonly lines: Record<SuggestionKind, string[]>
  readonly blocks: { kind: SuggestionKind; block: BlockKind }[]
}
