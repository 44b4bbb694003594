import type { BlogRef, Direction, TopicRef } from './edition.ts'
import type { Picture } from './media/picture.ts'
import type { Body } from './text/body.ts'

export type Byline = {
  readonly slug: string
  readonly name: string
  readonly kind: 'person' | 'organisation'
  /** In the edition's words ("Translation"); null for plain authorship. */
  readonly role: string | null
}

/** An article as lists show it. */
export type ArticleCard = {
  readonly id: number
  readonly blog: BlogRef
  readonly slug: string
  readonly headline: string
  readonly standfirst: string
  readonly publishedAt: Date
  readonly picture: Picture | null
}

export type Correction = {
  readonly place: 'top' | 'bottom'
  readonly text: string
  readonly at: Date
}

export type CorrectionListing = Correction & { readonly id: number; readonly article: ArticleRef }
export type ArticleRef = {
  readonly id: number
  readonly blogSlug: string
  readonly slug: string
  readonly headline: string
}

/** The same story in another edition. */
export type Translation = {
  readonly editionKey: string
  readonly locale: string
  readonly direction: Direction
  readonly isDefaultEdition: boolean
  readonly article: ArticleRef
}

export type Source = { readonly name: string; readonly href?: string }

/** A published article, all that its page shows of itself. */
export type ArticleView = ArticleCard & {
  readonly state: 'published'
  readonly description: string | null
  /** For cards of social networks; null or absent: the standfirst. */
  readonly socialText?: string | null
  readonly body: Body
  readonly updatedAt: Date | null
  readonly readingMinutes: number
  readonly wordCount: number
  readonly revision: number
  readonly bylines: readonly Byline[]
  readonly topics: readonly TopicRef[]
  readonly corrections: readonly Correction[]
  readonly sources: readonly Source[]
  /** "Based on reporting by …" */
  readonly sourceLine: string | null
  readonly translations: readonly Translation[]
  /** Pictures of the body's figures, by id. */
  readonly pictures: ReadonlyMap<number, Picture>
  /** Articles that the body links to, by id; one that is no longer public is absent. */
  readonly linked: ReadonlyMap<number, ArticleRef>
}

/** What is left of a withdrawn or killed article. */
export type GoneArticle = { readonly id: number; readonly withdrawnAt: Date; readonly notice: string | null }

/** What stands at an address. */
export type ArticleAt =
  | { readonly kind: 'article'; readonly article: ArticleView }
  | { readonly kind: 'gone'; readonly gone: GoneArticle }
  | { readonly kind: 'moved'; readonly to: { readonly blogSlug: string; readonly slug: string } }
  | { readonly kind: 'missing' }
