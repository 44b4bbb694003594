import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article, TimedWithdrawal } from './newsroom.ts'
import { type Refusal, withdraw } from './workflow.ts'

/** Sets when a published article leaves the public by itself. A second time replaces the first. */
export function setWithdrawal(article: Article, withdrawal: TimedWithdrawal, now: Date): Result<Article, Refusal> {
  const { state } = article
  if (state.kind === 'withdrawn' || state.kind === 'killed') return refuse({ kind: 'already-gone' })
  if (state.kind !== 'published') return refuse({ kind: 'not-public' })
  if (withdrawal.at <= now) return refuse({ kind: 'withdrawal-in-the-past', at: withdrawal.at })
  // What is due already goes out at this moment, before any time that can be set.
  if (state.updateAt && now < state.updateAt && withdrawal.at <= state.updateAt)
    return refuse({ kind: 'withdrawal-before-update', update: state.updateAt, withdrawal: withdrawal.at })
  return ok({ ...article, state: { ...state, withdrawal } })
}

/** Another time of the same withdrawal: its notice and its reason stay. */
export function moveWithdrawal(article: Article, at: Date, now: Date): Result<Article, Refusal> {
  const withdrawal = article.state.kind === 'published' ? article.state.withdrawal : null
  if (!withdrawal) return refuse({ kind: 'wrong-state', state: article.state.kind })
  return setWithdrawal(article, { ...withdrawal, at }, now)
}

/** The article stays until somebody withdraws it. */
export function unsetWithdrawal(article: Article): Result<Article, Refusal> {
  const { state } = article
  if (state.kind !== 'published' || !state.withdrawal) return refuse({ kind: 'wrong-state', state: state.kind })
  return ok({ ...article, state: { ...state, withdrawal: null } })
}

/** At its time: as withdrawn by hand, with the notice that was set. */
export function withdrawDue(article: Article, now: Date): Result<Article, Refusal> {
  const withdrawal = article.state.kind === 'published' ? article.state.withdrawal : null
  if (!withdrawal || now < withdrawal.at) return refuse({ kind: 'wrong-state', state: article.state.kind })
  return withdraw(article, withdrawal.notice, now)
}
