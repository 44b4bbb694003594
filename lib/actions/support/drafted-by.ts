import { may, type SignedIn } from '#lib/domain/people/permissions.ts'
import { ok, type Result } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { onlySuggests } from '#lib/domain/workflow/revision-facts.ts'
import { withoutApproval } from '#lib/domain/workflow/without-approval.ts'
import type { Refusal } from '#lib/domain/workflow/workflow.ts'
import { type ArticleDraft, withDraft } from '#lib/domain/writing/editor/article-draft.ts'
import type { Ground } from '#lib/store/articles/change-article.ts'
import type { ArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'

type Edit = (article: Article, draft: ArticleDraft, ground: Ground) => Result<Article, Refusal>

/**
 * How this person changes an article's words: who may not approve them takes away the approval that the former ones had. To suggest
 * changes no word of what was approved.
 */
export function draftedBy(user: SignedIn, scope: ArticleScope): Edit {
  const mayApprove = may(user, 'article.review', scope)
  return (article, draft, ground) => {
    const edited = withDraft(article, draft, ground)
    if (!edited.ok || mayApprove || onlySuggests(article, edited.value)) return edited
    return ok(withoutApproval(edited.value))
  }
}
