import { ok, type Result, refuse } from '#lib/domain/result.ts'
import type { Article, ArticleText } from '#lib/domain/workflow/newsroom.ts'
import { isSameText } from '#lib/domain/workflow/revision-facts.ts'
import { edit, move, type Refusal } from '#lib/domain/workflow/workflow.ts'
import { rejectAll } from '#lib/domain/writing/suggesting/settle.ts'
import { hasSuggestions, type SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'

/**
 * All that the article page edits, as one value: what a save sends, what a revision and the article's row are made of. Its body holds
 * what is suggested too; an article's text never does.
 */
export type ArticleDraft = Omit<ArticleText, 'body'> &
  Pick<Article, 'slug' | 'blogId' | 'topicIds' | 'bylines'> & { readonly body: SuggestedBody }

export function draftOf({ text, suggestedBody, slug, blogId, topicIds, bylines }: Article): ArticleDraft {
  return { ...text, body: suggestedBody ?? text.body, slug, blogId, topicIds, bylines }
}

/** The article as the draft has it. Readers go on seeing the published text; address, topics and bylines are facts, not text. */
export function withDraft(
  article: Article,
  draft: ArticleDraft,
  ground: { readonly newestRevisionId: number },
): Result<Article, Refusal> {
  const { slug, blogId, topicIds, bylines, body, ...rest } = draft
  const text = { ...rest, body: rejectAll(body) }
  // With the same words, what readers see is the newest text still: only what stands around it, or is suggested in it, is another.
  const hasNewText = !isSameText(text, article.text)
  const edited = hasNewText ? edit(article, text, ground.newestRevisionId) : stand(article)
  if (!edited.ok) return edited
  const suggestedBody = hasSuggestions(body) ? body : null
  const facts = { ...edited.value, suggestedBody, topicIds, bylines }
  return movesAddress(article, draft) ? move(facts, { slug, blogId }) : ok(facts)
}

/** Readers and feeds hold on to a published address: to change one is a permission of its own (`article.move`). */
export function movesAddress(article: Article, draft: ArticleDraft): boolean {
  return article.slug !== draft.slug || article.blogId !== draft.blogId
}

function stand(article: Article): Result<Article, Refusal> {
  return article.state.kind === 'killed' ? refuse({ kind: 'already-gone' }) : ok(article)
}
