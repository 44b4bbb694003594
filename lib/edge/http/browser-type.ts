import type { Entry } from '../store/entry.ts'

/**
 * Feeds have types of their own, which Chromium shows as source text and Firefox saves to disk. A browser that asks for a page gets
 * the same bytes as XML, which every browser draws by the style sheet that the feed names.
 */
export const browserType = 'application/xml; charset=utf-8'

const feedType = /^application\/(?:rss|atom)\+xml/

export function isFeedType(type: string): boolean {
  return feedType.test(type)
}

/** Whether what is sent depends on who asks: headers begin with the type (lib/edge/render/make-entry.ts). */
export function hasBrowserType(entry: Pick<Entry, 'headers'>): boolean {
  return entry.headers[0] === 'Content-Type' && isFeedType(entry.headers[1] ?? '')
}

/** A program that reads feeds asks for those, or for anything; only a browser wants a page before all. */
export function wantsPage(accept: string | undefined): boolean {
  return accept !== undefined && /^\s*text\/html\s*[,;]/i.test(accept)
}

export function withBrowserType(head: readonly string[]): readonly string[] {
  return head.with(1, browserType)
}
