import type {
  Body,
  Crosshead,
  Divider,
  Embed,
  FactBox,
  Figure,
  List,
  Mark,
  Paragraph,
  PullQuote,
  Quotation,
  Table,
} from '#lib/domain/text/body.ts'

export type SuggestionKind = 'insertion' | 'deletion'

/** Who suggests, and when (ISO). What one act changed has one id, however many words and blocks that are. */
export type Signature = {
  readonly id: string
  /** The user's id. */
  readonly by: string
  readonly at: string
}

/**
 * Words or a block that somebody wants in the text, or out of it. A run may carry one of each kind: somebody wants gone what
 * somebody else wants in. A replacement is a deletion and an insertion of one id.
 */
export type SuggestionMark = Signature & { readonly kind: SuggestionKind }

export type SuggestedMark = Mark | SuggestionMark
export type SuggestedRun = { readonly text: string; readonly marks?: readonly SuggestedMark[] }
export type SuggestedInline = readonly SuggestedRun[]

/** Stands on a block that is suggested as a whole; what is inside it may carry suggestions of its own. */
type Flagged = { readonly suggestion?: SuggestionMark }

export type SuggestedParagraph = Omit<Paragraph, 'content'> & Flagged & { readonly content: SuggestedInline }
export type SuggestedQuotation = Omit<Quotation, 'paragraphs' | 'attribution'> &
  Flagged & { readonly paragraphs: readonly SuggestedInline[]; readonly attribution?: SuggestedInline }
/** An item is suggested by marks on all of its words: without words there is no item. */
export type SuggestedList = Omit<List, 'items'> & Flagged & { readonly items: readonly SuggestedInline[] }
/** A row or a column is no suggestion of its own (an empty cell is a fact): the table is deleted and another one inserted. */
export type SuggestedTable = Omit<Table, 'head' | 'rows'> &
  Flagged & { readonly head: readonly SuggestedInline[]; readonly rows: readonly (readonly SuggestedInline[])[] }
export type SuggestedFactBox = Omit<FactBox, 'body'> &
  Flagged & { readonly body: readonly (SuggestedParagraph | SuggestedList)[] }

/** Crossheads, pull quotes, captions and titles are plain strings: there the block is deleted and another one inserted. */
export type SuggestedBlock =
  | SuggestedParagraph
  | SuggestedQuotation
  | SuggestedList
  | SuggestedTable
  | SuggestedFactBox
  | ((Crosshead | PullQuote | Figure | Embed | Divider) & Flagged)

/**
 * The text that the newsroom works on: a body, and in it what is suggested. Every `Body` is one; what readers get is `rejectAll`
 * of it (settle.ts), and nothing else makes a `Body` of it.
 */
export type SuggestedBody = readonly SuggestedBlock[]

export function isSuggestion(mark: SuggestedMark): mark is SuggestionMark {
  return mark.kind === 'insertion' || mark.kind === 'deletion'
}

/** Every suggestion mark and block flag in text order; a flag before what is inside its block. */
export function marksIn(body: SuggestedBody): readonly SuggestionMark[] {
  return body.flatMap(marksOf)
}

export function hasSuggestions(body: SuggestedBody): boolean {
  return body.some((block) => marksOf(block).length > 0)
}

/** What `hasSuggestions` denies, for the compiler. */
export function isClean(body: SuggestedBody): body is Body {
  return !hasSuggestions(body)
}

/** Every place of a block that holds marked words, in text order. */
export function inlinesOf(block: SuggestedBlock): readonly SuggestedInline[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.content]
    case 'quotation':
      return [...block.paragraphs, ...(block.attribution ? [block.attribution] : [])]
    case 'list':
      return block.items
    case 'table':
      return [block.head, ...block.rows].flat()
    case 'fact-box':
      return block.body.flatMap(inlinesOf)
    case 'crosshead':
    case 'pull-quote':
    case 'figure':
    case 'embed':
    case 'divider':
      return []
  }
}

function marksOf(block: SuggestedBlock): readonly SuggestionMark[] {
  const flag = block.suggestion ? [block.suggestion] : []
  // The parts of a fact box carry flags of their own.
  if (block.kind === 'fact-box') return [...flag, ...block.body.flatMap(marksOf)]
  return [
    ...flag,
    ...inlinesOf(block).flatMap((inline) => inline.flatMap(({ marks = [] }) => marks.filter(isSuggestion))),
  ]
}
