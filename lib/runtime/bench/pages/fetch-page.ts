import { type Agent, get, type IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export type FetchedPage = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As sent. */
  readonly bytes: Buffer
  readonly text: () => string
}

export type FetchOptions = {
  readonly encoding?: 'br' | 'gzip'
  readonly agent?: Agent
  /** An ETag: what has it still is not sent again (304). */
  readonly known?: string
}

/** One page over HTTP, its bytes as they came. */
export function fetchPage(url: string, { encoding = 'br', agent, known }: FetchOptions = {}): Promise<FetchedPage> {
  const { promise, resolve, reject } = Promise.withResolvers<FetchedPage>()
  const headers = { 'Accept-Encoding': encoding, Connection: 'keep-alive', ...(known && { 'If-None-Match': known }) }
  get(url, { headers, agent }, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () => {
      const bytes = Buffer.concat(chunks)
      const { headers } = response
      resolve({ status: response.statusCode ?? 0, headers, bytes, text: () => unpack(bytes, headers) })
    })
  }).on('error', reject)
  return promise
}

function unpack(bytes: Buffer, headers: IncomingHttpHeaders): string {
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(bytes).toString()
  if (headers['content-encoding'] === 'gzip') return gunzipSync(bytes).toString()
  return bytes.toString()
}
