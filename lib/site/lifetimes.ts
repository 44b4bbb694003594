import type { Lifetime } from '#lib/domain/site/route.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/**
 * Pages are purged by tag, so `fresh` only bounds what a lost purge could do; `shared` bounds what a browser or a CDN
 * without tag purging shows after a change. A month of stale-if-error is a database outage nobody should ever see.
 */
const page: Lifetime = {
  fresh: 10 * minute,
  staleWhileRevalidate: day,
  staleIfError: 30 * day,
  shared: minute,
  isLongTail: false,
}

export const lifetimes = {
  front: { ...page, fresh: 5 * minute, shared: 30 },
  article: page,
  /** Blog or static page, topic, contributor, latest, corrections, archives. */
  list: { ...page, shared: 30 },
  /** Pages behind a cursor: older items hardly change, and every cursor is an entry. */
  paged: { ...page, staleIfError: 7 * day, isLongTail: true },
  /** Feeds, sitemaps: told to be new by hubs and pings, so a CDN may be no later than they are. */
  feed: { ...page, shared: 10 },
  search: { fresh: minute, staleWhileRevalidate: 10 * minute, staleIfError: day, shared: 30, isLongTail: true },
  /** Addresses of an earlier site: anybody can make one up, so what is kept of them is bounded. */
  old: { ...page, shared: 30, isLongTail: true },
  /** A 301 of today may be another tomorrow: the tag tells, not the clock. */
  permanent: page,
  /** Kept briefly: the same address may be published next. */
  missing: { fresh: minute, staleWhileRevalidate: minute, staleIfError: day, shared: 10, isLongTail: false },
} satisfies Record<string, Lifetime>
