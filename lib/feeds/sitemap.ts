import type { Edition } from '#lib/domain/edition.ts'
import type { SitemapArticle, SitemapPage, SitemapReferences, SitemapShard } from '#lib/domain/lists/sitemap.ts'
import { machineTime, worldTime } from '#lib/domain/text/dates.ts'
import { cropUrl } from '#lib/site/crop-url.ts'
import { absolute, articlePath, homePath, pathIn } from '#lib/site/urls.ts'
import { element, raw } from './xml.ts'

/**
 * Sitemaps (sitemaps.org, protocol 0.9) with Google's image and news extensions and the addresses of translations. No
 * `changefreq` and no `priority`: nobody reads them.
 */

const head = '<?xml version="1.0" encoding="utf-8"?>\n'
const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const imageXmlns = 'http://www.google.com/schemas/sitemap-image/1.1'
const newsXmlns = 'http://www.google.com/schemas/sitemap-news/0.9'
const xhtmlXmlns = 'http://www.w3.org/1999/xhtml'

export function writeSitemapIndex(
  origin: string,
  shards: readonly SitemapShard[],
  references: readonly SitemapReferences[],
): string {
  const file = (name: string, changedAt: Date | null) =>
    raw('sitemap', element('loc', `${origin}/sitemaps/${name}.xml`) + lastmod(changedAt))
  return `${head}${raw(
    'sitemapindex',
    [
      file('news', null),
      file('pages', null),
      ...references.map(({ kind, shard }) => file(`${kind}-${shard}`, null)),
      ...shards.map(({ shard, changedAt }) => file(`articles-${shard}`, changedAt)),
    ].join('\n'),
    { xmlns },
  )}\n`
}

type Site = { readonly origin: string; readonly editions: readonly Edition[] }

/** Articles of one file, each with its picture and its translations. */
export function writeSitemap(site: Site, articles: readonly SitemapArticle[]): string {
  const { origin } = site
  const urls = articles.map((article) =>
    raw(
      'url',
      element('loc', addressOf(site, article)) +
        lastmod(article.changedAt) +
        alternates(site, article) +
        (article.picture
          ? raw('image:image', element('image:loc', cropUrl(origin, article.picture, 'whole').url))
          : ''),
    ),
  )
  return urlset(urls, { 'xmlns:image': imageXmlns, 'xmlns:xhtml': xhtmlXmlns })
}

/** Google News: the newest two days, with the four things that it asks for. */
export function writeNewsSitemap(site: Site, articles: readonly SitemapArticle[]): string {
  const urls = articles.map((article) => {
    const edition = editionOf(site, article.editionId)
    const publication = element('news:name', edition.name) + element('news:language', newsLanguage(edition.locale))
    return raw(
      'url',
      element('loc', addressOf(site, article)) +
        raw(
          'news:news',
          raw('news:publication', publication) +
            element('news:publication_date', machineTime(article.publishedAt, edition.timeZone)) +
            element('news:title', article.headline.trim()),
        ),
    )
  })
  return urlset(urls, { 'xmlns:news': newsXmlns })
}

export function writePageSitemap(origin: string, pages: readonly SitemapPage[]): string {
  const urls = pages.map(({ edition, path, changedAt }) =>
    raw('url', element('loc', absolute(origin, path ? pathIn(edition, path) : homePath(edition))) + lastmod(changedAt)),
  )
  return urlset(urls, {})
}

function urlset(urls: readonly string[], namespaces: Readonly<Record<string, string>>): string {
  return `${head}${raw('urlset', urls.join('\n'), { xmlns, ...namespaces })}\n`
}

function lastmod(changedAt: Date | null): string {
  return changedAt ? element('lastmod', worldTime(changedAt)) : ''
}

/** ISO 639 with two letters where there are two, else three; Google has words of its own for Chinese alone. */
function newsLanguage(locale: string): string {
  const { language, script, region } = new Intl.Locale(locale).maximize()
  if (language !== 'zh') return language
  return script === 'Hant' || region === 'TW' || region === 'HK' ? 'zh-tw' : 'zh-cn'
}

/** Every version lists all versions and itself (lib/site/page-head.ts does the same in `<head>`). */
function alternates(site: Site, article: SitemapArticle): string {
  if (article.translations.length === 0) return ''
  const versions = [article, ...article.translations]
  const links = site.editions.flatMap((edition) => {
    const version = versions.find(({ editionId }) => editionId === edition.id)
    return version ? [{ edition, href: addressOf(site, version) }] : []
  })
  const fallback = links.find(({ edition }) => edition.isDefault) ?? links[0]
  const link = (hreflang: string, href: string) => element('xhtml:link', null, { rel: 'alternate', hreflang, href })
  return [
    ...links.map(({ edition, href }) => link(edition.locale, href)),
    ...(fallback ? [link('x-default', fallback.href)] : []),
  ].join('')
}

function addressOf(site: Site, at: { readonly editionId: number; readonly blogSlug: string; readonly slug: string }) {
  return absolute(site.origin, articlePath(editionOf(site, at.editionId), at))
}

function editionOf({ editions }: Site, id: number): Edition {
  const edition = editions.find((one) => one.id === id)
  if (!edition) throw new Error(`Edition ${id} is not among those of the site`)
  return edition
}
