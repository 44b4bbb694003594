import { hasRole, type Scope, type SignedIn } from '#lib/domain/people/permissions.ts'
import type { Role } from '#lib/domain/people/roles.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { type Desk, type DeskStage, deskStageOf, type Standing } from './desk-stage.ts'

/** Who moves an article: their grants say which roles they have where it stands. Null: a program. */
export type Mover = Pick<SignedIn, 'id' | 'grants'> | null

/** Nothing is published or scheduled from where it stands, but from the stages named in `releasing`. */
export type Kept = { readonly kind: 'stage-keeps'; readonly name: string; readonly releasing: readonly string[] }

/** Which rule of a desk stands in the way, and what would satisfy it. Stages are named: a person reads it. */
export type StageRefusal =
  /** It is not, or no longer, a stage of the article's desk. */
  | { readonly kind: 'no-such-desk-stage' }
  | { readonly kind: 'in-stage-already'; readonly name: string }
  | { readonly kind: 'stage-comes-after'; readonly name: string; readonly after: readonly string[] }
  | { readonly kind: 'stage-wants-role'; readonly name: string; readonly role: Role }
  | Kept

/**
 * Whether an article may be moved into a stage. What comes before it is asked on the way forward alone: to give an article back
 * to an earlier stage nobody needs to have listed that stage.
 */
export function mayEnter(
  to: DeskStage,
  { from, desk, mover, scope }: { readonly from: DeskStage | null; readonly desk: Desk } & Moving,
): Result<DeskStage, StageRefusal> {
  const { name, entryRole } = to
  const before = desk.filter(({ id }) => to.follows.includes(id))
  const isForward = !from || desk.indexOf(from) < desk.indexOf(to)
  if (isForward && before.length > 0 && !before.some(({ id }) => id === from?.id))
    return refuse({ kind: 'stage-comes-after', name, after: namesOf(before) })
  if (entryRole && !(mover && hasRole(mover, entryRole, scope)))
    return refuse({ kind: 'stage-wants-role', name, role: entryRole })
  return ok(to)
}

export type Moving = { readonly mover: Mover; readonly scope: Scope }

/** Whether an article may be published or scheduled from where it stands. */
export function mayRelease(article: Standing, desk: Desk): Result<void, Kept> {
  const from = deskStageOf(article, desk)
  if (!from || from.releases) return ok(undefined)
  return refuse({ kind: 'stage-keeps', name: from.name, releasing: releasingNames(desk) })
}

/** Where an article is published from; empty when the desk lets none out at present. */
function releasingNames(desk: Desk): readonly string[] {
  return namesOf(desk.filter(({ releases }) => releases))
}

function namesOf(stages: readonly DeskStage[]): readonly string[] {
  return stages.map(({ name }) => name)
}
