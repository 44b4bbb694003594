import type { Article, Stage } from './newsroom.ts'

/**
 * An approval is of the words that somebody read. When other words come from a hand that may not approve, it is over: what was
 * approved or scheduled waits for review again, and newer text of a published article no longer goes out by itself. Readers go on
 * seeing what they saw.
 */
export function withoutApproval(article: Article): Article {
  return { ...article, stage: unapproved(article.stage) }
}

function unapproved(stage: Stage): Stage {
  switch (stage.kind) {
    case 'approved':
    case 'scheduled':
      return { kind: 'in_review' }
    case 'published':
      return stage.updateAt ? { ...stage, updateAt: null } : stage
    case 'draft':
    case 'in_review':
    case 'withdrawn':
    case 'killed':
      return stage
  }
}
