import { isRowId } from '#lib/domain/lists/query-values.ts'
import { isArticleSlug, isEditionKey, isSectionSlug } from '#lib/domain/site/address.ts'
import { env } from '#lib/env/env.ts'
import { setReply } from '#lib/env/slot.ts'
import { articleOembed, writeOembedXml } from '#lib/feeds/oembed.ts'
import { findSyndicated } from '#lib/store/feeds/syndicated.ts'
import { findArticleAt } from '#lib/store/pages/article-at.ts'
import { findChrome } from '#lib/store/pages/chrome.ts'
import { findSiteName } from '#lib/store/site/site-name.ts'
import { machineReply, notFound } from '../machine-reply.ts'

export const dynamic = 'force-dynamic'

/** What stands at an address of this site, for pages of others that show it (oembed.com). */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const format = query.get('format') ?? 'json'
  if (format !== 'json' && format !== 'xml') {
    setReply({ kind: 'unsupported' })
    return machineReply('Formats are json and xml.\n', 'text/plain')
  }
  const id = await articleIdAt(query.get('url') ?? '')
  const [found] = id === null ? [] : await findSyndicated([id])
  if (!found) return notFound()
  const size = (name: string) => (query.has(name) ? Number(query.get(name)) : null)
  const place = { origin: env().siteUrl, siteName: await findSiteName() }
  const oembed = articleOembed(place, found, { width: size('maxwidth'), height: size('maxheight') })
  const headers = { 'Access-Control-Allow-Origin': '*' }
  return format === 'xml'
    ? machineReply(writeOembedXml(oembed), 'text/xml', headers)
    : machineReply(JSON.stringify(oembed), 'application/json', headers)
}

/** Of the address of a page, former ones and permanent ones too; null for every other address. */
async function articleIdAt(address: string): Promise<number | null> {
  const url = URL.parse(address)
  if (url?.origin !== env().siteUrl) return null
  const segments = url.pathname.split('/').filter(Boolean)
  const [first = '', second = ''] = segments
  if (segments.length === 2 && first === 'a') return isRowId(second) ? Number(second) : null
  const edition = isEditionKey(first) ? first : null
  const [blogSlug = '', slug = '', more] = edition ? segments.slice(1) : segments
  if (more !== undefined || !isSectionSlug(blogSlug) || !isArticleSlug(slug)) return null
  const chrome = await findChrome(edition)
  if (!chrome) return null
  const at = await findArticleAt({ editionId: chrome.edition.id, blogSlug, slug })
  if (at.kind === 'article') return at.article.id
  if (at.kind !== 'moved') return null
  const moved = await findArticleAt({ editionId: chrome.edition.id, ...at.to })
  return moved.kind === 'article' ? moved.article.id : null
}
