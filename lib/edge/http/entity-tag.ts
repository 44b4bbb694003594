import { createHash } from 'node:crypto'

/**
 * Strong validators: one per content and coding. All tags of one content share its hash, so a reader who holds another
 * coding of the same bytes, or one compressed with another effort, still gets a 304.
 */
export function contentHash(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 20)
}

export function entityTag(hash: string, coding: string): string {
  return `"${hash}-${coding}"`
}

/** The tag in If-None-Match that names this content (weak comparison, RFC 9110 8.8.3.2), else null; `*` is any. */
export function matchingTag(ifNoneMatch: string, hash: string): string | null {
  if (ifNoneMatch.trim() === '*') return '*'
  if (!ifNoneMatch.includes(hash)) return null
  for (const [, tag, coding] of ifNoneMatch.matchAll(/(?:W\/)?("[^"]*-([a-z0-9]+)")/g)) {
    if (tag && coding && tag === entityTag(hash, coding)) return tag
  }
  return null
}
