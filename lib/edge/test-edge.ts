import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Lifetime, Route } from '#lib/domain/site/route.ts'
import type { EdgeOptions } from './contract.ts'
import { createEdge } from './edge.ts'

/** An edge behind a real HTTP server, for tests. */

export const lifetime: Lifetime = {
  fresh: 600,
  staleWhileRevalidate: 3600,
  staleIfError: 86_400,
  shared: 60,
  isLongTail: false,
}

export function page(html: string): string {
  return `<!DOCTYPE html><html lang="en"><head><title>t</title></head><body>${html}</body></html>`
}

export function routeOf(url: string): Route {
  const path = url.split('?', 1)[0] ?? ''
  if (path.startsWith('/admin')) return { kind: 'pass', methods: 'OPTIONS, POST' }
  if (path.startsWith('/preview')) return { kind: 'private', path }
  if (path !== '/' && path.endsWith('/')) return { kind: 'redirect', location: path.slice(0, -1) }
  return { kind: 'page', key: path, path: `/_${path}`, lifetime, edition: '_' }
}

/** A renderer by path, as Next would be: what it names and writes is the test's. */
export type Pages = Record<string, (response: ServerResponse, request: IncomingMessage) => void | Promise<void>>

export const renderer =
  (pages: Pages): EdgeOptions['render'] =>
  async (request, response) => {
    const show = pages[request.url ?? '']
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    if (!show) {
      response.statusCode = 404
      response.end(page('nothing here'))
      return
    }
    await show(response, request)
  }

export type Reply = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As sent. */
  readonly bytes: Buffer
  readonly text: string
}

type Options = Partial<EdgeOptions> & Pick<EdgeOptions, 'render'> & { readonly hasFastLane?: boolean }

export async function startEdge({ hasFastLane, ...options }: Options) {
  const edge = createEdge({
    route: routeOf,
    hasPages: () => true,
    siteUrl: 'https://news.example',
    hosts: [],
    spillDir: null,
    spillBytes: 100_000_000,
    memoryBytes: 10_000_000,
    buildId: 'build',
    files: null,
    dev: false,
    failurePath: () => '/_/failure',
    tagHeader: null,
    log: () => {},
    now: Date.now,
    ...options,
  })
  const server = createServer(edge.handle)
  if (hasFastLane) edge.openFastLane(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  // A test that fails half-way must end, not wait for connections for ever.
  server.unref()

  function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
    const { promise, resolve, reject } = Promise.withResolvers<Reply>()
    const call = request(
      { port, host: '127.0.0.1', path, method, headers: { connection: 'keep-alive', ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const bytes = Buffer.concat(chunks)
          const text = bytes.length > 0 ? decoded(bytes, response.headers['content-encoding']) : ''
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text })
        })
      },
    )
    call.on('error', reject)
    call.end()
    return promise
  }

  return {
    edge,
    get,
    close: async () => {
      await edge.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Asks again until `isDone`; what happens in the background has no event a reader could wait for. */
export async function eventually<T>(ask: () => Promise<T>, isDone: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 60_000
  for (;;) {
    const answer = await ask()
    if (isDone(answer)) return answer
    if (Date.now() > end) throw new Error(`Still waiting; last answer: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function decoded(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === 'br') return brotliDecompressSync(bytes).toString()
  if (encoding === 'gzip') return gunzipSync(bytes).toString()
  return bytes.toString()
}
