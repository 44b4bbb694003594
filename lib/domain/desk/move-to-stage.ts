import { may, type Permission, type Scope, type SignedIn } from '#lib/domain/people/permissions.ts'
import { permissionOf } from '#lib/domain/publishing/acts.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { type EarlyState, earlyStates, unapprove } from '#lib/domain/workflow/step-back.ts'
import { approve, type Refusal, sendBack, submit } from '#lib/domain/workflow/workflow.ts'
import { isPlain } from './board.ts'
import { type Desk, type DeskStage, deskStageOf } from './desk-stage.ts'
import { mayEnter, type StageRefusal } from './stage-rules.ts'

/** The steps between two states, which a move from a stage of the one to a stage of the other takes on its way. */
type Step = 'submit' | 'approve' | 'unapprove' | 'send-back'

const steps: Readonly<Record<EarlyState, Readonly<Record<EarlyState, readonly Step[]>>>> = {
  draft: { draft: [], in_review: ['submit'], approved: ['submit', 'approve'] },
  in_review: { draft: ['send-back'], in_review: [], approved: ['approve'] },
  approved: { draft: ['send-back'], in_review: ['unapprove'], approved: [] },
}

const decisions = { submit, approve, unapprove, 'send-back': sendBack } as const

const permissions = {
  submit: permissionOf.submit,
  approve: permissionOf.approve,
  'send-back': permissionOf['send-back'],
  unapprove: 'article.review',
} as const satisfies Record<Step, Permission>

/** What a person must be allowed for a move: each step on its way, and editing where it takes none. */
export function permissionsFor(from: EarlyState, to: EarlyState): readonly Permission[] {
  const taken = steps[from][to]
  return taken.length === 0 ? ['article.edit'] : [...new Set(taken.map((step) => permissions[step]))]
}

/** Whether a move gives the text back to its writer, who is to hear why. */
export function givesBack(from: EarlyState, to: EarlyState): boolean {
  return steps[from][to].includes('send-back')
}

export type MoveRefusal = Refusal | StageRefusal | { readonly kind: 'may-not-step'; readonly permission: Permission }

type Asker = {
  readonly user: Pick<SignedIn, 'id' | 'grants'>
  /** The stages of the article's desk, or the states alone (board.ts). */
  readonly desk: Desk
  readonly scope: Scope
}

/**
 * Moves an article to a stage of its desk, by the steps of the workflow where that is of another state: each with its own permission
 * and its own checks. The rules of the stage are asked once more where the move is written (store/desks/settle-stages.ts).
 */
export function moveToStage(
  article: Article,
  stageId: number,
  { user, desk, scope }: Asker,
): Result<Article, MoveRefusal> {
  const from = earlyStates.find((early) => early === article.state.kind)
  if (!from) return refuse({ kind: 'wrong-state', state: article.state.kind })
  const to = desk.find(({ id }) => id === stageId)
  if (!to) return refuse({ kind: 'no-such-desk-stage' })
  const standing = deskStageOf(article, desk)
  if (standing === to) return refuse({ kind: 'in-stage-already', name: to.name })
  const permission = permissionsFor(from, to.state).find((one) => !may(user, one, { ...scope, state: from }))
  if (permission) return refuse({ kind: 'may-not-step', permission })
  const entered = mayEnter(to, { from: standing, desk, mover: user, scope })
  if (!entered.ok) return entered
  const decided = takeSteps(article, from, to.state)
  return decided.ok ? ok({ ...decided.value, deskStageId: isPlain(to) ? null : to.id }) : decided
}

/** The steps of the workflow from one state to another, with the checks of each. */
export function takeSteps(article: Article, from: EarlyState, to: EarlyState): Result<Article, Refusal> {
  let decided: Result<Article, Refusal> = ok(article)
  for (const step of steps[from][to]) decided = decided.ok ? decisions[step](decided.value) : decided
  return decided
}

/** A stage that an article could go to, and what stands in this person's way there; null: nothing. */
export type OpenStage = { readonly stage: DeskStage; readonly refusal: MoveRefusal | null }

/** Every other stage of the desk with what a person would hear who moves the article there. */
export function stagesOpenTo(
  user: Asker['user'],
  { article, desk, scope }: Omit<Asker, 'user'> & { readonly article: Article },
): readonly OpenStage[] {
  const from = deskStageOf(article, desk)
  if (!from) return []
  return desk
    .filter((stage) => stage !== from)
    .map((stage) => {
      const moved = moveToStage(article, stage.id, { user, desk, scope })
      return { stage, refusal: moved.ok ? null : moved.error }
    })
}
