import { sitemapShard } from '#lib/domain/lists/sitemap.ts'
import { tags } from './tags.ts'

/** What of an article the public can see somewhere: enough to name every page that shows it. */
export type PublicTrace = {
  readonly kind: 'listed' | 'gone'
  readonly articleId: number
  readonly editionId: number
  readonly blogId: number
  /** `blog/slug`, without the edition's prefix. */
  readonly path: string
  /** Addresses that answer with a redirect to `path`. */
  readonly formerPaths: readonly string[]
  readonly topicIds: readonly number[]
  readonly contributorIds: readonly number[]
  /** The other articles of its story family: their pages link here. */
  readonly translationIds: readonly number[]
  readonly hasCorrections: boolean
}

export type Expiry = {
  readonly tags: readonly string[]
  /** Not even a stale copy may be served: the article left the public. */
  readonly isHard: boolean
}

/**
 * Names what is out of date after a change, from what the public saw before and sees after. Null when no page can have
 * changed: neither side was public.
 */
export function expiry(before: PublicTrace | null, after: PublicTrace | null): Expiry | null {
  const traces = [before, after].filter((trace) => trace !== null)
  if (traces.length === 0) return null
  return {
    tags: [...new Set(traces.flatMap(tagsOf))].sort(),
    isHard: before?.kind === 'listed' && after?.kind !== 'listed',
  }
}

function tagsOf(trace: PublicTrace): readonly string[] {
  const { editionId, blogId } = trace
  return [
    tags.article(trace.articleId),
    ...[trace.path, ...trace.formerPaths].map((path) => tags.address(editionId, path)),
    tags.blogLatest(blogId),
    tags.latest(editionId),
    tags.search(editionId),
    ...trace.topicIds.map(tags.topicLatest),
    ...trace.contributorIds.map(tags.contributorLatest),
    ...trace.translationIds.map(tags.article),
    ...[trace.articleId, ...trace.translationIds].map((id) => tags.sitemap(sitemapShard(id))),
    tags.sitemaps(),
    ...(trace.hasCorrections ? [tags.corrections(editionId)] : []),
  ]
}
