import type { Channel, Syndicated } from '#lib/domain/lists/syndicated.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'

/** What a partner's key may read: all, or one of these. A blog and a topic come with their edition. */
export type Reach =
  | { readonly kind: 'site' }
  | { readonly kind: 'edition'; readonly editionId: number }
  | { readonly kind: 'blog'; readonly editionId: number; readonly blogId: number }
  | { readonly kind: 'topic'; readonly editionId: number; readonly topicId: number }

/** What a request asks to see, as far as it says; a blog or a topic comes with its edition. */
export type Asked = {
  readonly editionId: number | null
  readonly blogId: number | null
  readonly topicId: number | null
}

export type ReachRefusal = 'outside-the-key' | 'blog-or-topic'

/** The list that answers a request: what was asked for, or all that the key may read. Never more than the key. */
export function channelWithin(reach: Reach, asked: Asked): Result<Channel, ReachRefusal> {
  const { editionId, blogId, topicId } = asked
  if (blogId !== null && topicId !== null) return refuse('blog-or-topic')
  if (reach.kind !== 'site' && editionId !== null && editionId !== reach.editionId) return refuse('outside-the-key')
  switch (reach.kind) {
    case 'blog':
      return topicId !== null || (blogId !== null && blogId !== reach.blogId) ? refuse('outside-the-key') : ok(reach)
    case 'topic':
      return blogId !== null || (topicId !== null && topicId !== reach.topicId) ? refuse('outside-the-key') : ok(reach)
    case 'edition':
    case 'site':
      if (blogId !== null) return ok({ kind: 'blog', blogId })
      if (topicId !== null) return ok({ kind: 'topic', topicId })
      if (editionId !== null) return ok({ kind: 'edition', editionId })
      return ok(reach)
  }
}

/** Whether one article lies within the key. */
export function isWithin(reach: Reach, { edition, article }: Syndicated): boolean {
  switch (reach.kind) {
    case 'site':
      return true
    case 'edition':
      return edition.id === reach.editionId
    case 'blog':
      return article.blog.id === reach.blogId
    case 'topic':
      return article.topics.some((topic) => topic.id === reach.topicId)
  }
}
