import type { Role } from '#lib/domain/people/roles.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import { type EarlyState, earlyStates } from '#lib/domain/workflow/step-back.ts'
import { type Desk, type DeskStage, inOrder } from './desk-stage.ts'

/** More stages than this nobody tells apart on a board; a name of a column is short. */
export const stageLimits = { stages: 12, name: 40 } as const

/** What a newsroom says of a stage. With another state, the articles that stand there take the step to it (go-along.ts). */
export type StageWords = {
  readonly name: string
  readonly state: EarlyState
  readonly entryRole: Role | null
  readonly follows: readonly number[]
  readonly releases: boolean
}

export type StageChangeRefusal = {
  readonly kind: 'stale' | 'too-many' | 'name-taken' | 'last-of-state' | 'none-releases'
}

type Changed = Result<Desk, StageChangeRefusal>

/** The id of a stage that has no row yet. */
const newId = 0

/** A stage more, the last of its state. */
export function addStage(desk: Desk, words: StageWords): Changed {
  if (desk.length >= stageLimits.stages) return refuse({ kind: 'too-many' })
  return checked([...desk, { ...words, id: newId, position: lastOf(desk, words.state) }])
}

/** In another state it is the last one. The state that it leaves keeps one at least: articles of that state stand somewhere. */
export function changeStage(desk: Desk, id: number, words: StageWords): Changed {
  const before = desk.find((stage) => stage.id === id)
  if (!before) return refuse({ kind: 'stale' })
  const isMoved = before.state !== words.state
  if (isMoved && !desk.some((stage) => stage !== before && stage.state === before.state))
    return refuse({ kind: 'last-of-state' })
  const position = isMoved ? lastOf(desk, words.state) : before.position
  return checked(desk.map((stage) => (stage === before ? { ...stage, ...words, position } : stage)))
}

function lastOf(desk: Desk, of: EarlyState): number {
  return Math.max(-1, ...desk.filter(({ state }) => state === of).map(({ position }) => position)) + 1
}

/**
 * Takes a stage away; its articles go to another one of its state. A rule that named it names that one, which itself comes after
 * what the stage came after.
 */
export function removeStage(desk: Desk, { id, intoId }: { readonly id: number; readonly intoId: number }): Changed {
  const removed = desk.find((stage) => stage.id === id)
  if (!removed) return refuse({ kind: 'stale' })
  const others = desk.filter((stage) => stage.id !== id)
  if (!others.some(({ state }) => state === removed.state)) return refuse({ kind: 'last-of-state' })
  if (!others.some((stage) => stage.id === intoId && stage.state === removed.state)) return refuse({ kind: 'stale' })
  const named = (stage: DeskStage) => (stage.id === intoId ? removed.follows : [intoId])
  return checked(
    others.map((stage) => {
      const follows = stage.follows.flatMap((one) => (one === id ? named(stage) : [one]))
      return { ...stage, follows: [...new Set(follows)].filter((one) => one !== stage.id && one !== id) }
    }),
  )
}

/** Puts the stages of a state in this order. */
export function orderStages(desk: Desk, state: EarlyState, ids: readonly number[]): Changed {
  const there = desk.filter((stage) => stage.state === state)
  // Somebody added or deleted one meanwhile.
  if (there.length !== ids.length || there.some(({ id }) => !ids.includes(id))) return refuse({ kind: 'stale' })
  return checked(desk.map((stage) => (stage.state === state ? { ...stage, position: ids.indexOf(stage.id) } : stage)))
}

/** What a form carries to prove which words it was made from. */
export function seenOfStage({ name, state, entryRole, follows, releases }: StageWords): string {
  return canonicalJson({ name, state, entryRole, follows, releases })
}

/** The built-in states as stages, to begin with: as free as they are without stages. */
export function firstStages(names: Readonly<Record<EarlyState, string>>): Desk {
  return earlyStates.map((state) => ({
    ...{ id: newId, name: names[state], state, position: 0, entryRole: null, follows: [], releases: true },
  }))
}

function checked(stages: readonly DeskStage[]): Changed {
  const names = stages.map(({ name }) => name.toLowerCase())
  if (new Set(names).size !== names.length) return refuse({ kind: 'name-taken' })
  if (!stages.some(({ releases }) => releases)) return refuse({ kind: 'none-releases' })
  const known = new Set(stages.map(({ id }) => id))
  // A rule that names a stage which is gone was made on another desk than this one is now.
  if (stages.some(({ id, follows }) => follows.some((one) => one === id || !known.has(one))))
    return refuse({ kind: 'stale' })
  return ok(inOrder(stages))
}
