/** Marks stand on a run of text; their order has no meaning. */
export type Mark =
  | { readonly kind: 'strong' }
  | { readonly kind: 'emphasis' }
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'article-link'; readonly articleId: number }
  /** A phrase in another language (BCP 47). */
  | { readonly kind: 'language'; readonly lang: string }

export type Run = { readonly text: string; readonly marks?: readonly Mark[] }
export type Inline = readonly Run[]

export type Paragraph = { readonly kind: 'paragraph'; readonly content: Inline }
/** `anchor` is made once, from the first wording, so that links to a section survive edits. */
export type Crosshead = { readonly kind: 'crosshead'; readonly text: string; readonly anchor: string }
export type Quotation = {
  readonly kind: 'quotation'
  readonly paragraphs: readonly Inline[]
  readonly attribution?: Inline
}
export type PullQuote = { readonly kind: 'pull-quote'; readonly text: string; readonly attribution?: string }
export type List = { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inline[] }
export type Figure = {
  readonly kind: 'figure'
  readonly pictureId: number
  readonly size: 'text' | 'wide'
  /** Why it says nothing to who can't see it: such a picture has no description. */
  readonly decorative?: string
}
export type Table = {
  readonly kind: 'table'
  readonly caption: string
  readonly head: readonly Inline[]
  readonly rows: readonly (readonly Inline[])[]
  /** The first cell of each row names the row. */
  readonly hasRowHeads: boolean
  /** Columns of numbers, from 0: aligned at their end. */
  readonly numericColumns: readonly number[]
}
export type FactBox = {
  readonly kind: 'fact-box'
  readonly title: string
  readonly body: readonly (Paragraph | List)[]
}
/** Something of another site. Readers get its fallback and a link; nothing loads by itself. */
export type Embed = {
  readonly kind: 'embed'
  readonly provider: string
  readonly url: string
  readonly title: string
  readonly fallback: string
}
export type Divider = { readonly kind: 'divider' }

/** A block that somebody suggests (lib/domain/writing/suggesting) is no block of a body: it would reach readers. */
type Unsuggested = { readonly suggestion?: never }

export type Block = Unsuggested &
  (Paragraph | Crosshead | Quotation | PullQuote | List | Figure | Table | FactBox | Embed | Divider)

export type BlockKind = Block['kind']
export type Body = readonly Block[]
