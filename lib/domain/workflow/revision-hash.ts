import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/**
 * The link of one row to the row before: sha256, hex, over the canonical JSON of what it says and the hash before. Nobody can
 * change an old row without changing every later one.
 */
export function chainHash(content: unknown, previousHash: string | null): string {
  return createHash('sha256').update(canonicalJson({ content, previousHash })).digest('hex')
}
