import { newestChange, type SitemapPage, sitemapReferences } from '#lib/domain/lists/sitemap.ts'
import { env } from '#lib/env/env.ts'
import { writeNewsSitemap, writePageSitemap, writeSitemap, writeSitemapIndex } from '#lib/feeds/sitemap.ts'
import {
  findLastWithdrawal,
  listNewsOfTwoDays,
  listSitemapArticles,
  listSitemapPages,
  listSitemapPagesOf,
  listSitemapReferences,
  listSitemapShards,
} from '#lib/store/feeds/sitemap.ts'
import { listEditions } from '#lib/store/pages/editions.ts'
import { lastModifiedHeader, machineReply, notFound } from '../../machine-reply.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly name: string }> }

type Sitemap = { readonly xml: string; readonly changedAt: Date | null }

/** `all` is the list of the others: `news`, `pages`, `topics-0`, `authors-0`, `articles-0` … */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const found = await sitemap((await params).name, env().siteUrl)
  if (found === null) return notFound()
  return machineReply(found.xml, 'application/xml', lastModifiedHeader(found.changedAt))
}

async function sitemap(name: string, origin: string): Promise<Sitemap | null> {
  const now = new Date()
  const changed = (items: readonly { readonly changedAt: Date | null }[], leftAt: Date | null = null) =>
    newestChange([...items, { changedAt: leftAt }], now)
  if (name === 'all') {
    const [shards, references, leftAt] = await Promise.all([
      listSitemapShards(),
      listSitemapReferences(),
      findLastWithdrawal(null),
    ])
    return { xml: writeSitemapIndex(origin, shards, references), changedAt: changed(shards, leftAt) }
  }
  if (name === 'pages') {
    const pages = await listSitemapPages()
    return { xml: writePageSitemap(origin, pages), changedAt: changed(pages) }
  }
  const [kindName = '', number = ''] = name.split('-')
  const kind = sitemapReferences.find((one) => one === kindName)
  if (kind) return pagesOrNothing(origin, await listSitemapPagesOf({ kind, shard: Number(number) }))
  const editions = await listEditions()
  if (name === 'news') {
    const [news, leftAt] = await Promise.all([listNewsOfTwoDays(now), findLastWithdrawal(null)])
    return { xml: writeNewsSitemap({ origin, editions }, news), changedAt: changed(news, leftAt) }
  }
  const shard = Number(number)
  const articles = await listSitemapArticles(shard)
  if (articles.length === 0) return null
  const leftAt = await findLastWithdrawal(shard)
  return { xml: writeSitemap({ origin, editions }, articles), changedAt: changed(articles, leftAt) }
}

/** A list of nothing is no sitemap (its schema wants an address): the range is not there yet, or all of it is gone. */
function pagesOrNothing(origin: string, pages: readonly SitemapPage[]): Sitemap | null {
  return pages.length > 0 ? { xml: writePageSitemap(origin, pages), changedAt: null } : null
}
