import type { PageRoute } from '../contract.ts'
import { cleanHtml } from '../html/clean-html.ts'
import { contentPolicy, documentPolicy, securityHeaders } from '../html/policy.ts'
import { isFeedType } from '../http/browser-type.ts'
import { tagList } from '../http/cache-headers.ts'
import { contentHash } from '../http/entity-tag.ts'
import { compress, isCompressible, unpooled } from '../store/compress.ts'
import type { Entry } from '../store/entry.ts'
import type { Rendered } from './render-page.ts'

export type EntryOptions = {
  readonly siteUrl: string
  readonly dev: boolean
  readonly tagHeader: 'Cache-Tag' | 'Surrogate-Key' | null
  readonly stylesheet: (href: string) => string | undefined
}

// 301 and 308 are for ever, 404 until something is published there; other redirects and refusals say "now".
const storable = new Set([200, 301, 308, 404, 410])

// What a page may say about itself. Everything else Next adds is about its own cache and client.
const kept = [
  'Content-Type',
  'Content-Language',
  'Content-Disposition',
  'Location',
  'Last-Modified',
  'Link',
  'X-Robots-Tag',
  'Access-Control-Allow-Origin',
  'Retry-After',
]

// Without tags no purge finds a page again: such a one is made anew this often.
const untaggedSeconds = 300
const untaggedMissSeconds = 10

/** A render as readers get it: cleaned, compressed, with every header but those that change with time. */
export async function makeEntry(route: PageRoute, rendered: Rendered, options: EntryOptions): Promise<Entry> {
  const type = String(rendered.headers['content-type'] ?? '')
  const { body, policy } = finish(rendered, type, options)
  const fresh = Math.min(route.lifetime.fresh, longestFreshness(rendered))
  const isPacked = isCompressible(type, body.length)
  return {
    key: route.key,
    status: rendered.status,
    headers: headersOf(rendered, policy, isPacked, options),
    hash: contentHash(body),
    bodies: isPacked ? await compress(body, 'quick') : { kind: 'plain', identity: unpooled(body) },
    tags: rendered.tags,
    lifetime: route.lifetime,
    renderedAt: rendered.renderedAt,
    freshUntil: Math.min(rendered.startedAt + fresh * 1000, rendered.freshUntil ?? Number.POSITIVE_INFINITY),
    changesAt: rendered.freshUntil,
    staleAt: null,
    isTrusted: true,
    // A cookie in a page for everyone is a mistake: the page is sent without it, and not kept.
    isStorable: !options.dev && storable.has(rendered.status) && rendered.headers['set-cookie'] === undefined,
    cacheControl: null,
    isTail: route.lifetime.isLongTail || rendered.status === 404,
    isUsed: false,
    heads: null,
  }
}

function longestFreshness({ status, tags }: Rendered): number {
  if (tags.size > 0) return Number.POSITIVE_INFINITY
  return status === 404 ? untaggedMissSeconds : untaggedSeconds
}

function finish({ status, body }: Rendered, type: string, { dev, stylesheet }: EntryOptions) {
  // Nobody sees the page behind a redirect.
  if (status >= 300 && status < 400) return { body: Buffer.alloc(0), policy: null }
  if (dev || !type.startsWith('text/html')) return { body, policy: dev ? null : documentPolicy }
  const clean = cleanHtml(body.toString('utf8'), stylesheet)
  return { body: Buffer.from(clean.html), policy: contentPolicy(clean) }
}

function headersOf(rendered: Rendered, policy: string | null, isPacked: boolean, options: EntryOptions): string[] {
  const headers: string[] = []
  for (const name of kept) {
    const value = rendered.headers[name.toLowerCase()]
    // React repeats a page's preloads here, also those of scripts and styles that it no longer has.
    if (value === undefined || (name === 'Link' && policy !== documentPolicy)) continue
    const text = Array.isArray(value) ? value.join(', ') : String(value)
    // The fast lane writes these bytes as they are: a line end in one would begin a header of somebody else's.
    if (/[^\t\x20-\x7e]/.test(text)) throw new Error(`The header ${name} holds characters that headers may not`)
    headers.push(name, text)
  }
  const varying = [...(isFeedType(headers[1] ?? '') ? ['Accept'] : []), ...(isPacked ? ['Accept-Encoding'] : [])]
  if (varying.length > 0) headers.push('Vary', varying.join(', '))
  if (policy) headers.push('Content-Security-Policy', policy)
  for (const [name, value] of securityHeaders(options.siteUrl)) headers.push(name, value)
  const list = options.tagHeader && rendered.tags.size > 0 ? tagList(rendered.tags, options.tagHeader) : null
  if (options.tagHeader && list !== null) headers.push(options.tagHeader, list)
  return headers
}
