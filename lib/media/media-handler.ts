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

/** Who sees a picture that nothing public shows yet. */
export type MediaDoors = {
  readonly find: FindPicture
  /** The token of the picture behind a preview's address; null when the address is none of a preview, or its link is closed. */
  readonly findPreviewed: (token: string) => Promise<string | null>
  readonly isColleague: (request: IncomingMessage) => Promise<boolean>
}

/** Answers `/media/…`, and says whether it did. */
export function mediaHandler({ find, findPreviewed, isColleague }: MediaDoors) {
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
    const type = contentTypes[rendition.format]
    try {
      if (rendition.token.startsWith('preview-')) {
        const token = await findPreviewed(rendition.token)
        const shown = token === null ? null : await findRendition({ ...rendition, token }, find)
        if (shown) send(request, response, shown, { ...kept.preview, 'content-type': type })
        else refuse(response, 404, { 'cache-control': 'no-store' })
        return true
      }
      const stored = await findRendition(rendition, find)
      // Not for long: the picture may be on its way here from another node.
      if (!stored) refuse(response, 404, { 'cache-control': 'public, max-age=10' })
      else if (stored.isPublic) send(request, response, stored, { ...kept.public, 'content-type': type })
      else if (await isColleague(request)) send(request, response, stored, { ...kept.desk, 'content-type': type })
      // As if there were none, and kept by nobody: it may be published in a second.
      else refuse(response, 404, { 'cache-control': 'no-store' })
    } catch (error) {
      console.error(`No answer for ${path}:`, error)
      refuse(response, 503, { 'cache-control': 'no-store', 'retry-after': '5' })
    }
    return true
  }
}

/** Who may keep a picture. What is not public yet is no other site's to show either. */
const kept = {
  public: { 'cache-control': 'public, max-age=31536000, immutable' },
  desk: { 'cache-control': 'private, no-cache', 'cross-origin-resource-policy': 'same-origin', vary: 'cookie' },
  preview: {
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
    'x-robots-tag': 'noindex',
  },
} as const

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { bytes, etag }: StoredRendition,
  own: Readonly<Record<string, string>>,
): void {
  const { 'content-type': contentType, ...kept } = own
  const headers = { ...harmless, ...kept, etag }
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
