import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { hostKind } from '#lib/site/hosts.ts'

/** Rewritten here over whatever came from outside: lib/auth/request/request.ts reads them. */
const names = { path: 'x-masthead-path', address: 'x-masthead-address', nonce: 'x-nonce' } as const

/**
 * Makes a request of the newsroom ready for Next: a policy with a nonce of its own, which Next reads from the request's header
 * and puts on its scripts, the address that asks, and where it asks. Requests of readers are left as they are.
 */
export function prepareAdminRequest(
  request: IncomingMessage,
  response: ServerResponse,
  options: { readonly dev: boolean; readonly isSecure: boolean },
): void {
  for (const name of Object.values(names)) delete request.headers[name]
  delete request.headers['content-security-policy']
  const url = request.url ?? ''
  // Our hub counts who asks; it answers with text alone.
  if (/^\/websub(?:\?|$)/.test(url)) request.headers[names.address] = addressOf(request)
  if (!/^\/(?:admin|api)(?:[/?]|$)/.test(url)) return
  const nonce = randomBytes(16).toString('base64')
  const policy = adminPolicy(nonce, options)
  request.headers['content-security-policy'] = policy
  request.headers[names.nonce] = nonce
  request.headers[names.path] = withoutInternals(url)
  request.headers[names.address] = addressOf(request)
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'SAMEORIGIN')
  // A link out of the newsroom does not say which unpublished article it stood in.
  response.setHeader('Referrer-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', 'browsing-topics=(), camera=(), geolocation=(), microphone=()')
  if (options.isSecure) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
}

/** At the newsroom's own host: no search engine keeps anything of it, and a server action comes from a page of that host alone. */
export function markAdminHost(request: IncomingMessage, response: ServerResponse, adminHost: string | null): void {
  if (adminHost === null || hostKind(request.headers.host, adminHost) !== 'newsroom') return
  // Next compares Origin with this before Host, and a client may write it.
  request.headers['x-forwarded-host'] = adminHost
  response.setHeader('X-Robots-Tag', 'noindex, nofollow')
}

/**
 * Scripts only by nonce and what those load. Style attributes are allowed: they can't run anything, and the editor sets the width
 * of a column with one. Development compiles in the page and speaks over a socket.
 */
function adminPolicy(nonce: string, { dev, isSecure }: { readonly dev: boolean; readonly isSecure: boolean }): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** Next marks requests for parts of a page by `_rsc`: that is no part of the place to come back to. */
function withoutInternals(url: string): string {
  const [path = '', query = ''] = url.split('?', 2)
  const kept = new URLSearchParams(query)
  kept.delete('_rsc')
  return kept.size > 0 ? `${path}?${kept}` : path
}

/**
 * Behind a proxy on this machine or network the last address it wrote counts, else the connection's own: what a client itself
 * writes into the header never does.
 */
function addressOf(request: IncomingMessage): string {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const forwarded = request.headers['x-forwarded-for']
  const last = (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded)?.split(',').at(-1)?.trim() ?? ''
  return isPrivate(peer) && isIP(last) ? last : peer || 'unknown'
}

function isPrivate(address: string): boolean {
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(address)
}
