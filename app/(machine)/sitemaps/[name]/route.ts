import { type SitemapPage, sitemapReferences } from '#lib/domain/lists/sitemap.ts'
import { env } from '#lib/env/env.ts'
import { writeNewsSitemap, writePageSitemap, writeSitemap, writeSitemapIndex } from '#lib/feeds/sitemap.ts'
import {
  listNewsOfTwoDays,
  listSitemapArticles,
  listSitemapPages,
  listSitemapPagesOf,
  listSitemapReferences,
  listSitemapShards,
} from '#lib/store/feeds/sitemap.ts'
import { listEditions } from '#lib/store/pages/editions.ts'
import { machineReply, notFound } from '../../machine-reply.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly name: string }> }

/** `all` is the list of the others: `news`, `pages`, `topics-0`, `authors-0`, `articles-0` … */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const xml = await sitemap((await params).name, env().siteUrl)
  return xml === null ? notFound() : machineReply(xml, 'application/xml')
}

async function sitemap(name: string, origin: string): Promise<string | null> {
  if (name === 'all') {
    const [shards, references] = await Promise.all([listSitemapShards(), listSitemapReferences()])
    return writeSitemapIndex(origin, shards, references)
  }
  if (name === 'pages') return writePageSitemap(origin, await listSitemapPages())
  const [kindName = '', number = ''] = name.split('-')
  const kind = sitemapReferences.find((one) => one === kindName)
  if (kind) return pagesOrNothing(origin, await listSitemapPagesOf({ kind, shard: Number(number) }))
  const editions = await listEditions()
  if (name === 'news') return writeNewsSitemap({ origin, editions }, await listNewsOfTwoDays(new Date()))
  const articles = await listSitemapArticles(Number(number))
  return articles.length > 0 ? writeSitemap({ origin, editions }, articles) : null
}

/** A list of nothing is no sitemap (its schema wants an address): the range is not there yet, or all of it is gone. */
function pagesOrNothing(origin: string, pages: readonly SitemapPage[]): string | null {
  return pages.length > 0 ? writePageSitemap(origin, pages) : null
}
