import { createContext } from 'react'
import type { FormState } from '#lib/domain/form-state.ts'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import type { Choice, Merge } from '#lib/domain/writing/saving/merge.ts'
import type { LockView, LooseCopy, NewestDraft, SavedArticle } from '#lib/domain/writing/saving/save-answers.ts'
import type { SaveState, SaveStatus } from '#lib/domain/writing/saving/save-state.ts'
import type { DraftKey } from './draft-log.ts'

/** What saving asks the server. Server actions: the page hands them in. */
export type SavingActions = {
  readonly saveArticle: (asked: {
    readonly articleId: number
    readonly version: number
    readonly tab: string
    readonly sequence: number
  }) => Promise<SavedArticle>
  readonly readNewest: (asked: { readonly articleId: number }) => Promise<NewestDraft | null>
  readonly readLooseCopies: (asked: { readonly articleId: number }) => Promise<readonly LooseCopy[]>
  /** Answers what its tab has sent since, which nobody has looked at yet. */
  readonly putAwayCopy: (asked: {
    readonly articleId: number
    readonly tab: string
    readonly sequence: number
  }) => Promise<LooseCopy | null>
  readonly bringBackCopy: (asked: { readonly articleId: number; readonly tab: string }) => Promise<void>
  readonly readDraftKey: (asked: { readonly keyId: string }) => Promise<string | null>
}

export type SavingSetup = {
  readonly articleId: number
  readonly version: number
  readonly initial: ArticleDraft
  readonly user: { readonly id: string; readonly email: string }
  readonly mayEdit: boolean
  /** Who had the lock when the page was made. */
  readonly lock: LockView | null
  readonly draftKey: DraftKey
  readonly actions: SavingActions
}

/** Who may write here now: this tab, another of the same person, somebody else, nobody yet, or it is not known yet. */
export type Seat =
  | { readonly kind: 'unknown' | 'mine' | 'free' | 'reader' }
  | { readonly kind: 'other-tab' }
  | { readonly kind: 'other'; readonly lock: LockView }
  /** This tab wrote, and was taken over from. */
  | { readonly kind: 'taken'; readonly lock: LockView }

/** A merge that waits for its answers: with what the server has, or with a loose copy. */
export type OpenMerge = {
  readonly merge: Merge
  /** The text of this page, which it would replace. */
  readonly mine: ArticleDraft
  /** Who saved what it is merged with; null for a loose copy. */
  readonly by: string | null
  readonly at: string
  readonly apply: (choices: Readonly<Record<string, Choice>>) => void
}

/** `outdated`: the site was updated since this page was opened, and does not know what it asks for any more. */
export type SaveOutcome = SavedArticle | { readonly kind: 'unreachable' | 'outdated' | 'not-allowed' }

export type Saving = {
  readonly draft: ArticleDraft
  /** Rises whenever the draft was replaced from outside: parts that hold a document of their own start anew. */
  readonly generation: number
  readonly change: (patch: Partial<ArticleDraft>) => void
  readonly isReadOnly: boolean
  readonly state: SaveState
  readonly status: SaveStatus
  readonly hasNewText: boolean
  /** Makes a revision of everything typed so far. */
  readonly saveNow: () => Promise<SaveOutcome>
  /** Saves, and takes a step of publishing with the version that its person has seen. Null: it could not be saved, so nothing was asked. */
  readonly takeStep: (id: string, ask: (version: number) => Promise<FormState>) => Promise<FormState | null>
  /** The step that was asked for last: what others answered before is over. */
  readonly lastStep: string | null
  readonly outcome: SaveOutcome | null
  readonly seat: Seat
  readonly takeOver: () => void
  readonly copies: readonly LooseCopy[]
  readonly discarded: LooseCopy | null
  readonly takeCopy: (copy: LooseCopy) => void
  readonly discardCopy: (copy: LooseCopy) => void
  readonly bringBack: () => void
  /** Somebody else's text waits to be merged with this one. */
  readonly conflict: NewestDraft | null
  readonly openMerge: OpenMerge | null
  readonly lookAtConflict: () => void
  readonly closeMerge: () => void
  /** Something happened to the text that its writer should know: it stays until the next. */
  readonly told: { readonly kind: 'updated' | 'merged'; readonly by: string } | null
  readonly isSignedOut: boolean
  readonly signedInAgain: () => void
}

export const SavingContext = createContext<Saving | null>(null)
