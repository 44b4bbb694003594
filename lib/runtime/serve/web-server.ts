import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export type Handlers = {
  /** `/media/…` */
  readonly media: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** `/health` */
  readonly health: (response: ServerResponse) => Promise<void>
  /** Everything else. */
  readonly site: (request: IncomingMessage, response: ServerResponse) => void
  readonly log: (message: string, error: unknown) => void
}

/**
 * Limits against slow and greedy clients. A head arrives within 10 s, a whole request within 5 minutes (an upload over a
 * poor line), and a connection on which nothing moves for 2 minutes ends. Kept-alive connections outlive those of the
 * usual load balancers (60 s), which would otherwise send a request into a closing one.
 */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
  requireHostHeader: true,
}
const idleSocketMs = 120_000

export function createWebServer({ media, health, site, log }: Handlers): Server {
  const server = createServer(limits, (request, response) => {
    const url = request.url ?? ''
    if (url.startsWith('/media/')) return guarded(media(request, response), request, response)
    if (url === '/health') return guarded(health(response), request, response)
    site(request, response)
  })
  server.setTimeout(idleSocketMs)
  return server

  function guarded(work: Promise<void>, request: IncomingMessage, response: ServerResponse): void {
    work.catch((error: unknown) => {
      log(`${request.method} ${request.url} failed`, error)
      if (!response.headersSent) response.writeHead(500, { 'Cache-Control': 'no-store' })
      response.end()
    })
  }
}
