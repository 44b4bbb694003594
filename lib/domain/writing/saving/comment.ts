import type { CommentAnchor } from './anchor.ts'
import type { Mentionable } from './mentions.ts'

/** A comment with its replies. Moments are ISO 8601: they travel to the browser. Never to a reader's. */
export type CommentThread = CommentLine & {
  readonly anchor: CommentAnchor | null
  /** Somebody says that readers were told something wrong: due until a correction is published or the thread is settled. */
  readonly wantsCorrection: boolean
  readonly resolved: { readonly at: string; readonly by: string | null } | null
  readonly replies: readonly CommentLine[]
}

export type CommentLine = {
  readonly id: number
  readonly by: Mentionable
  readonly at: string
  readonly text: string
}

export type CommentsAnswer =
  | { readonly kind: 'comments'; readonly threads: readonly CommentThread[] }
  | { readonly kind: 'refused'; readonly reason: 'signed-out' | 'not-allowed' }
