import {
  isSuggestion,
  marksIn,
  type Signature,
  type SuggestedBlock,
  type SuggestedBody,
  type SuggestedInline,
  type SuggestedList,
  type SuggestedParagraph,
  type SuggestionMark,
} from './suggested-body.ts'

export type Signatures = ReadonlyMap<string, Signature>

/** Who made each suggestion of a text, by its id. */
export function signaturesIn(body: SuggestedBody): Signatures {
  return new Map(marksIn(body).map(({ id, by, at }) => [id, { id, by, at }]))
}

/** Suggestions that the one who saves does not claim, and that are not among the known: whose they are has to be found out. */
export function strangersIn(body: SuggestedBody, signing: { readonly known: Signatures; readonly by: string }) {
  return [...signaturesIn(body).values()].filter(({ id, by }) => by !== signing.by && !signing.known.has(id))
}

/**
 * The text with true signatures: a known suggestion keeps the one that it had, and any other is of who saves. Refusing would lose
 * what was written, and words that come from nowhere in this article (pasted, or forged) are those of whoever put them here.
 */
export function signed(
  body: SuggestedBody,
  { known, by, now }: { readonly known: Signatures; readonly by: string; readonly now: Date },
): SuggestedBody {
  return mapMarks(body, (mark) => {
    const signature = known.get(mark.id)
    if (signature) return { ...mark, by: signature.by, at: signature.at }
    return mark.by === by && new Date(mark.at) <= now ? mark : { ...mark, by, at: now.toISOString() }
  })
}

type Change = (mark: SuggestionMark) => SuggestionMark

function mapMarks(body: SuggestedBody, change: Change): SuggestedBody {
  return body.map((block) => mapBlock(block, change))
}

function mapBlock(block: SuggestedBlock, change: Change): SuggestedBlock {
  const own = flagged(block, change)
  const inline = (content: SuggestedInline) => mapInline(content, change)
  switch (own.kind) {
    case 'paragraph':
    case 'list':
      return mapPart(own, change)
    case 'quotation': {
      const { paragraphs, attribution } = own
      return { ...own, paragraphs: paragraphs.map(inline), ...(attribution && { attribution: inline(attribution) }) }
    }
    case 'table':
      return { ...own, head: own.head.map(inline), rows: own.rows.map((row) => row.map(inline)) }
    case 'fact-box':
      return { ...own, body: own.body.map((part) => mapPart(flagged(part, change), change)) }
    case 'crosshead':
    case 'pull-quote':
    case 'figure':
    case 'embed':
    case 'divider':
      return own
  }
}

function mapPart<T extends SuggestedParagraph | SuggestedList>(part: T, change: Change): T {
  return part.kind === 'paragraph'
    ? { ...part, content: mapInline(part.content, change) }
    : { ...part, items: part.items.map((item) => mapInline(item, change)) }
}

function mapInline(content: SuggestedInline, change: Change): SuggestedInline {
  return content.map((run) =>
    run.marks ? { ...run, marks: run.marks.map((mark) => (isSuggestion(mark) ? change(mark) : mark)) } : run,
  )
}

function flagged<T extends SuggestedBlock>(block: T, change: Change): T {
  return block.suggestion ? { ...block, suggestion: change(block.suggestion) } : block
}
