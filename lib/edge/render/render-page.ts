import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { newScope, type RenderScope, type Reply, slot } from '#lib/env/slot.ts'
import type { Renderer } from '../contract.ts'
import { CapturingResponse, internalRequest } from './capture.ts'

/** What one render said, before it is cleaned and compressed. */
export type Rendered = {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
  readonly tags: ReadonlySet<string>
  /** When it began, by the clock. */
  readonly startedAt: number
  /** When it began, in the order of purges: whatever was written later it may have missed. */
  readonly renderedAt: number
  readonly freshUntil: number | null
}

export type RenderOptions = {
  readonly render: Renderer
  readonly siteUrl: URL
  readonly now: () => number
  /** The same in the order of purges (lib/edge/store/purge-clock.ts). */
  readonly renderTime: () => number
  readonly timeoutMs: number
  readonly maxBytes: number
  /** Of the one person that the page is for; pages for everyone see none. */
  readonly cookie?: string | undefined
}

/** Renders `path` once. Throws when the page failed, was cut off, or took too long. */
export async function renderPage(path: string, options: RenderOptions): Promise<Rendered> {
  const startedAt = options.now()
  const renderedAt = options.renderTime()
  const scope = newScope()
  const request = internalRequest(path, options.siteUrl)
  if (options.cookie !== undefined) request.headers.cookie = options.cookie
  const response = new CapturingResponse(request, options.maxBytes)
  const timer = setTimeout(
    () => response.destroy(new Error(`No page within ${options.timeoutMs} ms`)),
    options.timeoutMs,
  )
  try {
    slot.renders.run(scope, () => {
      options.render(request, response).catch((error: unknown) => response.destroy(asError(error)))
    })
    const { status, headers, body } = await response.captured
    if (status >= 500) throw new Error(`The renderer answered ${status} for ${path}`)
    if (isBrokenHtml(headers, body)) throw new Error(`The page ${path} is not whole`)
    return {
      ...replied({ path, status, headers, scope }),
      body,
      tags: scope.tags,
      startedAt,
      renderedAt,
      freshUntil: scope.freshUntil?.getTime() ?? null,
    }
  } finally {
    clearTimeout(timer)
    request.destroy()
  }
}

/** Statuses that Next has no word for (docs/contracts.md). */
const statuses = {
  ...{ moved: 301, unprefixed: 301 },
  ...{ gone: 410, missing: 404, 'bad-request': 400, unsupported: 501, unavailable: 503 },
} satisfies Record<Reply['kind'], number>

/**
 * Lets the renderer answer a request of the newsroom or of a program as it came. What nothing stands at there ends in a reader page that
 * says so: it says it in its status too, which no cache in front of it sets.
 */
export async function renderPassed(render: Renderer, { request, response, methods }: Passed): Promise<void> {
  const scope = newScope()
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status === 405 && methods !== null && !response.hasHeader('Allow')) response.setHeader('Allow', methods)
    return writeHead(scope.reply?.kind === 'missing' ? statuses.missing : status, ...rest)
  }
  await slot.renders.run(scope, () => render(request, response))
}

type Passed = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** What may be asked there. */
  readonly methods: string | null
}

function replied({ path, status, headers, scope }: Answered) {
  const { reply } = scope
  if (!reply) return { status, headers }
  switch (reply.kind) {
    case 'moved':
      return { status: statuses.moved, headers: { ...headers, location: reply.location } }
    case 'unprefixed':
      return { status: statuses.unprefixed, headers: { ...headers, location: withoutPrefix(path) } }
    default:
      return { status: statuses[reply.kind], headers }
  }
}

/** `/en/latest?before=…` → `/latest?before=…`, `/en` → `/`. */
function withoutPrefix(path: string): string {
  const rest = path.replace(/^\/[^/?]*/, '')
  return rest.startsWith('/') ? rest : `/${rest}`
}

type Answered = {
  readonly path: string
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly scope: RenderScope
}

/** A failure after the first bytes keeps its 200: React then leaves a hole for the browser's script to fill. */
function isBrokenHtml(headers: OutgoingHttpHeaders, body: Buffer): boolean {
  if (!String(headers['content-type'] ?? '').startsWith('text/html') || body.length === 0) return false
  return !body.subarray(-64).includes('</html>') || body.includes('<template data-dgst')
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
