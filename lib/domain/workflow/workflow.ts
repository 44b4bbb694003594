import type { Correction } from '#lib/domain/article.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { isArticleSlug } from '#lib/domain/site/address.ts'
import type { Article, ArticleText, State } from './newsroom.ts'

export type Refusal =
  | { readonly kind: 'under-embargo'; readonly until: Date }
  | { readonly kind: 'not-public' }
  | { readonly kind: 'already-gone' }
  | { readonly kind: 'nothing-to-say' }
  | { readonly kind: 'bad-slug'; readonly slug: string }
  /** Not of this state: somebody else has taken the step already, or it is not due yet. */
  | { readonly kind: 'wrong-state'; readonly state: State['kind'] }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'already-public' }
  | { readonly kind: 'in-the-past' | 'withdrawal-in-the-past' | 'embargo-in-the-past'; readonly at: Date }
  /** It would go out before the embargo ends. */
  | { readonly kind: 'scheduled-earlier'; readonly for: Date }
  /** Newer text would never go out: by then the article has left the public. */
  | {
      readonly kind: 'update-after-withdrawal' | 'withdrawal-before-update'
      readonly update: Date
      readonly withdrawal: Date
    }

type Decision = Result<Article, Refusal>

/**
 * Brings the newest text to readers. The first publication fixes the date that lists and feeds order by; a later one
 * moves only the date of change. Publishing a withdrawn article brings it back in its old place.
 */
export function publish(article: Article, now: Date): Decision {
  if (article.state.kind === 'killed') return refuse({ kind: 'already-gone' })
  if (article.embargoUntil && now < article.embargoUntil)
    return refuse({ kind: 'under-embargo', until: article.embargoUntil })
  if (article.text.body.length === 0) return refuse({ kind: 'nothing-to-say' })
  return ok({ ...article, state: published(article.state, now) })
}

/** Hands a draft to whoever reviews. */
export function submit(article: Article): Decision {
  if (article.state.kind !== 'draft') return wrongState(article)
  if (article.text.body.length === 0) return refuse({ kind: 'nothing-to-say' })
  return ok({ ...article, state: { kind: 'in_review' } })
}

/** Says that a text may go out. */
export function approve(article: Article): Decision {
  if (article.state.kind !== 'in_review') return wrongState(article)
  return ok({ ...article, state: { kind: 'approved' } })
}

/** Gives a text back to its writer. */
export function sendBack(article: Article): Decision {
  if (article.state.kind !== 'in_review' && article.state.kind !== 'approved') return wrongState(article)
  return ok({ ...article, state: { kind: 'draft' } })
}

/** Sets when an article, or the newer text of a published one, goes out by itself. A second time replaces the first. */
export function schedule(article: Article, at: Date, now: Date): Decision {
  const { state, embargoUntil } = article
  if (at <= now) return refuse({ kind: 'in-the-past', at })
  if (embargoUntil && at < embargoUntil) return refuse({ kind: 'under-embargo', until: embargoUntil })
  if (article.text.body.length === 0) return refuse({ kind: 'nothing-to-say' })
  switch (state.kind) {
    case 'draft':
    case 'in_review':
    case 'approved':
    case 'scheduled':
      return ok({ ...article, state: { kind: 'scheduled', for: at } })
    case 'published':
      if (state.shows === 'newest') return refuse({ kind: 'nothing-new' })
      // At one and the same time it leaves (lib/store/articles/due-articles.ts).
      if (state.withdrawal && at >= state.withdrawal.at)
        return refuse({ kind: 'update-after-withdrawal', update: at, withdrawal: state.withdrawal.at })
      return ok({ ...article, state: { ...state, updateAt: at } })
    case 'withdrawn':
    case 'killed':
      return refuse({ kind: 'already-gone' })
  }
}

/** Takes it off the schedule: an article is approved again, the newer text of a published one waits. */
export function unschedule(article: Article): Decision {
  const { state } = article
  if (state.kind === 'scheduled') return ok({ ...article, state: { kind: 'approved' } })
  if (state.kind === 'published' && state.updateAt) return ok({ ...article, state: { ...state, updateAt: null } })
  return wrongState(article)
}

