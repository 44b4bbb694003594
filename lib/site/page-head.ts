import type { ArticleView } from '#lib/domain/article.ts'
import type { Chrome, Edition } from '#lib/domain/edition.ts'
import type { Picture } from '#lib/domain/media/picture.ts'
import { machineTime } from '#lib/domain/text/dates.ts'
import { cropUrl } from './crop-url.ts'
import { type FeedFormat, feedFormats, feedPath, feedTypes, oembedPath, siteFeedPage } from './feeds/feed-urls.ts'
import { articleSiblings, type Siblings } from './siblings.ts'
import { absolute, articlePath, contributorPath, latestPath, sectionPath } from './urls.ts'

/** What stands in `<head>`, in the shape of Next's `Metadata` (whose arrays are mutable). Next is not imported here. */
export type PageHead = {
  readonly title: { readonly absolute: string }
  readonly description: string
  readonly alternates?: {
    readonly canonical?: string
    readonly languages?: Record<string, string>
    readonly types?: Record<string, TitledAddress[]>
  }
  readonly openGraph?: OpenGraphPage | OpenGraphArticle
  readonly twitter?: { readonly card: 'summary' | 'summary_large_image' }
  readonly robots: string
}

type OpenGraphBasics = {
  readonly url: string
  readonly siteName: string
  readonly title: string
  readonly description: string
  readonly locale: string
  readonly images: SharedImage[]
}
type OpenGraphPage = OpenGraphBasics & { readonly type: 'website' }
type OpenGraphArticle = OpenGraphBasics & {
  readonly type: 'article'
  readonly publishedTime: string
  readonly modifiedTime: string
  readonly section: string
  readonly tags: string[]
  readonly authors: string[]
}
type TitledAddress = { readonly url: string; readonly title: string }
type SharedImage = {
  readonly url: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly type: string
}

/** The site as one page sees it. `origin` is what readers see, without a slash at its end. */
export type Place = { readonly origin: string; readonly chrome: Chrome }

export type Page = {
  /** Null for the front, which is titled by the edition's own name and tagline. */
  readonly title: string | null
  readonly description: string
  readonly path: string
  /** Empty where no other edition has the page: a list behind a cursor, a month, a search. */
  readonly siblings: Siblings
  readonly picture?: Picture | null
  /** The feed that follows this page: the page that it belongs to, and its title. A page without one names that of its edition. */
  readonly feed?: { readonly page: string; readonly title: string }
  /** Title of the feed of all editions, on a page that leads to it. */
  readonly siteFeed?: string
}

/** A page for search engines to keep. */
export function pageHead(place: Place, page: Page): PageHead {
  const { edition } = place.chrome
  return {
    ...headOf(place, page),
    openGraph: { ...openGraphOf(place, { ...page, title: page.title ?? edition.name }), type: 'website' },
  }
}

export function articleHead(place: Place, article: ArticleView): PageHead {
  const { origin, chrome } = place
  const { edition } = chrome
  const page = {
    title: article.headline,
    description: article.description ?? article.standfirst,
    path: articlePath(edition, { blogSlug: article.blog.slug, slug: article.slug }),
    siblings: articleSiblings(edition, article),
    picture: article.picture,
    feed: {
      page: sectionPath(edition, article.blog.slug),
      title: `${article.blog.name} · ${edition.name}`,
    },
  }
  const head = headOf(place, page)
  const embed = oembedPath(absolute(origin, page.path), 'json')
  return {
    ...head,
    ...(head.alternates && {
      alternates: {
        ...head.alternates,
        types: {
          ...typesOf(page.feed, ['rss']),
          'application/json+oembed': [{ url: embed, title: page.title }],
        },
      },
    }),
    openGraph: {
      ...openGraphOf(place, { ...page, description: article.socialText ?? article.standfirst }),
      type: 'article',
      publishedTime: machineTime(article.publishedAt, edition.timeZone),
      modifiedTime: machineTime(article.updatedAt ?? article.publishedAt, edition.timeZone),
      section: article.blog.name,
      tags: article.topics.map((topic) => topic.name),
      authors: article.bylines.map((byline) => absolute(origin, contributorPath(edition, byline.slug))),
    },
  }
}

/** A page that search engines should follow links from, but not keep: search, 404, 410, failure. */
export function unlistedHead(
  chrome: Chrome,
  page: { readonly title: string; readonly description: string; readonly feed?: string },
): PageHead {
  const { title, description, feed } = page
  return {
    title: titleOf(chrome.edition, title),
    description,
    ...(feed && { alternates: { types: typesOf({ page: feed, title }, feedFormats) } }),
    robots: 'noindex, follow',
  }
}

function headOf(place: Place, page: Page): PageHead {
  const { edition } = place.chrome
  const editionFeed = { page: latestPath(edition), title: edition.name }
  return {
    title: titleOf(edition, page.title),
    description: page.description,
    alternates: {
      canonical: absolute(place.origin, page.path),
      ...(page.siblings.size > 0 && { languages: languagesOf(place, page) }),
      types: page.feed ? typesOf(page.feed, feedFormats, page.siteFeed) : typesOf(editionFeed, ['rss']),
    },
    twitter: { card: page.picture ? 'summary_large_image' : 'summary' },
    robots: 'max-image-preview:large',
  }
}

/** Autodiscovery. An article names the feed of its blog in one format: its page has to fit into one round trip. */
function typesOf(
  feed: NonNullable<Page['feed']>,
  formats: readonly FeedFormat[],
  siteFeed?: string,
): Record<string, TitledAddress[]> {
  const feeds = [feed, ...(siteFeed ? [{ page: siteFeedPage, title: siteFeed }] : [])]
  return Object.fromEntries(
    formats.map((format) => [
      feedTypes[format],
      feeds.map(({ page, title }) => ({ url: feedPath(page, { format }), title })),
    ]),
  )
}

function titleOf(edition: Edition, title: string | null): { readonly absolute: string } {
  return { absolute: title === null ? `${edition.name}: ${edition.tagline}` : `${title} · ${edition.name}` }
}

/**
 * Every version lists all versions and itself, or Google ignores the pairs. `x-default` is the default edition's; where it
 * has none, the first in the order of the editions, so that all versions name the same.
 */
function languagesOf({ origin, chrome }: Place, page: Page): Record<string, string> {
  const siblings = new Map([...page.siblings, [chrome.edition.key, page.path]])
  const versions = chrome.editions.flatMap((edition) => {
    const path = siblings.get(edition.key)
    return path === undefined ? [] : [{ edition, url: absolute(origin, path) }]
  })
  const fallback = versions.find(({ edition }) => edition.isDefault) ?? versions[0]
  return Object.fromEntries([
    ...versions.map(({ edition, url }) => [edition.locale, url]),
    ...(fallback ? [['x-default', fallback.url]] : []),
  ])
}

function openGraphOf({ origin, chrome }: Place, page: Page & { readonly title: string }): OpenGraphBasics {
  return {
    url: absolute(origin, page.path),
    siteName: chrome.edition.name,
    title: page.title,
    description: page.description,
    locale: openGraphLocale(chrome.edition.locale),
    images: page.picture ? [sharedImage(origin, page.picture)] : [],
  }
}

function sharedImage(origin: string, picture: Picture): SharedImage {
  return { ...cropUrl(origin, picture, '16x9'), alt: picture.alt, type: 'image/jpeg' }
}

/** Open Graph wants a territory: `ky` → `ky_KG`. */
function openGraphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize()
  return region ? `${language}_${region}` : language
}
