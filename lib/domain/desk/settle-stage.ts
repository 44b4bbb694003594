import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { type EarlyState, earlyStates } from '#lib/domain/workflow/step-back.ts'
import { type Desk, type DeskStage, deskStageOf } from './desk-stage.ts'
import { type Mover, mayEnter, mayRelease, type StageRefusal } from './stage-rules.ts'

/** The desks of an article before and after a change (another blog may have another one), and who makes the change. */
export type DeskGround = { readonly deskBefore: Desk; readonly desk: Desk; readonly mover: Mover }

/**
 * Holds a decided change to the rules of the desk, whichever step it was. A step that goes on to another state lands in the first
 * stage of that state which the rules allow, and is refused where they allow none; one that goes back is never refused. Nothing is
 * published or scheduled from a stage that does not release.
 */
export function settleStage(
  before: Article,
  after: Article,
  { deskBefore, desk, mover }: DeskGround,
): Result<Article, StageRefusal> {
  const kind = after.state.kind
  if (!isEarly(kind)) {
    const released = kind === 'published' || kind === 'scheduled' ? mayRelease(before, deskBefore) : ok(undefined)
    return released.ok ? ok({ ...after, deskStageId: null }) : released
  }
  const ofState = desk.filter(({ state }) => state === kind)
  const from = deskStageOf(before, deskBefore)
  const place = { from, desk, mover, scope: { editionId: after.editionId, blogId: after.blogId } }
  if (after.deskStageId !== before.deskStageId) {
    const to = ofState.find(({ id }) => id === after.deskStageId)
    if (!to) return refuse({ kind: 'no-such-desk-stage' })
    const entered = mayEnter(to, place)
    return entered.ok ? ok(after) : entered
  }
  if (kind === before.state.kind) {
    // Another blog may be another desk, which doesn't know the stage of the former one.
    const isKnown = ofState.some(({ id }) => id === after.deskStageId)
    return ok(isKnown ? after : { ...after, deskStageId: null })
  }
  const found = land(ofState, before.state.kind, place)
  return found.ok ? ok({ ...after, deskStageId: found.value?.id ?? null }) : found
}

function land(
  ofState: readonly DeskStage[],
  before: Article['state']['kind'],
  place: Parameters<typeof mayEnter>[1],
): Result<DeskStage | null, StageRefusal> {
  const [first] = ofState
  if (!first) return ok(null)
  // Off the schedule again: where it was let out it may be let out, whichever stage that was.
  if (!isEarly(before)) return ok(ofState.find(({ releases }) => releases) ?? first)
  const entered = ofState.map((stage) => mayEnter(stage, place))
  const allowed = entered.find(({ ok }) => ok)
  if (allowed) return allowed
  const isBack = earlyStates.indexOf(first.state) < earlyStates.indexOf(before)
  return isBack ? ok(first) : (entered[0] ?? ok(first))
}

function isEarly(kind: Article['state']['kind']): kind is EarlyState {
  return earlyStates.some((early) => early === kind)
}
