import type { Edition } from '#lib/domain/edition.ts'
import type { Picture } from '#lib/domain/media/picture.ts'

/**
 * Ids in one file of the sitemap. A range of ids has fixed ends, so publishing an article changes one file however many there are. A
 * file may hold 50,000 addresses and 50 MB (sitemaps.org); with pictures and the addresses of twenty editions, 2,000 stay below the
 * 8 MB that the page cache takes of one page.
 */
export const idsPerSitemap = 2000

export function sitemapShard(articleId: number): number {
  return Math.floor(articleId / idsPerSitemap)
}

/** Google's news sitemap: articles of two days, at most a thousand. */
export const newsSitemap = { hours: 48, articles: 1000 } as const

type Place = { readonly blogSlug: string; readonly slug: string }

export type SitemapArticle = Place & {
  readonly id: number
  readonly editionId: number
  readonly headline: string
  readonly publishedAt: Date
  /** Last change of the text. */
  readonly changedAt: Date
  readonly picture: Picture | null
  readonly translations: readonly (Place & { readonly editionId: number })[]
}

export type SitemapShard = { readonly shard: number; readonly changedAt: Date }

/** Files of topics and of contributors: of as many ids as stay below the page cache's 8 MB. */
export const sitemapReferences = ['topics', 'authors'] as const
export const referencesPerSitemap = 20_000

export type SitemapReferences = { readonly kind: (typeof sitemapReferences)[number]; readonly shard: number }

/** A page that is no article, by its path in its edition, and where it stands in others. */
export type SitemapPage = {
  readonly edition: Pick<Edition, 'key' | 'isDefault'>
  readonly path: string
  readonly changedAt: Date | null
}

/** When a file last changed, as far as its lines know; null where none of them does. Never later than now. */
export function newestChange(items: readonly { readonly changedAt: Date | null }[], now: Date): Date | null {
  const newest = items.reduce((most, { changedAt }) => Math.max(most, changedAt?.getTime() ?? 0), 0)
  return newest > 0 ? new Date(Math.min(newest, now.getTime())) : null
}
