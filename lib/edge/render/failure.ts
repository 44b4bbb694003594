import { noStore } from '../http/cache-headers.ts'
import { contentHash } from '../http/entity-tag.ts'
import type { Entry } from '../store/entry.ts'
import { unkept } from './unkept-route.ts'

/** When not even the failure page can be rendered. */
export function lastResort(): Entry {
  const body = Buffer.from(
    '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      '<title>Temporarily unavailable</title><h1>Temporarily unavailable</h1>' +
      '<p>The page could not be made. Please try again in a minute.</p></html>',
  )
  return {
    key: '',
    status: 500,
    headers: ['Content-Type', 'text/html; charset=utf-8', 'Content-Security-Policy', "default-src 'none'"],
    hash: contentHash(body),
    bodies: { kind: 'plain', identity: body },
    tags: new Set(),
    lifetime: unkept,
    renderedAt: 0,
    freshUntil: 0,
    changesAt: null,
    staleAt: null,
    isTrusted: true,
    isStorable: false,
    cacheControl: noStore,
    isTail: true,
    isUsed: false,
    heads: null,
  }
}
