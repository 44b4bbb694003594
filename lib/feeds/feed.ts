import type { Byline } from '#lib/domain/article.ts'
import type { Direction } from '#lib/domain/edition.ts'
import type { FeedForm, FeedFormat } from '#lib/site/feeds/feed-urls.ts'

/** A page of a feed, before it is written in a format. All addresses are absolute. */
export type Feed = {
  /** For ever the same, whatever becomes of its address. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly locale: string
  readonly direction: Direction
  readonly publisher: string
  readonly form: FeedForm
  /** The page that readers see. */
  readonly pageUrl: string
  readonly logoUrl: string
  readonly styleUrl: string
  /** What a person is told who opens it in a browser. */
  readonly explanation: string
  /** WebSub hubs that tell of changes; none of a page that no hub tells of. */
  readonly hubs: readonly string[]
  /** Pages of a feed that is longer than one (RFC 5005, section 3), as addresses in each format. */
  readonly urls: {
    readonly self: InFormats
    readonly first: InFormats
    readonly older: InFormats | null
    readonly newer: InFormats | null
  }
  readonly items: readonly FeedItem[]
  readonly removed: readonly RemovedItem[]
  /** When anything last left what this is a page of, without being told on it: the page is shorter since, and no item says so. */
  readonly leftAt: Date | null
}

export type InFormats = Readonly<Record<FeedFormat, string>>

export type FeedItem = {
  readonly id: string
  readonly url: string
  readonly title: string
  /** Plain text. */
  readonly summary: string
  /** The whole text as HTML; null in a feed of standfirsts. */
  readonly html: string | null
  readonly publishedAt: Date
  readonly updatedAt: Date
  readonly locale: string
  readonly authors: readonly FeedAuthor[]
  readonly topics: readonly string[]
  readonly picture: FeedPicture | null
  /** What was wrong, in public words: a reader may want to be told. */
  readonly corrections: readonly { readonly text: string; readonly at: Date }[]
}

export type FeedAuthor = Pick<Byline, 'name' | 'kind'> & { readonly url: string }

export type FeedPicture = {
  readonly url: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly caption: string
  readonly credit: string
}

/** An article that was in the feed and has left the public: whoever keeps a copy is asked to drop it. */
export type RemovedItem = {
  readonly id: string
  /** The permanent address, which answers 410 with the notice. */
  readonly url: string
  readonly title: string
  readonly notice: string
  readonly locale: string
  readonly publishedAt: Date
  readonly removedAt: Date
}

/** When anything in it last changed. An empty feed has not changed since there have been clocks. */
export function updatedAt(feed: Feed): Date {
  const times = [...feed.items.map((item) => item.updatedAt), ...feed.removed.map((item) => item.removedAt)]
  return new Date(Math.max(0, ...times.map((time) => time.getTime())))
}

/** When what this page of a feed says last changed, as far as its items know; null for one that has none. Never later than now. */
export function lastModified(feed: Feed, now: Date): Date | null {
  const newest = Math.max(updatedAt(feed).getTime(), feed.leftAt?.getTime() ?? 0)
  return newest > 0 ? new Date(Math.min(newest, now.getTime())) : null
}
