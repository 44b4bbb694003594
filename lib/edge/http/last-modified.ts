import type { IncomingHttpHeaders } from 'node:http'
import type { Entry } from '../store/entry.ts'

/** What a page says of its last change, in whole seconds as HTTP counts them; null for one that says nothing. */
export function lastModifiedOf({ headers }: Pick<Entry, 'headers'>): string | null {
  const at = headers.indexOf('Last-Modified')
  return at < 0 ? null : (headers[at + 1] ?? null)
}

/** Whether this client's copy is no older than what there is (RFC 9110, 13.1.3): asked only where no If-None-Match says it better. */
export function isUnmodified(headers: IncomingHttpHeaders, entry: Entry): boolean {
  if (headers['if-none-match'] !== undefined || entry.status !== 200) return false
  const known = Date.parse(headers['if-modified-since'] ?? '')
  const changed = Date.parse(lastModifiedOf(entry) ?? '')
  // What is no date compares as false with everything.
  return changed <= known
}

/**
 * A page that says something else than before has changed since, whatever the newest time on it: another name of a blog, an article that
 * went elsewhere. Whoever holds the former one must not be told that it still stands, so the time of this render counts then.
 */
export function movedOn(entry: Entry, former: Entry | undefined): Entry {
  const [is, was] = [lastModifiedOf(entry), former ? lastModifiedOf(former) : null]
  if (is === null || was === null || Date.parse(is) > Date.parse(was)) return entry
  if (entry.hash === former?.hash) return withLastModified(entry, was)
  const rendered = new Date(entry.renderedAt).toUTCString()
  // Within one second nobody could tell the two apart.
  return withLastModified(entry, Date.parse(rendered) > Date.parse(was) ? rendered : null)
}

function withLastModified(entry: Entry, value: string | null): Entry {
  const at = entry.headers.indexOf('Last-Modified')
  const kept = [...entry.headers.slice(0, at), ...entry.headers.slice(at + 2)]
  return { ...entry, headers: value === null ? kept : [...kept, 'Last-Modified', value] }
}
