import { promisify } from 'node:util'
import { brotliCompress, gunzip, gzip, constants as z } from 'node:zlib'
import type { Bodies, Effort } from './entry.ts'

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)
const gunzipAsync = promisify(gunzip)

const textTypes = /^(?:text\/|application\/(?:[a-z.-]+\+)?(?:json|xml|javascript|manifest\+json)|image\/svg\+xml)/

/** Below this the headers outweigh the gain. */
const leastBytes = 256

export function isCompressible(type: string, size: number): boolean {
  return size >= leastBytes && textTypes.test(type)
}

const brotliQuality = { quick: 5, best: 11 } as const
const gzipLevel = { quick: 6, best: 9 } as const

/** Runs in libuv's thread pool. */
export async function compress(body: Buffer, effort: Effort): Promise<Bodies> {
  const [br, zipped] = await Promise.all([
    brotliAsync(body, {
      params: {
        [z.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
        [z.BROTLI_PARAM_MODE]: z.BROTLI_MODE_TEXT,
        [z.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
    gzipAsync(body, { level: gzipLevel[effort] }),
  ])
  return { kind: 'compressed', br: unpooled(br), gzip: unpooled(zipped), effort }
}

/**
 * The same bytes in memory of their own. Node cuts buffers out of pools of 64 KB: kept for long, each of ours would keep a pool,
 * and a page of 8 KB cost eight times that.
 */
export function unpooled(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}

/** The bytes before compression: they are kept only compressed. */
export async function identityOf(bodies: Bodies): Promise<Buffer> {
  return bodies.kind === 'plain' ? bodies.identity : gunzipAsync(bodies.gzip)
}
