import type { ImportFormat, Loss } from '#lib/domain/imports/import-run.ts'

/** An article or a page as another system has it, before anything of it is ours. */
export type SourceItem = {
  readonly kind: 'article' | 'page'
  /** Never changes in its own system. */
  readonly foreignId: string
  readonly title: string
  /** The last part of its address, or empty. */
  readonly slug: string
  readonly address: string | null
  /** Where it was to be found before, or besides. */
  readonly formerAddresses: readonly string[]
  readonly html: string
  readonly excerpt: string
  readonly description: string | null
  /** Why it must not be public here, though it comes along; null for what everybody could read. */
  readonly heldBack: string | null
  readonly publishedAt: Date | null
  readonly changedAt: Date | null
  readonly authors: readonly SourceAuthor[]
  readonly topics: readonly SourceTopic[]
  readonly picture: SourcePicture | null
  readonly comments: number
  /** What reading it has lost already. */
  readonly losses: readonly Omit<Loss, 'item'>[]
}

export type SourceAuthor = { readonly id: string; readonly name: string; readonly bio: string }
export type SourceTopic = { readonly slug: string; readonly name: string; readonly description: string }
export type SourcePicture = { readonly url: string; readonly alt: string; readonly caption: string }

/** Something of a file that is no article: counted by its type, and left where it is. */
export type SkippedItem = {
  readonly kind: 'skipped'
  readonly type: string
  readonly label: string
  /** How the report says it; `skipped` where nothing stands. */
  readonly loss?: Loss['kind']
}

export type Source = {
  readonly format: ImportFormat
  /** The other site in keys: where it lived, or what it was called. */
  readonly key: string
  readonly title: string
  /** Its own address, where it says one: relative addresses are below it. */
  readonly url: string | null
  readonly total: number
  readonly losses: readonly Loss[]
  /** Markup of its own time and place, made plain HTML before it is read. */
  readonly plainHtml: (item: SourceItem, lose: Lose) => string
  readonly items: () => AsyncGenerator<SourceItem | SkippedItem>
  readonly close: () => void
}

/** Notes a loss of the item at hand. */
export type Lose = (kind: Loss['kind'], detail: string) => void
