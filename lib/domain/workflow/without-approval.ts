import type { Article, State } from './newsroom.ts'

/**
 * An approval is of the words that somebody read. When other words come from a hand that may not approve, it is over: what was
 * approved or scheduled waits for review again, and newer text of a published article no longer goes out by itself. Readers go on
 * seeing what they saw.
 */
export function withoutApproval(article: Article): Article {
  return { ...article, state: unapproved(article.state) }
}

function unapproved(state: State): State {
  switch (state.kind) {
    case 'approved':
    case 'scheduled':
      return { kind: 'in_review' }
    case 'published':
      return state.updateAt ? { ...state, updateAt: null } : state
    case 'draft':
    case 'in_review':
    case 'withdrawn':
    case 'killed':
      return state
  }
}
