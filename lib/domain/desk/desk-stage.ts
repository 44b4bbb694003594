import type { Role } from '#lib/domain/people/roles.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { type EarlyState, earlyStates } from '#lib/domain/workflow/step-back.ts'

/** A step that a desk works in: it refines one of the states before publication, whose permissions and checks stay the law. */
export type DeskStage = {
  readonly id: number
  readonly name: string
  /** The state that it refines. */
  readonly state: EarlyState
  readonly position: number
  /** The least role that may move an article in; null: whoever may take that step at all. */
  readonly entryRole: Role | null
  /** Ids of the stages from which an article may come on its way forward; empty: from any. */
  readonly follows: readonly number[]
  /** Articles may be published and scheduled from here. */
  readonly releases: boolean
}

/** The stages of a desk in their order: those of a draft, in review, approved. Empty where the states alone count. */
export type Desk = readonly DeskStage[]

/** What says where an article stands on its desk. */
export type Standing = Pick<Article, 'state' | 'deskStageId'>

/** First by state, then as the desk has arranged them. */
export function inOrder(stages: readonly DeskStage[]): Desk {
  const rank = ({ state }: DeskStage) => earlyStates.indexOf(state)
  return stages.toSorted((one, other) => rank(one) - rank(other) || one.position - other.position || one.id - other.id)
}

/** An article without a stage, or with one of another desk, stands in the first stage of its state. */
export function deskStageOf({ state, deskStageId }: Standing, desk: Desk): DeskStage | null {
  const ofState = desk.filter((stage) => stage.state === state.kind)
  return ofState.find(({ id }) => id === deskStageId) ?? ofState[0] ?? null
}
