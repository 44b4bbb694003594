import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { hashToken } from '#lib/auth/links/token.ts'
import { clientKey } from '#lib/auth/request/request.ts'
import type { Reach } from '#lib/domain/api/reach.ts'
import { readKey } from '#lib/input/machine/api-query.ts'
import { findApiKey } from '#lib/store/keys/api-keys.ts'
import { countAttempt } from '#lib/store/people/attempts.ts'

/** What a call is answered with, before it is bytes. */
export type ApiAnswer =
  | { readonly kind: 'found'; readonly body: object; readonly next?: string }
  | { readonly kind: 'gone'; readonly body: object }
  | { readonly kind: 'problem'; readonly status: 400 | 403 | 404; readonly title: string; readonly detail?: string }

export type Call<Query> = { readonly query: Query; readonly reach: Reach }

const windowMs = 60_000
/** A minute's calls. Without a key an address may stand for a whole office; a partner reads an archive in hours. */
export const callsInMinute = { address: 120, key: 600 } as const

const shared = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset',
  'X-Content-Type-Options': 'nosniff',
} as const

/** Counts, asks for the key, reads the query, and answers as JSON with an ETag. Errors are RFC 9457. */
export async function answerCall<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  handle: (call: Call<z.output<Schema>>) => Promise<ApiAnswer>,
): Promise<Response> {
  const now = new Date()
  const token = readKey(request.headers.get('authorization'))
  const key = token ? await findApiKey(hashToken(token), now) : null
  // A wrong key counts against the address: guessing is no cheaper than asking without one.
  const who = key ? `key:${key.id}` : `address:${await clientKey()}`
  const limit = key ? callsInMinute.key : callsInMinute.address
  const { count, windowEndsAt } = await countAttempt({ key: `api:${who}`, windowMs, now })
  const seconds = Math.max(1, Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000))
  const limits = {
    'RateLimit-Limit': String(limit),
    'RateLimit-Remaining': String(Math.max(0, limit - count)),
    'RateLimit-Reset': String(seconds),
  }
  if (count > limit)
    return problem(429, 'Too many calls', `At most ${limit} in a minute.`, {
      ...limits,
      'Retry-After': String(seconds),
    })
  if (token !== null && !key)
    return problem(401, 'This key opens nothing', 'It is not one of ours, or it was revoked.', {
      ...limits,
      'WWW-Authenticate': 'Bearer error="invalid_token"',
    })
  const query = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) return problem(400, 'The query is wrong', whatIsWrong(query.error), limits)
  const answer = await handle({ query: query.data, reach: key?.reach ?? { kind: 'site' } })
  if (answer.kind === 'problem') return problem(answer.status, answer.title, answer.detail, limits)
  return reply(request, answer, { ...limits, Vary: 'Authorization', 'Cache-Control': 'private, no-cache' })
}

/** Browsers ask first whether a page of another site may send a key. */
export function allowCall(): Response {
  const headers = {
    ...shared,
    Allow: 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Headers': 'Authorization, If-None-Match',
    'Access-Control-Max-Age': '86400',
  }
  return new Response(null, { status: 204, headers })
}

function reply(
  request: Request,
  answer: Exclude<ApiAnswer, { kind: 'problem' }>,
  headers: Readonly<Record<string, string>>,
): Response {
  const body = JSON.stringify(answer.body)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const all = {
    ...shared,
    ...headers,
    ETag: etag,
    ...(answer.kind === 'found' && answer.next && { Link: `<${answer.next}>; rel="next"` }),
  }
  const known = request.headers.get('if-none-match')
  const isKnown = known?.split(',').some((tag) => [etag, `W/${etag}`, '*'].includes(tag.trim()))
  if (isKnown && answer.kind === 'found') return new Response(null, { status: 304, headers: all })
  const status = answer.kind === 'gone' ? 410 : 200
  return new Response(body, { status, headers: { ...all, 'Content-Type': 'application/json; charset=utf-8' } })
}

function problem(
  status: number,
  title: string,
  detail: string | undefined,
  headers: Readonly<Record<string, string>>,
): Response {
  const type = { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' }
  const body = JSON.stringify({ type: 'about:blank', title, status, ...(detail && { detail }) })
  return new Response(body, { status, headers: { ...shared, ...headers, ...type } })
}

function whatIsWrong(error: z.ZodError): string {
  return error.issues
    .map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `${issue.keys.join(', ')}: unknown`
        : `${issue.path.join('.')} ${issue.message}`,
    )
    .join('; ')
}
