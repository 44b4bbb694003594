import { isRowId } from '#lib/domain/lists/query-values.ts'
import {
  isArticleSlug,
  isEditionKey,
  isPostNumber,
  isSectionSlug,
  isSlug,
  mostFolders,
  reservedSections,
} from '#lib/domain/site/address.ts'
import type { Route } from '#lib/domain/site/route.ts'
import { lifetimes } from '#lib/site/lifetimes.ts'
import { canonicalQuery, none, paging, searching } from '#lib/site/query.ts'
import { type Match, matchMachine } from '#lib/site/routes/machine-routes.ts'
import { passedMethods } from '#lib/site/routes/passed-methods.ts'

/** Names of files at the root of `public/` and of Next's metadata routes. routes.test.ts compares with the folder. */
export const rootFiles: ReadonlySet<string> = new Set([
  'apple-icon.png',
  'apple-touch-icon.png',
  'favicon.ico',
  'favicon.svg',
  'feed.css',
  'icon.png',
  'icon.svg',
  'manifest.webmanifest',
])

/** First segments that other handlers answer. */
const passed: ReadonlySet<string> = new Set(['_next', 'admin', 'api', 'fonts', 'health', 'media', 'static', 'websub'])

/** By the token of a link (256 bits in base64url), or by its article for whoever is signed in. */
const preview = /^\/preview\/(?:[A-Za-z0-9_-]{43}|(?:article|front)\/[1-9]\d{0,8})$/

const longestPath = 512

/** Answers for any request target, never throws, and asks nobody: the grammar alone decides (lib/domain/site/address.ts). */
export function routeOf(url: string): Route {
  const { pathname, query } = splitTarget(url)
  if (isPassed(pathname)) return { kind: 'pass', methods: passedMethods(pathname) }
  if (preview.test(pathname)) return { kind: 'private', path: pathname }
  const segments = readSegments(pathname)
  const edition = segments[0] !== undefined && isEditionKey(segments[0]) ? segments[0] : null
  const rest = edition ? segments.slice(1) : segments
  const match = matchMachine(rest) ?? matchPage(rest)
  const numbered = query && isFolder(rest) ? postNumberIn(query) : ''
  if (numbered) return oldNumber(segments, numbered, edition)
  if (!match) return isOldShape(rest) ? oldAddress(edition, rest, '') : missing(edition)
  const inner = rest.join('/')
  const internal = match.internal?.(edition ?? '_') ?? `/${edition ?? '_'}${inner && '/'}${inner}`
  // A permanent address has no edition: it outlives them.
  const isBare = edition === null || match.isEditionless
  const path = `/${isBare ? '' : edition}${isBare || !inner ? '' : '/'}${inner}`
  const search = canonicalQuery(query, match.query)
  if (path !== pathname) {
    // Most systems end addresses with a slash: one of theirs leads on in one hop, not by way of ours without it.
    if (pathname === `${path}/` && isContent(rest)) return oldAddress(edition, rest, '/')
    return { kind: 'redirect', location: path + search }
  }
  const isPaged = match.query !== searching && /[?&](?:before|after)=/.test(search)
  const lifetime = isPaged ? lifetimes.paged : match.lifetime
  return {
    kind: 'page',
    key: path + search,
    path: internal + search,
    lifetime,
    edition: edition ?? '_',
  }
}

/** One page, and one entry, for every address of an edition that no content can ever have. */
export function missing(edition: string | null): Route {
  const path = `/${edition ?? '_'}/missing`
  return { kind: 'page', key: path, path, lifetime: lifetimes.missing, edition: edition ?? '_' }
}

/** An address that an earlier site may have had: the page looks it up among those that were imported. */
function oldAddress(edition: string | null, rest: readonly string[], end: '' | '/'): Route {
  const segments = edition === null ? rest : [edition, ...rest]
  return oldPage(edition, { segments, end, asked: { path: segments.join('/'), ...(end && { slash: '1' }) } })
}

/** WordPress's "/?p=123" or "/folder/?p=123": leads to what had the number, else to the front or folder that stands there. */
function oldNumber(segments: readonly string[], search: string, edition: string | null): Route {
  return oldPage(edition, { segments, end: search, asked: { path: segments.join('/') + search } })
}

