import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article } from './newsroom.ts'
import type { Refusal } from './workflow.ts'

/** Where an article stands before it is scheduled or published. */
export const earlyStates = ['draft', 'in_review', 'approved'] as const

export type EarlyState = (typeof earlyStates)[number]

/** Takes back what was handed in, before anybody reviewed it. */
export function takeBack(article: Article): Result<Article, Refusal> {
  if (article.state.kind !== 'in_review') return wrongState(article)
  return ok({ ...article, state: { kind: 'draft' } })
}

/** Takes an approval back: it waits for review again. */
export function unapprove(article: Article): Result<Article, Refusal> {
  if (article.state.kind !== 'approved') return wrongState(article)
  return ok({ ...article, state: { kind: 'in_review' } })
}

/** Takes an article off the schedule to where it stood before, which need not be approved. */
export function unscheduleTo(article: Article, state: EarlyState): Result<Article, Refusal> {
  if (article.state.kind !== 'scheduled') return wrongState(article)
  return ok({ ...article, state: { kind: state } })
}

function wrongState({ state }: Article): Result<never, Refusal> {
  return refuse({ kind: 'wrong-state', state: state.kind })
}
