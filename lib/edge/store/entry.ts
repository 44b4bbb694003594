import type { Lifetime } from '#lib/domain/site/route.ts'

/** A finished answer as it is kept and sent: everything but the date and the cache's own remark. */
export type Entry = {
  readonly key: string
  readonly status: number
  /** Names and values alternate, as `writeHead` takes them. */
  readonly headers: readonly string[]
  readonly hash: string
  bodies: Bodies
  readonly tags: ReadonlySet<string>
  readonly lifetime: Lifetime
  /** When its render began, in milliseconds since 1970; ahead of a clock that was set back, so that purges keep their order. */
  readonly renderedAt: number
  readonly freshUntil: number
  /** When what it shows changes though nothing is written (an alert ends), null where that is not known. */
  readonly changesAt: number | null
  /** Since when it is known to be out of date; null while it is not. */
  staleAt: number | null
  /** False for a copy from disk that may have missed a purge: sent only where rendering fails. */
  readonly isTrusted: boolean
  /** Answers that nobody may keep are sent once. */
  readonly isStorable: boolean
  /** Null: from the lifetime. */
  readonly cacheControl: string | null
  /** Misses and rare variants live in a corner of their own, in memory and on disk. */
  readonly isTail: boolean
  /** Sent since eviction last looked. */
  isUsed: boolean
  heads: Heads | null
}

/** Compressed both ways, or as they are where that gains nothing. */
export type Bodies =
  | { readonly kind: 'compressed'; readonly br: Buffer; readonly gzip: Buffer; readonly effort: Effort }
  | { readonly kind: 'plain'; readonly identity: Buffer }

/** `quick` is made while a reader waits, `best` afterwards. */
export type Effort = 'quick' | 'best'

/** Complete heads of hits, made again each second because they tell the time to live. */
export type Heads = { readonly second: number; br: readonly string[] | null; gzip: readonly string[] | null }

/** When it went, or will go, out of date. */
export function staleFrom(entry: Entry): number {
  return Math.min(entry.freshUntil, entry.staleAt ?? Number.POSITIVE_INFINITY)
}

/** Whether something did change, rather than could have. */
export function isKnownStale(entry: Entry, now: number): boolean {
  return entry.staleAt !== null || (entry.changesAt !== null && now >= entry.changesAt)
}

export function isFresh(entry: Entry, now: number): boolean {
  return now < entry.freshUntil && entry.staleAt === null
}

export function bytesOf(entry: Entry): number {
  const { bodies } = entry
  const body = bodies.kind === 'plain' ? bodies.identity.length : bodies.br.length + bodies.gzip.length
  let words = entry.key.length * 2
  for (const header of entry.headers) words += header.length
  for (const tag of entry.tags) words += tag.length + 100
  // Objects, index entries and the heads made for it: measured at about 1 KB with 20 headers.
  return body + words + 1024
}
