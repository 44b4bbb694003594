import type { Paging } from '#lib/domain/lists/listing.ts'
import { cursorText } from '../urls.ts'

/**
 * Addresses of feeds: that of the page, with the format after it (`/ky/latest.rss`, `/the-long-line.atom`,
 * `/search.json?q=river`). No slug holds a dot, so nothing else can stand there.
 */

export const feedFormats = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]
export type FeedForm = 'full' | 'standfirst'

/** Our own hub (WebSub). */
export const hubPath = '/websub'

/** Where the feed of all editions has its page: it has none but the front. */
export const siteFeedPage = '/site'

type FeedAddress = { readonly format: FeedFormat; readonly form?: FeedForm; readonly paging?: Paging }

/** `pagePath` may have a query of its own. */
export function feedPath(pagePath: string, { format, form = 'full', paging = null }: FeedAddress): string {
  const [path, query] = pagePath.split('?', 2) as [string, string?]
  const parameters = [
    ...(query ? [query] : []),
    ...(form === 'standfirst' ? ['text=standfirst'] : []),
    ...(paging ? [`${paging.kind === 'older-than' ? 'before' : 'after'}=${cursorText(paging.cursor)}`] : []),
  ]
  return `${path}.${format}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`
}

export const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>

/** An article as ninjs, for ever at the same address. */
export function ninjsPath(articleId: number): string {
  return `/a/${articleId}.ninjs.json`
}

/** What stands at an address of ours, for sites that show it inside their pages. */
export function oembedPath(address: string, format: 'json' | 'xml'): string {
  return `/oembed?url=${encodeURIComponent(address)}${format === 'xml' ? '&format=xml' : ''}`
}

/**
 * The name of an article that no change of address, scheme or port alters (RFC 4151): aggregators show an item again when
 * its id changes.
 */
export function articleTag(origin: string, articleId: number): string {
  return tagUri(origin, `article/${articleId}`)
}

/** The same for whatever else a feed tells of: a correction, a feed itself. */
export function tagUri(origin: string, name: string): string {
  return `tag:${new URL(origin).hostname},2026:${name}`
}
