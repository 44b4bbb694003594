import { crc32 } from 'node:zlib'
import type { Lifetime } from '#lib/domain/site/route.ts'
import type { Bodies, Effort, Entry } from './entry.ts'

/** A stored copy as a file: magic, length of the header, header as JSON, bodies one after the other. */
const magic = Buffer.from('MASTHEAD1\n')
const prefixBytes = magic.length + 4

export type SpillHeader = {
  readonly key: string
  readonly buildId: string
  readonly status: number
  readonly headers: readonly string[]
  readonly hash: string
  readonly tags: readonly string[]
  readonly lifetime: Lifetime
  readonly renderedAt: number
  readonly freshUntil: number
  readonly changesAt: number | null
  readonly staleAt: number | null
  readonly effort: Effort | null
  readonly lengths: readonly number[]
  readonly checksum: number
}

export function encodeSpill(entry: Entry, buildId: string): readonly Buffer[] {
  const { bodies } = entry
  const parts = bodies.kind === 'plain' ? [bodies.identity] : [bodies.br, bodies.gzip]
  const header: SpillHeader = {
    key: entry.key,
    buildId,
    status: entry.status,
    headers: entry.headers,
    hash: entry.hash,
    tags: [...entry.tags],
    lifetime: entry.lifetime,
    renderedAt: entry.renderedAt,
    freshUntil: entry.freshUntil,
    changesAt: entry.changesAt,
    staleAt: entry.staleAt,
    effort: bodies.kind === 'plain' ? null : bodies.effort,
    lengths: parts.map((part) => part.length),
    checksum: checksumOf(parts),
  }
  const text = Buffer.from(JSON.stringify(header))
  const prefix = Buffer.alloc(prefixBytes)
  magic.copy(prefix)
  prefix.writeUInt32BE(text.length, magic.length)
  return [prefix, text, ...parts]
}

/** Null for anything but a whole file of ours. */
export function decodeSpill(file: Buffer): { readonly header: SpillHeader; readonly bodies: Bodies } | null {
  const header = decodeSpillHeader(file)
  if (!header) return null
  const parts: Buffer[] = []
  let at = prefixBytes + file.readUInt32BE(magic.length)
  for (const length of header.lengths) {
    parts.push(file.subarray(at, at + length))
    at += length
  }
  const [first, second] = parts
  if (!first || at !== file.length || checksumOf(parts) !== header.checksum) return null
  if (!header.effort || !second) return { header, bodies: { kind: 'plain', identity: first } }
  return { header, bodies: { kind: 'compressed', br: first, gzip: second, effort: header.effort } }
}

/** Of a file, or of its beginning when that holds the whole header. */
export function decodeSpillHeader(start: Buffer): SpillHeader | null {
  if (start.length < prefixBytes || !start.subarray(0, magic.length).equals(magic)) return null
  const end = prefixBytes + start.readUInt32BE(magic.length)
  if (end > start.length) return null
  try {
    const header: unknown = JSON.parse(start.toString('utf8', prefixBytes, end))
    return isHeader(header) ? header : null
  } catch {
    return null
  }
}

/** The checksum covers the bodies; what else we wrote, JSON and these few looks keep honest. */
function isHeader(value: unknown): value is SpillHeader {
  const header = value as Partial<SpillHeader> | null
  return (
    typeof header?.key === 'string' &&
    typeof header.status === 'number' &&
    typeof header.renderedAt === 'number' &&
    typeof header.freshUntil === 'number' &&
    typeof header.lifetime === 'object' &&
    Array.isArray(header.headers) &&
    Array.isArray(header.tags) &&
    Array.isArray(header.lengths)
  )
}

function checksumOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), 0)
}
