import type { Direction } from '#lib/domain/edition.ts'
import type { State } from '#lib/domain/workflow/newsroom.ts'

/** An article as the newsroom's lists show it, in any state. */
export type ArticleLine = {
  readonly id: number
  /** Its newest text's, published or not. */
  readonly headline: string
  readonly state: State['kind']
  /** On a desk that has stages of its own, before publication. */
  readonly stageName: string | null
  /** Published, and a newer text waits. */
  readonly isPending: boolean
  readonly scheduledFor: Date | null
  readonly embargoUntil: Date | null
  /** When the desk wants it finished (domain/desk/deadline.ts). */
  readonly dueAt: Date | null
  /** When it leaves the public by itself. */
  readonly withdrawAt: Date | null
  readonly changedAt: Date
  readonly blogName: string
  /** Who began it; null for what a program wrote. */
  readonly authorName: string | null
  readonly edition: {
    readonly id: number
    readonly name: string
    readonly locale: string
    readonly direction: Direction
    readonly timeZone: string
  }
}

/** What lists can be narrowed to: the states, and published articles with a newer text. */
export const listedStates = [
  ...(['draft', 'in_review', 'approved', 'scheduled', 'published', 'pending', 'withdrawn', 'killed'] as const),
] as const

export type ListedState = (typeof listedStates)[number]

/** Of deadlines: those that are over, and with them those of the next 24 hours. */
export const dueFilters = ['overdue', 'soon'] as const

export type ArticleFilter = {
  readonly editionId: number | null
  readonly blogId: number | null
  readonly state: ListedState | null
  /** Of a desk's stages (domain/desk/desk-stage.ts). */
  readonly stageId: number | null
  readonly due: (typeof dueFilters)[number] | null
  readonly authorId: string | null
  readonly topicId: number | null
  readonly text: string | null
}
