import type { Correction, Source } from '#lib/domain/article.ts'
import type { Body } from '#lib/domain/text/body.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'

/** Who changes something: a user's name or a program's (`seed`). Stands in revisions and in the audit trail. */
export type Editor = { readonly name: string }

/** All that a revision holds: the words, and the facts that are printed with them. */
export type ArticleText = {
  readonly headline: string
  readonly standfirst: string
  readonly description: string | null
  /** What social networks and chats show below the headline; without it the standfirst. Absent in revisions before it was asked for. */
  readonly socialText?: string | null
  readonly body: Body
  readonly pictureId: number | null
  readonly sources: readonly Source[]
  readonly sourceLine: string | null
}

/** When a published article leaves the public by itself, and what is said then: to readers, and to the newsroom. */
export type TimedWithdrawal = { readonly at: Date; readonly notice: string | null; readonly reason: string | null }

/** Where an article is on its way to readers and back. */
export type State =
  | { readonly kind: 'draft' }
  | { readonly kind: 'in_review' }
  | { readonly kind: 'approved' }
  | { readonly kind: 'scheduled'; readonly for: Date }
  | {
      readonly kind: 'published'
      readonly firstAt: Date
      readonly textChangedAt: Date | null
      /** What readers see: the newest text, or an earlier revision while a newer text waits. */
      readonly shows: 'newest' | { readonly revisionId: number }
      /** When the newer text goes out by itself. */
      readonly updateAt?: Date | null
      readonly withdrawal?: TimedWithdrawal | null
    }
  | { readonly kind: 'withdrawn' | 'killed'; readonly firstAt: Date; readonly at: Date; readonly notice: string | null }

/** An article as the newsroom decides on it. */
export type Article = {
  readonly id: number
  readonly editionId: number
  readonly version: number
  readonly blogId: number
  readonly slug: string
  readonly state: State
  /** The stage of its desk (lib/domain/desk); null after `approved`, and where it stands in the first one of its state. */
  readonly deskStageId: number | null
  readonly text: ArticleText
  /** The text with what is suggested in it; null when nothing is. Rejected altogether it is `text.body`: all that readers get. */
  readonly suggestedBody: SuggestedBody | null
  readonly topicIds: readonly number[]
  readonly bylines: readonly { readonly contributorId: number; readonly role: string | null }[]
  /** Only ever added to. */
  readonly corrections: readonly (Correction & { readonly reason: string | null })[]
  readonly embargoUntil: Date | null
}
