import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article } from './newsroom.ts'
import type { Refusal } from './workflow.ts'

/** Where an article stands before it is scheduled or published. */
export const earlyStages = ['draft', 'in_review', 'approved'] as const

export type EarlyStage = (typeof earlyStages)[number]

/** Takes back what was handed in, before anybody reviewed it. */
export function takeBack(article: Article): Result<Article, Refusal> {
  if (article.stage.kind !== 'in_review') return wrongStage(article)
  return ok({ ...article, stage: { kind: 'draft' } })
}

/** Takes an approval back: it waits for review again. */
export function unapprove(article: Article): Result<Article, Refusal> {
  if (article.stage.kind !== 'approved') return wrongStage(article)
  return ok({ ...article, stage: { kind: 'in_review' } })
}

/** Takes an article off the schedule to where it stood before, which need not be approved. */
export function unscheduleTo(article: Article, stage: EarlyStage): Result<Article, Refusal> {
  if (article.stage.kind !== 'scheduled') return wrongStage(article)
  return ok({ ...article, stage: { kind: stage } })
}

function wrongStage({ stage }: Article): Result<never, Refusal> {
  return refuse({ kind: 'wrong-stage', stage: stage.kind })
}
