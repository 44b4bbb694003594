import type { IncomingMessage, ServerResponse } from 'node:http'
import { identityOf } from '../store/compress.ts'
import { type Entry, staleFrom } from '../store/entry.ts'
import { hasBrowserType, wantsPage, withBrowserType } from './browser-type.ts'
import { type CacheResult, cacheControl, cacheStatus, noStore, staleControl } from './cache-headers.ts'
import { entityTag, matchingTag } from './entity-tag.ts'
import { isUnmodified, lastModifiedOf } from './last-modified.ts'
import { type Encoding, negotiate } from './negotiate.ts'

/** Sends a stored or fresh answer as this client can take it. */
export function answer(request: IncomingMessage, response: ServerResponse, entry: Entry, result: CacheResult): void {
  const { headers } = request
  const known = headers['if-none-match']
  if (known !== undefined && entry.status === 200) {
    const tag = matchingTag(known, entry.hash)
    if (tag) {
      response.writeHead(304, notModified(entry, tag, result))
      response.end()
      return
    }
  }
  const { bodies } = entry
  const encoding = bodies.kind === 'plain' ? 'identity' : negotiate(headers['accept-encoding'])
  if (isUnmodified(headers, entry)) {
    response.writeHead(304, notModified(entry, tagOf(entry, encoding), result))
    response.end()
    return
  }
  if (bodies.kind === 'compressed' && encoding === 'identity') {
    void answerPlain(request, response, entry, result)
    return
  }
  const body = bodies.kind === 'plain' ? bodies.identity : encoding === 'br' ? bodies.br : bodies.gzip
  response.writeHead(entry.status, headFor(request, entry, head(entry, encoding, body.length, result)))
  if (request.method === 'HEAD') response.end()
  else response.end(body)
}

/** Clients that take no compressed bytes are rare: theirs are unpacked for them. */
async function answerPlain(request: IncomingMessage, response: ServerResponse, entry: Entry, result: CacheResult) {
  try {
    const body = await identityOf(entry.bodies)
    response.writeHead(entry.status, headFor(request, entry, head(entry, 'identity', body.length, result)))
    response.end(request.method === 'HEAD' ? undefined : body)
  } catch (error) {
    response.destroy(error instanceof Error ? error : undefined)
  }
}

function headFor(request: IncomingMessage, entry: Entry, whole: readonly string[]): string[] {
  const isForBrowser = hasBrowserType(entry) && wantsPage(request.headers.accept)
  return (isForBrowser ? withBrowserType(whole) : whole) as string[]
}

/** The head of a whole answer; that of a hit is made once a second. */
export function head(entry: Entry, encoding: Encoding, length: number, result: CacheResult): readonly string[] {
  if (result.kind !== 'hit' || encoding === 'identity') return newHead(entry, encoding, length, result)
  const second = result.ttl
  if (entry.heads?.second !== second) entry.heads = { second, br: null, gzip: null }
  entry.heads[encoding] ??= newHead(entry, encoding, length, result)
  return entry.heads[encoding]
}

function newHead(entry: Entry, encoding: Encoding, length: number, result: CacheResult): readonly string[] {
  const head = [...entry.headers, 'Cache-Control', control(entry, result), 'Cache-Status', cacheStatus(result)]
  if (entry.isStorable && entry.status === 200) head.push('ETag', tagOf(entry, encoding))
  if (encoding !== 'identity') head.push('Content-Encoding', encoding)
  head.push('Content-Length', String(length))
  return head
}

export function notModified(entry: Entry, tag: string, result: CacheResult): string[] {
  const head = ['Cache-Control', control(entry, result), 'Cache-Status', cacheStatus(result)]
  // A client that asked with `*` named no tag, and gets none that its copy may not have.
  if (tag !== '*') head.push('ETag', tag)
  const changed = lastModifiedOf(entry)
  if (changed !== null) head.push('Last-Modified', changed)
  if (entry.bodies.kind === 'compressed')
    head.push('Vary', hasBrowserType(entry) ? 'Accept, Accept-Encoding' : 'Accept-Encoding')
  return head
}

function tagOf(entry: Entry, encoding: Encoding): string {
  const { bodies } = entry
  if (bodies.kind === 'plain' || encoding === 'identity') return entityTag(entry.hash, 'id')
  return entityTag(entry.hash, `${encoding === 'br' ? 'b' : 'g'}${bodies.effort === 'best' ? 2 : 1}`)
}

/** There is no Age: what we call fresh was checked against every purge up to now, so it is new at this moment. */
function control(entry: Entry, result: CacheResult): string {
  if (!entry.isStorable) return noStore
  if (result.kind === 'stale') return staleControl
  if (entry.cacheControl !== null) return entry.cacheControl
  const ttl = result.kind === 'hit' ? result.ttl : secondsLeft(entry, entry.renderedAt)
  return cacheControl({ ...entry.lifetime, shared: Math.max(0, Math.min(entry.lifetime.shared, ttl)) })
}

export function secondsLeft(entry: Entry, now: number): number {
  return Math.floor((staleFrom(entry) - now) / 1000)
}