/** Nothing of an article goes out before `until`; null lifts the embargo. What readers have seen can't be put under one. */
export function setEmbargo(article: Article, until: Date | null, now: Date): Decision {
  const { state } = article
  if (state.kind === 'published') return refuse({ kind: 'already-public' })
  if (state.kind === 'withdrawn' || state.kind === 'killed') return refuse({ kind: 'already-gone' })
  // A slip of the year would else be kept, and hold nothing back.
  if (until && until <= now) return refuse({ kind: 'embargo-in-the-past', at: until })
  if (until && state.kind === 'scheduled' && state.for < until)
    return refuse({ kind: 'scheduled-earlier', for: state.for })
  return ok({ ...article, embargoUntil: until })
}

/** Replaces the text; what was suggested in the former one is over. Readers go on seeing the published one until `publish`. */
export function edit(article: Article, text: ArticleText, shownRevisionId: number | null): Decision {
  if (article.state.kind === 'killed') return refuse({ kind: 'already-gone' })
  if (article.state.kind !== 'published' || article.state.shows !== 'newest' || shownRevisionId === null)
    return ok({ ...article, text, suggestedBody: null })
  return ok({
    ...article,
    text,
    suggestedBody: null,
    state: { ...article.state, shows: { revisionId: shownRevisionId } },
  })
}

/**
 * Says in public what was wrong. It is part of what readers see, so it moves the date of change. A time of withdrawal
 * stands: why an article is to leave, and whether what was put right mends that, is for whoever set it.
 */
export function correct(article: Article, correction: Correction & { readonly reason: string | null }): Decision {
  const { state } = article
  if (state.kind !== 'published') return refuse({ kind: 'not-public' })
  return ok({
    ...article,
    corrections: [...article.corrections, correction],
    state: { ...state, textChangedAt: later(state.textChangedAt, correction.at) },
  })
}

/** Takes an article from readers. Its address answers with the notice for ever. */
export function withdraw(article: Article, notice: string | null, now: Date): Decision {
  return remove(article, 'withdrawn', notice, now)
}

/** Withdraws, and asks everyone who holds a copy to remove it. There is no way back. */
export function kill(article: Article, notice: string | null, now: Date): Decision {
  return remove(article, 'killed', notice, now)
}

/** Gives an article another address. The store keeps the old one answering. */
export function move(article: Article, to: { readonly blogId: number; readonly slug: string }): Decision {
  if (!isArticleSlug(to.slug)) return refuse({ kind: 'bad-slug', slug: to.slug })
  return ok({ ...article, ...to })
}

function published(before: State, now: Date): State {
  switch (before.kind) {
    case 'published': {
      if (before.shows === 'newest') return before
      const { firstAt, withdrawal } = before
      return { kind: 'published', firstAt, textChangedAt: now, shows: 'newest', ...(withdrawal ? { withdrawal } : {}) }
    }
    case 'withdrawn':
      return { kind: 'published', firstAt: before.firstAt, textChangedAt: now, shows: 'newest' }
    case 'killed':
      throw new Error('A killed article is never published again')
    case 'draft':
    case 'in_review':
    case 'approved':
    case 'scheduled':
      return { kind: 'published', firstAt: now, textChangedAt: null, shows: 'newest' }
  }
}

function remove(article: Article, kind: 'withdrawn' | 'killed', notice: string | null, now: Date): Decision {
  const { state } = article
  if (state.kind === 'killed' || state.kind === kind) return refuse({ kind: 'already-gone' })
  if (state.kind !== 'published' && state.kind !== 'withdrawn') return refuse({ kind: 'not-public' })
  return ok({ ...article, state: { kind, firstAt: state.firstAt, at: now, notice } })
}

function wrongState({ state }: Article): Result<never, Refusal> {
  return refuse({ kind: 'wrong-state', state: state.kind })
}

function later(one: Date | null, other: Date): Date {
  return one && one > other ? one : other
}
