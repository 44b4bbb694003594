import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

export type Captured = {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: Buffer
}

/** A request that no reader sent: what Next sees of a render, the same for everyone. */
export function internalRequest(path: string, siteUrl: URL): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  request.url = path
  request.httpVersion = '1.1'
  request.httpVersionMajor = 1
  request.httpVersionMinor = 1
  request.headers = {
    host: siteUrl.host,
    // Without one Next takes the reader for a browser with script and streams metadata into the body.
    'user-agent': 'Masthead',
    accept: 'text/html,*/*',
    'x-forwarded-host': siteUrl.host,
    'x-forwarded-proto': siteUrl.protocol.slice(0, -1),
  }
  request.complete = true
  request.push(null)
  return request
}

type Settle = { readonly done: (captured: Captured) => void; readonly failed: (error: Error) => void }

/** Collects what is written to it, up to `maxBytes`. */
export class CapturingResponse extends ServerResponse {
  readonly captured: Promise<Captured>
  private readonly settle: Settle
  private readonly maxBytes: number
  private readonly chunks: Buffer[] = []
  private size = 0

  constructor(request: IncomingMessage, maxBytes: number) {
    super(request)
    const { promise, resolve, reject } = Promise.withResolvers<Captured>()
    this.captured = promise
    this.settle = { done: resolve, failed: reject }
    this.maxBytes = maxBytes
    // A renderer that fails twice must not take the process with it.
    promise.catch(() => {})
  }

  /** Headers given here go past `getHeaders` in Node's own class, which is all we read. */
  override writeHead(status: number, ...rest: unknown[]): this {
    const headers = rest.find((part) => typeof part === 'object' && part !== null)
    if (headers) for (const [name, value] of headerPairs(headers)) this.setHeader(name, value)
    return super.writeHead(status)
  }

  override write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    if (!this.headersSent) this.writeHead(this.statusCode)
    this.collect(chunk, encoding)
    const done = typeof encoding === 'function' ? encoding : callback
    if (typeof done === 'function') process.nextTick(done)
    return true
  }

  override end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
    if (this.finished) return this
    if (!this.headersSent) this.writeHead(this.statusCode)
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.collect(chunk, encoding)
    this.finished = true
    this.settle.done({ status: this.statusCode, headers: this.getHeaders(), body: Buffer.concat(this.chunks) })
    const done = [chunk, encoding, callback].find((part) => typeof part === 'function')
    process.nextTick(() => {
      this.emit('finish')
      this.emit('close')
      if (typeof done === 'function') done()
    })
    return this
  }

  override destroy(error?: Error): this {
    if (!this.destroyed) {
      this.destroyed = true
      this.settle.failed(error ?? new Error('The render was cut off'))
      process.nextTick(() => this.emit('close'))
    }
    return this
  }

  private collect(chunk: unknown, encoding: unknown): void {
    const bytes =
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8')
        : Buffer.from(chunk as Uint8Array)
    this.size += bytes.length
    if (this.size > this.maxBytes) this.destroy(new Error(`The page is larger than ${this.maxBytes} bytes`))
    else this.chunks.push(bytes)
  }
}

function headerPairs(headers: object): readonly (readonly [string, string | number | readonly string[]])[] {
  if (!Array.isArray(headers)) return Object.entries(headers)
  if (Array.isArray(headers[0])) return headers
  return headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1]] as const] : []))
}
