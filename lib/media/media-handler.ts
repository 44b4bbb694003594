import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseRenditionPath, type RenditionFormat } from '#lib/domain/media/renditions.ts'
import { type FindPicture, findRendition, type StoredRendition } from './renditions/rendition-store.ts'

const contentTypes = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
} as const satisfies Record<RenditionFormat, string>

/** A picture that someone opens by itself must run nothing, whatever its bytes say. */
const harmless = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  // Aggregators and feed readers show our pictures on their own pages.
  'cross-origin-resource-policy': 'cross-origin',
} as const

/** Answers `/media/…`, and says whether it did. */
export function mediaHandler(find: FindPicture) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = request.url ?? ''
    if (!path.startsWith('/media/')) return false
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(response, 405, { allow: 'GET, HEAD' })
      return true
    }
    const rendition = parseRenditionPath(path)
    if (!rendition) {
      refuse(response, 404, { 'cache-control': 'public, max-age=300' })
      return true
    }
    try {
      const stored = await findRendition(rendition, find)
      // Not for long: the picture may be on its way here from another node.
      if (!stored) refuse(response, 404, { 'cache-control': 'public, max-age=10' })
      else send(request, response, stored, contentTypes[rendition.format])
    } catch (error) {
      console.error(`No answer for ${path}:`, error)
      refuse(response, 503, { 'cache-control': 'no-store', 'retry-after': '5' })
    }
    return true
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { bytes, etag }: StoredRendition,
  contentType: string,
): void {
  const headers = { ...harmless, 'cache-control': 'public, max-age=31536000, immutable', etag }
  if (names(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, { ...headers, 'content-type': contentType, 'content-length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function refuse(response: ServerResponse, status: 404 | 405 | 503, headers: Record<string, string>): void {
  const text = { 404: 'Not found', 405: 'Method not allowed', 503: 'Not available right now' }[status]
  response.writeHead(status, { ...harmless, 'content-type': 'text/plain; charset=utf-8', ...headers })
  response.end(`${text}\n`)
}

// RFC 9110, 13.1.2: a list, weak comparison, or anything at all.
function names(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
