import { may, type Scope, type SignedIn } from '#lib/domain/people/permissions.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import type { ArticleDraft } from './article-draft.ts'

type Standing = Pick<Article, 'state' | 'slug' | 'blogId' | 'topicIds' | 'bylines'>
type Placed = Pick<ArticleDraft, 'slug' | 'blogId' | 'topicIds' | 'bylines'>

/**
 * A part of a draft that this person may not change. Of a published article's address, bylines and topics readers see a change at
 * once, without a publication; into a blog where somebody writes nothing they move nothing either.
 */
export type Held = 'address' | 'facts' | 'blog'

export function heldOf(
  { user, scope }: { readonly user: Pick<SignedIn, 'id' | 'grants'>; readonly scope: Scope },
  article: Standing,
  draft: Placed,
): readonly Held[] {
  const isPublic = article.state.kind === 'published'
  const movesBlog = article.blogId !== draft.blogId
  const holds: Readonly<Record<Held, boolean>> = {
    address: isPublic && (movesBlog || article.slug !== draft.slug) && !may(user, 'article.move', scope),
    facts: isPublic && changesFacts(article, draft) && !may(user, 'article.publish', scope),
    blog: movesBlog && !may(user, 'article.edit', { ...scope, blogId: draft.blogId }),
  }
  return (Object.keys(holds) as Held[]).filter((part) => holds[part])
}

/** The draft with these parts as the article has them. */
export function withoutHeld(draft: ArticleDraft, article: Standing, held: readonly Held[]): ArticleDraft {
  const { slug, blogId, topicIds, bylines } = article
  const staysInPlace = held.includes('address') || held.includes('blog')
  return { ...draft, ...(staysInPlace && { slug, blogId }), ...(held.includes('facts') && { topicIds, bylines }) }
}

function changesFacts({ topicIds, bylines }: Standing, draft: Placed): boolean {
  return canonicalJson({ topicIds, bylines }) !== canonicalJson({ topicIds: draft.topicIds, bylines: draft.bylines })
}
