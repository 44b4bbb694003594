import { Client } from 'pg'
import { feedFormats } from '#lib/site/feeds/feed-urls.ts'
import { atMost, megabytes, milliseconds, type Row, said } from '../report/table.ts'
import { fetchPage } from './fetch-page.ts'

/** sitemaps.org: unpacked. */
const mostSitemapBytes = 50 * 1024 * 1024

/** What programs ask for over HTTP, none of it stored yet: every feed of `pages` in every format, and all sitemaps. */
export async function benchMachinePages(site: {
  readonly origin: string
  readonly databaseUrl: string
  /** Addresses of pages that have a feed. */
  readonly pages: readonly string[]
}): Promise<readonly Row[]> {
  const { origin, pages } = site
  // The first of each kind loads its code.
  await missesOf([`${origin}${pages[0]}.rss?text=standfirst`, `${origin}/sitemaps/pages.xml`])
  const feeds = await missesOf(pages.flatMap((page) => feedFormats.map((format) => `${origin}${page}.${format}`)))
  const [index] = await missesOf([`${origin}/sitemap.xml`])
  const shards = locationsIn(index?.text ?? '').filter((url) => url.includes('/sitemaps/articles-'))
  const files = await missesOf(shards)
  const addresses = files.reduce((sum, { text }) => sum + locationsIn(text).length, 0)
  if (addresses < (await countListed(site.databaseUrl))) throw new Error(`The sitemaps name ${addresses} articles only`)
  const slowest = (replies: readonly Reply[]) => Math.max(...replies.map(({ ms }) => ms))
  return [
    atMost({
      what: `uncached feed, slowest of ${feeds.length}`,
      value: slowest(feeds),
      most: 200,
      show: milliseconds,
    }),
    atMost({ what: 'uncached list of sitemaps', value: index?.ms ?? Number.NaN, most: 100, show: milliseconds }),
    atMost({
      what: `uncached sitemap, slowest of ${files.length}`,
      value: slowest(files),
      most: 1000,
      show: milliseconds,
    }),
    atMost({
      what: 'largest sitemap, unpacked',
      value: Math.max(...files.map(({ text }) => Buffer.byteLength(text))),
      most: mostSitemapBytes,
      show: megabytes,
    }),
    said('articles in the sitemaps', addresses.toLocaleString('en')),
  ]
}

type Reply = { readonly ms: number; readonly text: string }

async function missesOf(urls: readonly string[]): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  for (const url of urls) {
    const startedAt = performance.now()
    const page = await fetchPage(url)
    const ms = performance.now() - startedAt
    const cache = String(page.headers['cache-status'])
    if (page.status !== 200 || !cache.includes('fwd=miss')) throw new Error(`${url} gave ${page.status}, ${cache}`)
    replies.push({ ms, text: page.text() })
  }
  return replies
}

function locationsIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].flatMap(([, url]) => (url ? [url] : []))
}

async function countListed(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ count: string }>(
      'SELECT count(*) FROM "Article" WHERE "listedAt" IS NOT NULL',
    )
    return Number(rows[0]?.count)
  } finally {
    await client.end()
  }
}