/** `end` is what stands behind the last segment of the address; `asked` is what the page looks up. */
function oldPage(
  edition: string | null,
  old: {
    readonly segments: readonly string[]
    readonly end: string
    readonly asked: Readonly<Record<string, string>>
  },
): Route {
  return {
    kind: 'page',
    key: `/${old.segments.map(encodeURIComponent).join('/')}${old.end}`,
    path: `/${edition ?? '_'}/old?${new URLSearchParams(old.asked)}`,
    lifetime: lifetimes.old,
    edition: edition ?? '_',
  }
}

/** Articles and pages have their numbers from one row, so "?page_id=123" asks for the same as "?p=123". */
function postNumberIn(query: string): string {
  const [number] = /\d+/.exec(canonicalQuery(query, { p: readPostNumber, page_id: readPostNumber })) ?? []
  return number ? `?p=${number}` : ''
}

function readPostNumber(value: string): string | null {
  return isPostNumber(value) ? value : null
}

/** Where a WordPress may have stood: the root, or a folder or two below it that are none of the program's own. */
function isFolder(segments: readonly string[]): boolean {
  return segments.length <= mostFolders && isOldShape(segments)
}

/** Words in any script, a few levels of them, a page at their end: what no writer of addresses ever made shares the one 404. */
function isOldShape(segments: readonly string[]): boolean {
  const [first = '', ...others] = segments
  const last = others.at(-1) ?? first
  if (reservedSections.has(first) || first === 'a' || segments.length > 8 || segments.join('/').length > 300)
    return false
  return segments.every((segment) => oldSegment.test(segment === last ? segment.replace(/\.html?$/, '') : segment))
}

const oldSegment = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c_-]*$/u

function isContent([first = '', second, ...more]: readonly string[]): boolean {
  return more.length === 0 && isSectionSlug(first) && (second === undefined || isArticleSlug(second))
}

const list: Match = { lifetime: lifetimes.list, query: paging }
const months: Match = { lifetime: lifetimes.list, query: none }

function matchPage(segments: readonly string[]): Match | null {
  const [first, second, third] = segments
  if (first === undefined) return { lifetime: lifetimes.front, query: none }
  if (second === undefined) return matchSection(first)
  if (third === undefined) return matchPair(first, second)
  const isBlogMonth = isSectionSlug(first) && second === 'archive' && isMonth(third)
  return segments.length === 3 && isBlogMonth ? list : null
}

function matchSection(segment: string): Match | null {
  if (segment === 'latest' || segment === 'corrections') return list
  if (segment === 'archive') return months
  if (segment === 'search') return { lifetime: lifetimes.search, query: searching }
  return isSectionSlug(segment) ? list : null
}

function matchPair(first: string, second: string): Match | null {
  if (first === 'a') {
    return isRowId(second) ? { lifetime: lifetimes.permanent, query: none, isEditionless: true } : null
  }
  if (first === 'topic' || first === 'authors') return isSlug(second) ? list : null
  if (first === 'archive') return isMonth(second) ? list : null
  if (!isSectionSlug(first)) return null
  if (second === 'archive') return months
  return isArticleSlug(second) ? { lifetime: lifetimes.article, query: none } : null
}

function isMonth(segment: string): boolean {
  return /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/.test(segment)
}

/** Origin form is the rule; absolute form (RFC 9112, 3.2.2) must be understood as well. */
export function splitTarget(url: string): { readonly pathname: string; readonly query: string } {
  const target = url.replace(/^https?:\/\/[^/?#]*/i, '').split('#', 1)[0] ?? ''
  const cut = target.indexOf('?')
  const pathname = cut < 0 ? target : target.slice(0, cut)
  return { pathname: pathname || '/', query: cut < 0 ? '' : target.slice(cut + 1) }
}

function isPassed(pathname: string): boolean {
  if (!pathname.startsWith('/') || pathname.startsWith('/__nextjs')) return true
  const end = pathname.indexOf('/', 1)
  const first = pathname.slice(1, end < 0 ? undefined : end)
  // The key of IndexNow stands at the root, under a name of 32 hexadecimal digits.
  if (/^[0-9a-f]{32}\.txt$/.test(first) && end < 0) return true
  return passed.has(first) || (end < 0 && rootFiles.has(first))
}

/** Lower case, decoded once, without empty segments. What is not ASCII afterwards fails the grammar of every route. */
function readSegments(pathname: string): readonly string[] {
  if (pathname.length > longestPath) return ['?']
  return pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => decodeSegment(segment).toLowerCase())
}

function decodeSegment(segment: string): string {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
