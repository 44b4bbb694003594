import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP } from 'node:net'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { lookupPublic, PrivateAddressError } from './lookup-public.ts'
import { isPublicAddress } from './public-address.ts'

export type Outgoing = {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly timeoutMs: number
  /** Of the answer's body; what is longer is cut there. */
  readonly mostBytes: number
  /** Targets on the operator's own network: only where the operator said so (PRIVATE_TARGETS). */
  readonly mayBePrivate: boolean
}

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
  readonly body: string
  /** It was longer than was asked for. */
  readonly isCut: boolean
}

/** Why nothing was answered; `detail` is for a log. */
export type NoAnswer = {
  readonly kind: 'bad-address' | 'private-address' | 'no-connection' | 'too-slow'
  readonly detail: string
}

/**
 * One request to another host. The address is looked up once, and what was checked is what is connected to: a name that answers
 * differently the second time (DNS rebinding) gains nothing. Redirects are not followed: they are answers like any other.
 */
export async function send(outgoing: Outgoing): Promise<Result<Answer, NoAnswer>> {
  const url = URL.parse(outgoing.url)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return refuse({ kind: 'bad-address', detail: 'not an http(s) address' })
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A literal address is connected to without being looked up.
  if (isIP(host) && !outgoing.mayBePrivate && !isPublicAddress(host))
    return refuse({ kind: 'private-address', detail: host })
  return exchange(url, outgoing)
}

function exchange(url: URL, outgoing: Outgoing): Promise<Result<Answer, NoAnswer>> {
  const { method, headers = {}, body, timeoutMs, mostBytes, mayBePrivate } = outgoing
  const { promise, resolve: answer } = Promise.withResolvers<Result<Answer, NoAnswer>>()
  const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, {
    method,
    headers: { 'User-Agent': 'Masthead', ...headers, ...(body ? { 'Content-Length': Buffer.byteLength(body) } : {}) },
    lookup: mayBePrivate ? undefined : lookupPublic(),
    signal: AbortSignal.timeout(timeoutMs),
    agent: false,
  })
  request.once('error', (error) => answer(refuse(noAnswerOf(error))))
  // Without an error, and nothing answered: a target that wants to speak another protocol (101) ends so.
  request.once('close', () => answer(refuse({ kind: 'no-connection', detail: 'closed' })))
  request.once('response', (response) => {
    const parts: Buffer[] = []
    let size = 0
    const end = () => {
      const bytes = Buffer.concat(parts).subarray(0, mostBytes)
      const [status, headers, isCut] = [response.statusCode ?? 0, plainHeaders(response.headers), size > mostBytes]
      answer(ok({ status, headers, bytes, body: bytes.toString('utf8'), isCut }))
    }
    response.on('data', (part: Buffer) => {
      parts.push(part)
      size += part.length
      if (size <= mostBytes) return
      end()
      request.destroy()
    })
    response.once('end', end)
    response.once('error', (error) => answer(refuse(noAnswerOf(error))))
  })
  request.end(body)
  return promise
}

function noAnswerOf(error: Error): NoAnswer {
  if (error instanceof PrivateAddressError) return { kind: 'private-address', detail: error.message }
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return { kind: 'too-slow', detail: error.message }
  return { kind: 'no-connection', detail: 'code' in error ? String(error.code) : error.message }
}

function plainHeaders(headers: NodeJS.Dict<string | string[]>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
}
