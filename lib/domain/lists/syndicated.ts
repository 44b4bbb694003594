import type { ArticleView } from '#lib/domain/article.ts'
import type { Edition } from '#lib/domain/edition.ts'

/** A published article as it leaves the house whole: in feeds, for partners. */
export type Syndicated = { readonly edition: Edition; readonly article: ArticleView }

/** What is left of an article for those who hold copies of it. */
export type Withdrawal = {
  readonly id: number
  readonly edition: Edition
  readonly publishedAt: Date
  readonly withdrawnAt: Date
  /** Killed: everyone is asked to remove their copies. */
  readonly isKilled: boolean
  readonly notice: string | null
}

/** Which articles: of the whole site, or of one of these. */
export type Channel =
  | { readonly kind: 'site' }
  | { readonly kind: 'edition'; readonly editionId: number }
  | { readonly kind: 'blog'; readonly blogId: number }
  | { readonly kind: 'topic'; readonly topicId: number }
  | { readonly kind: 'contributor'; readonly contributorId: number }
