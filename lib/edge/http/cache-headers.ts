import type { Lifetime } from '#lib/domain/site/route.ts'

/** For browsers and CDNs. Readers always ask again (a 304 costs one packet); only shared caches keep, for a while. */
export function cacheControl(lifetime: Lifetime): string {
  return [
    'public',
    'max-age=0',
    `s-maxage=${lifetime.shared}`,
    `stale-while-revalidate=${lifetime.shared}`,
    `stale-if-error=${lifetime.staleIfError}`,
  ].join(', ')
}

/** For a copy that is out of date: a CDN must not make it look new for another `shared` seconds. */
export const staleControl = 'public, max-age=0, s-maxage=1'

export const noStore = 'private, no-store'
export const immutable = 'public, max-age=31536000, immutable'

/** What became of the request in the cache (RFC 9211). */
export type CacheResult =
  | { readonly kind: 'hit'; readonly ttl: number }
  /** A stale copy was sent. */
  | { readonly kind: 'stale'; readonly ttl: number; readonly detail: 'revalidating' | 'error' }
  | {
      readonly kind: 'forward'
      readonly why: 'miss' | 'stale' | 'bypass'
      readonly isStored: boolean
      readonly isCollapsed: boolean
    }

export function cacheStatus(result: CacheResult): string {
  switch (result.kind) {
    case 'hit':
      return `Masthead; hit; ttl=${result.ttl}`
    case 'stale':
      return `Masthead; hit; ttl=${result.ttl}; detail=${result.detail}`
    case 'forward':
      return `Masthead; fwd=${result.why}${result.isStored ? '; stored' : ''}${result.isCollapsed ? '; collapsed' : ''}`
  }
}

// Cloudflare's limit for Cache-Tag is 16 KB, others' 8 KB; every proxy on the way has one for all headers together.
const longestTagHeader = 4096

/** Null when they don't fit: a CDN that learned only some of the tags would miss purges. */
export function tagList(tags: ReadonlySet<string>, header: 'Cache-Tag' | 'Surrogate-Key'): string | null {
  const text = [...tags].join(header === 'Cache-Tag' ? ',' : ' ')
  return text.length > longestTagHeader ? null : text
}
