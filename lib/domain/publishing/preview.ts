import type { ArticleView } from '#lib/domain/article.ts'
import type { Edition } from '#lib/domain/edition.ts'

/** How long a preview link may live: an hour, a day, a week, thirty days. */
export const previewHours = [1, 24, 168, 720] as const

/** A link that shows one revision to whoever has it. The link itself is nowhere: only its hash is kept. */
export type PreviewLink = {
  readonly id: number
  readonly articleId: number
  /** Number of the revision inside its article. */
  readonly revision: number
  readonly by: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  /** Nobody is remembered: how often, and when last. */
  readonly openedCount: number
  readonly openedAt: Date | null
}

/** One revision as its page would show it. */
export type PreviewedArticle = {
  readonly edition: Edition
  readonly article: ArticleView
  /** Readers see this very revision. */
  readonly isShown: boolean
}

export function previewState(
  { expiresAt, revokedAt }: Pick<PreviewLink, 'expiresAt' | 'revokedAt'>,
  now: Date,
): 'open' | 'expired' | 'revoked' {
  if (revokedAt) return 'revoked'
  return now < expiresAt ? 'open' : 'expired'
}
