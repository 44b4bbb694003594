import type { NewsEventKind } from './news-event.ts'

/** Ways by which other programs hear of changes. */
export const channels = ['webhook', 'hub_ping', 'hub_verify', 'hub_content', 'index_now'] as const

export type Channel = (typeof channels)[number]

/** The article of an event, as anyone may see it: of what is gone only where it stood. */
export type EventArticle = {
  readonly id: number
  /** The address that stays for ever. */
  readonly permanentUrl: string
  readonly url: string
  readonly language: string
  /** Null when it is gone. */
  readonly headline: string | null
  readonly publishedAt: string
  readonly changedAt: string
}

/** What a webhook gets, in the shape of Standard Webhooks: `type`, `timestamp`, `data`. */
export type WebhookEvent = {
  readonly type: NewsEventKind | 'test'
  readonly timestamp: string
  readonly data: { readonly article: EventArticle | null }
}

/** What one delivery carries, by its channel. */
export type Cargo =
  | { readonly channel: 'webhook'; readonly event: WebhookEvent }
  | { readonly channel: 'hub_ping'; readonly topics: readonly string[] }
  | {
      readonly channel: 'hub_verify'
      readonly mode: 'subscribe' | 'unsubscribe'
      readonly topic: string
      readonly leaseSeconds: number
      readonly secret: string | null
    }
  | { readonly channel: 'hub_content'; readonly topic: string; readonly changedAt: string }
  | { readonly channel: 'index_now'; readonly urls: readonly string[] }

export type DeliveryState = 'waiting' | 'delivered' | 'given-up'

/** How telling of one change went in one channel. What neither was delivered nor waits was given up. */
export type Receipt = {
  readonly channel: Channel
  readonly count: number
  readonly delivered: number
  readonly waiting: number
  readonly last: Date | null
}
