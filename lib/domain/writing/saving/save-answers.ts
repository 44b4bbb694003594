import type { ArticleDraft } from '../editor/article-draft.ts'

/** A mistake in a draft: where it stands and what is wrong there. */
export type Problem = { readonly path: string; readonly message: string }

/** Who writes in an article, as others are told. */
export type LockView = {
  readonly holder: { readonly id: string; readonly name: string }
  readonly tab: string
  /** How long they have been there, in whole minutes: the clock of the server and no other counts them. */
  readonly minutes: number
}

/** What a tab sends of its text. `base` is the draft it grew from: sent until the server has it. */
export type Batch = {
  readonly tab: string
  readonly sequence: number
  readonly baseVersion: number
  readonly draft: ArticleDraft
  readonly base?: ArticleDraft
}

/** Answer to a batch or to a sign of life. `sequence` is the highest that the server has of this tab. */
export type Heard = {
  readonly kind: 'heard'
  readonly sequence: number
  readonly version: number
  readonly lock: LockView | null
}

export type BatchAnswer =
  | Heard
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unreachable' }

/** What came over the line as one of our answers; null for what something else on the way said. */
export function asAnswer(value: unknown): BatchAnswer | null {
  const answer = (typeof value === 'object' && value !== null ? value : {}) as Partial<Heard> & { problems?: unknown }
  switch (answer.kind as BatchAnswer['kind'] | undefined) {
    case 'heard':
      return isCount(answer.sequence) && isCount(answer.version) ? (value as Heard) : null
    case 'rejected':
      return Array.isArray(answer.problems) ? (value as BatchAnswer) : null
    case 'signed-out':
    case 'refused':
      return value as BatchAnswer
    default:
      return null
  }
}

/** A text of this article that is nowhere in its revisions: of another tab, another device, another person. */
export type LooseCopy = {
  readonly tab: string
  readonly by: { readonly id: string; readonly name: string }
  readonly savedAt: string
  readonly sequence: number
  readonly baseVersion: number
  readonly draft: ArticleDraft
  readonly base: ArticleDraft
  readonly source: 'server' | 'device'
}

/** The article as it is on the server now, for a merge. */
export type NewestDraft = {
  readonly version: number
  readonly draft: ArticleDraft
  readonly by: string
  readonly at: string
}

/** Answer to a request for a revision. */
export type SavedArticle =
  | { readonly kind: 'saved'; readonly version: number }
  /** Somebody else changed the article since: nothing was overwritten. */
  | { readonly kind: 'stale'; readonly version: number }
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'signed-out' }

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
