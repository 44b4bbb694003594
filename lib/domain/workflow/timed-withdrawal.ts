import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article, TimedWithdrawal } from './newsroom.ts'
import { type Refusal, withdraw } from './workflow.ts'

/** Sets when a published article leaves the public by itself. A second time replaces the first. */
export function setWithdrawal(article: Article, withdrawal: TimedWithdrawal, now: Date): Result<Article, Refusal> {
  const { stage } = article
  if (stage.kind === 'withdrawn' || stage.kind === 'killed') return refuse({ kind: 'already-gone' })
  if (stage.kind !== 'published') return refuse({ kind: 'not-public' })
  if (withdrawal.at <= now) return refuse({ kind: 'withdrawal-in-the-past', at: withdrawal.at })
  return ok({ ...article, stage: { ...stage, withdrawal } })
}

/** Another time of the same withdrawal: its notice and its reason stay. */
export function moveWithdrawal(article: Article, at: Date, now: Date): Result<Article, Refusal> {
  const withdrawal = article.stage.kind === 'published' ? article.stage.withdrawal : null
  if (!withdrawal) return refuse({ kind: 'wrong-stage', stage: article.stage.kind })
  return setWithdrawal(article, { ...withdrawal, at }, now)
}

/** The article stays until somebody withdraws it. */
export function unsetWithdrawal(article: Article): Result<Article, Refusal> {
  const { stage } = article
  if (stage.kind !== 'published' || !stage.withdrawal) return refuse({ kind: 'wrong-stage', stage: stage.kind })
  return ok({ ...article, stage: { ...stage, withdrawal: null } })
}

/** At its time: as withdrawn by hand, with the notice that was set. */
export function withdrawDue(article: Article, now: Date): Result<Article, Refusal> {
  const withdrawal = article.stage.kind === 'published' ? article.stage.withdrawal : null
  if (!withdrawal || now < withdrawal.at) return refuse({ kind: 'wrong-stage', stage: article.stage.kind })
  return withdraw(article, withdrawal.notice, now)
}
