import type { Article, ArticleText } from '#lib/domain/workflow/newsroom.ts'
import type { Placement } from '#lib/domain/workflow/revision-facts.ts'
import type { ArticleDraft } from '#lib/domain/writing/editor/article-draft.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'

/** What a revision kept, and what of it is still there to go back to. */
export type Restorable = {
  readonly text: ArticleText
  readonly suggestedBody: SuggestedBody | null
  readonly placement: Partial<Placement>
}
export type Known = {
  readonly blogIds: readonly number[]
  readonly topicIds: readonly number[]
  readonly contributorIds: readonly number[]
}

/**
 * All that an earlier revision says, as a draft of today. What it did not keep stays as it is now, and so does what names a blog,
 * topic or person that is gone: a byline without a person would be nobody's.
 */
export function restoredDraft(
  { text, suggestedBody, placement }: Restorable,
  now: Article,
  known: Known,
): ArticleDraft {
  const { blogId = now.blogId, slug = now.slug, topicIds, bylines } = placement
  return {
    ...text,
    body: suggestedBody ?? text.body,
    slug,
    blogId: known.blogIds.includes(blogId) ? blogId : now.blogId,
    topicIds: topicIds?.filter((id) => known.topicIds.includes(id)) ?? now.topicIds,
    bylines: bylines?.filter(({ contributorId }) => known.contributorIds.includes(contributorId)) ?? now.bylines,
  }
}
