import { isRowId } from '#lib/domain/lists/query-values.ts'
import { isSectionSlug, isSlug } from '#lib/domain/site/address.ts'
import type { Lifetime } from '#lib/domain/site/route.ts'
import { feedFormats } from '../feeds/feed-urls.ts'
import { lifetimes } from '../lifetimes.ts'
import { type Declared, embedding, feedPaging, feedSearching, none } from '../query.ts'

/** What an address is, once its grammar is known. */
export type Match = {
  readonly lifetime: Lifetime
  readonly query: Declared
  readonly isEditionless?: true
  /** Where Next renders it, when that is not the same path below the edition. */
  readonly internal?: (edition: string) => string
}

/** Addresses that programs ask for: feeds, sitemaps, robots.txt, oEmbed, ninjs. All hold a dot, but one. */
export function matchMachine(segments: readonly string[]): Match | null {
  const [first, second] = segments
  if (segments.length === 1 && first === 'robots.txt') return alone('/robots', lifetimes.list)
  if (segments.length === 1 && first === 'sitemap.xml') return alone('/sitemaps/all', lifetimes.list)
  if (segments.length === 1 && first === 'oembed')
    return { lifetime: lifetimes.search, query: embedding, isEditionless: true, internal: () => '/oembed' }
  if (segments.length === 2 && first === 'sitemaps') return matchSitemap(second ?? '')
  if (segments.length === 2 && first === 'a') return matchNinjs(second ?? '')
  return matchFeed(segments)
}

function alone(path: string, lifetime: Lifetime): Match {
  return { lifetime, query: none, isEditionless: true, internal: () => path }
}

function matchSitemap(file: string): Match | null {
  const [, name] = /^(news|pages|(?:articles|topics|authors)-(?:0|[1-9]\d{0,6}))\.xml$/.exec(file) ?? []
  return name ? alone(`/sitemaps/${name}`, lifetimes.list) : null
}

function matchNinjs(file: string): Match | null {
  const [, id] = /^(\d+)\.ninjs\.json$/.exec(file) ?? []
  return id && isRowId(id) ? alone(`/ninjs/${id}`, lifetimes.article) : null
}

/** `latest.rss`, `the-long-line.atom`, `topic/water.json`. */
function matchFeed(segments: readonly string[]): Match | null {
  const last = segments.at(-1) ?? ''
  const dot = last.lastIndexOf('.')
  const format = feedFormats.find((known) => known === last.slice(dot + 1))
  const page = format ? pageOfFeed([...segments.slice(0, -1), last.slice(0, dot)]) : null
  if (!page) return null
  const isSite = page === 'site/_'
  return {
    // A feed's older pages are asked for once by each archive, and then no more.
    lifetime: page === 'search/_' ? lifetimes.search : lifetimes.feed,
    query: page === 'search/_' ? feedSearching : feedPaging,
    internal: (edition) => `/feeds/${isSite ? '_' : edition}/${page}/${format}`,
    ...(isSite && { isEditionless: true }),
  }
}

function pageOfFeed(segments: readonly string[]): string | null {
  const [first = '', second] = segments
  if (segments.length === 1) {
    if (first === 'site' || first === 'latest' || first === 'corrections' || first === 'search') return `${first}/_`
    return isSectionSlug(first) ? `blog/${first}` : null
  }
  if (segments.length !== 2 || second === undefined || !isSlug(second)) return null
  return first === 'topic' || first === 'authors' ? `${first}/${second}` : null
}
