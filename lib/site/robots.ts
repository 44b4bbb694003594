import { type Crawler, crawlerGroups, crawlers } from '#lib/domain/site/crawlers.ts'

/** What no crawler has business in. */
const closed = ['/admin', '/api/auth', '/search?', '/*/search?'] as const

/** robots.txt (RFC 9309): the crawlers that the newsroom keeps out, one group for all others, and where the sitemaps are. */
export function robotsText(origin: string, denied: readonly Crawler[]): string {
  const kept = crawlerGroups.flatMap((group) => crawlers[group].filter((crawler) => denied.includes(crawler)))
  const groups = [
    ...(kept.length > 0 ? [[...kept.map((crawler) => `User-agent: ${crawler}`), 'Disallow: /']] : []),
    ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`)],
    ['sitemap.xml', 'sitemaps/news.xml'].map((file) => `Sitemap: ${origin}/${file}`),
  ]
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
