import { env } from '#lib/env/env.ts'
import { writeNewsSitemap, writePageSitemap, writeSitemap, writeSitemapIndex } from '#lib/feeds/sitemap.ts'
import {
  listNewsOfTwoDays,
  listSitemapArticles,
  listSitemapPages,
  listSitemapShards,
} from '#lib/store/feeds/sitemap.ts'
import { listEditions } from '#lib/store/pages/editions.ts'
import { machineReply, notFound } from '../../machine-reply.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly name: string }> }

/** `all` is the list of the others: `news`, `pages`, `articles-0` … */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const xml = await sitemap((await params).name, env().siteUrl)
  return xml === null ? notFound() : machineReply(xml, 'application/xml')
}

async function sitemap(name: string, origin: string): Promise<string | null> {
  if (name === 'all') return writeSitemapIndex(origin, await listSitemapShards())
  if (name === 'pages') return writePageSitemap(origin, await listSitemapPages())
  const editions = await listEditions()
  if (name === 'news') return writeNewsSitemap({ origin, editions }, await listNewsOfTwoDays(new Date()))
  const articles = await listSitemapArticles(Number(name.replace('articles-', '')))
  // A list of nothing is no sitemap (its schema wants an address): the range is not there yet, or all of it is gone.
  return articles.length > 0 ? writeSitemap({ origin, editions }, articles) : null
}
