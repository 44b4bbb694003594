import type { Body } from '#lib/domain/text/body.ts'
import { canonicalInline, unwritten } from '#lib/domain/writing/editor/document.ts'
import {
  hasSuggestions,
  isClean,
  isSuggestion,
  type SuggestedBlock,
  type SuggestedBody,
  type SuggestedInline,
  type SuggestedList,
  type SuggestedParagraph,
  type SuggestedQuotation,
  type SuggestedRun,
  type SuggestionMark,
} from './suggested-body.ts'

export type Verdict = 'accept' | 'reject'

/**
 * The text after these suggestions were accepted or rejected; the others stay open. The order in which suggestions are settled
 * makes no difference. A block that is left without words goes with them.
 */
export function settle(body: SuggestedBody, ids: Iterable<string>, verdict: Verdict): SuggestedBody {
  const chosen = new Set(ids)
  return settled(body, { isMeant: ({ id }) => chosen.has(id), verdict })
}

/** The text without what is suggested: what readers get. */
export function rejectAll(body: SuggestedBody): Body {
  return clean(body, 'reject')
}

/** The text as all who suggest want it. */
export function acceptAll(body: SuggestedBody): Body {
  return clean(body, 'accept')
}

type Settling = { readonly isMeant: (mark: SuggestionMark) => boolean; readonly verdict: Verdict }

function clean(body: SuggestedBody, verdict: Verdict): Body {
  const done = hasSuggestions(body) ? settled(body, { isMeant: () => true, verdict }) : body
  if (!isClean(done)) throw new Error('A suggestion was left in a text that readers get')
  return done
}

function settled(body: SuggestedBody, settling: Settling): SuggestedBody {
  const anchored = settling.verdict === 'accept' ? withFormerAnchors(body, settling) : body
  return anchored.flatMap((block) => settledBlock(block, settling) ?? [])
}

function settledBlock(block: SuggestedBlock, settling: Settling): SuggestedBlock | null {
  const flag = fateOf(block.suggestion ? [block.suggestion] : [], settling)
  if (flag === 'goes') return null
  const { suggestion, ...bare } = block
  const kept: SuggestedBlock = flag === 'is-settled' ? bare : block
  switch (kept.kind) {
    case 'paragraph':
    case 'list':
      return settledPart(kept, settling)
    case 'quotation':
      return settledQuotation(kept, settling)
    case 'table': {
      const row = (cells: readonly SuggestedInline[]) => cells.map((cell) => settledInline(cell, settling))
      return { ...kept, head: row(kept.head), rows: kept.rows.map(row) }
    }
    case 'fact-box': {
      const parts = kept.body.flatMap((part) => {
        const fate = fateOf(part.suggestion ? [part.suggestion] : [], settling)
        if (fate === 'goes') return []
        const { suggestion: flagOfPart, ...barePart } = part
        return settledPart(fate === 'is-settled' ? barePart : part, settling) ?? []
      })
      return { ...kept, body: parts.length > 0 ? parts : [{ kind: 'paragraph', content: [{ text: unwritten }] }] }
    }
    case 'crosshead':
    case 'pull-quote':
    case 'figure':
    case 'embed':
    case 'divider':
      return kept
  }
}

function settledPart<T extends SuggestedParagraph | SuggestedList>(part: T, settling: Settling): T | null {
  if (part.kind === 'paragraph') {
    const content = settledInline(part.content, settling)
    return content.length > 0 ? { ...part, content } : null
  }
  const items = written(part.items, settling)
  return items.length > 0 ? { ...part, items } : null
}

function settledQuotation(quotation: SuggestedQuotation, settling: Settling): SuggestedQuotation | null {
  const { attribution: name = [], ...rest } = quotation
  const paragraphs = written(quotation.paragraphs, settling)
  const attribution = settledInline(name, settling)
  // What stood for words that an earlier settling took away is not said by anybody.
  const isSaid = paragraphs.some((paragraph) => paragraph.some(({ text, marks }) => text !== unwritten || marks))
  if (attribution.length === 0) return isSaid ? { ...rest, paragraphs } : null
  return { ...rest, paragraphs: paragraphs.length > 0 ? paragraphs : [[{ text: unwritten }]], attribution }
}

function written(inlines: readonly SuggestedInline[], settling: Settling): readonly SuggestedInline[] {
  return inlines.map((inline) => settledInline(inline, settling)).filter((inline) => inline.length > 0)
}

function settledInline(inline: SuggestedInline, settling: Settling): SuggestedInline {
  return canonicalInline(inline.flatMap((run) => settledRun(run, settling) ?? []))
}

function settledRun({ text, marks = [] }: SuggestedRun, settling: Settling): SuggestedRun | null {
  if (fateOf(marks.filter(isSuggestion), settling) === 'goes') return null
  return { text, marks: marks.filter((mark) => !isSuggestion(mark) || !settling.isMeant(mark)) }
}

/** What an accepted deletion or a rejected insertion stands on goes; else the mark alone does. */
function fateOf(marks: readonly SuggestionMark[], { isMeant, verdict }: Settling): 'goes' | 'is-settled' | 'stays' {
  const meant = marks.filter(isMeant)
  if (meant.some(({ kind }) => kind === (verdict === 'accept' ? 'deletion' : 'insertion'))) return 'goes'
  return meant.length > 0 ? 'is-settled' : 'stays'
}

/**
 * A new wording of a crosshead is a deletion and an insertion of one id. Accepted, it has the anchor of the one that it replaces,
 * so that links to a section survive this edit too.
 */
function withFormerAnchors(body: SuggestedBody, { isMeant }: Settling): SuggestedBody {
  const former = new Map<string, string[]>()
  for (const block of body) {
    if (block.kind !== 'crosshead' || block.suggestion?.kind !== 'deletion' || !isMeant(block.suggestion)) continue
    const { id } = block.suggestion
    former.set(id, [...(former.get(id) ?? []), block.anchor])
  }
  return body.map((block) => {
    if (block.kind !== 'crosshead' || block.suggestion?.kind !== 'insertion' || !isMeant(block.suggestion)) return block
    const anchor = former.get(block.suggestion.id)?.shift()
    return anchor === undefined ? block : { ...block, anchor }
  })
}
