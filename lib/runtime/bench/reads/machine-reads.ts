import type { Paging } from '#lib/domain/lists/listing.ts'
import { idsPerSitemap } from '#lib/domain/lists/sitemap.ts'
import type { Channel } from '#lib/domain/lists/syndicated.ts'
import { listNewsOfTwoDays, listSitemapArticles, listSitemapShards } from '#lib/store/feeds/sitemap.ts'
import { listSyndicated } from '#lib/store/feeds/syndicated.ts'
import { listWithdrawals } from '#lib/store/feeds/withdrawals.ts'

/** One read of the database and the most milliseconds that it may take (p99). */
export type MachineRead = {
  readonly name: string
  readonly most: number
  readonly rounds?: number
  readonly ask: (round: number) => Promise<unknown>
}

type Places = {
  readonly editionId: number
  readonly paging: (round: number) => Paging
  readonly blog: (round: number) => number
  readonly topic: (round: number) => number
  readonly contributor: (round: number) => number
  readonly largestId: number
}

/** Twenty whole texts, where a list has twenty cards. */
const feedMs = 40
const limit = 20

/** What feeds and sitemaps read, at random depths. */
export function machineReads({ editionId, paging, largestId, ...ids }: Places): readonly MachineRead[] {
  const feed = (name: string, channelOf: (round: number) => Channel): MachineRead => ({
    name: `feed of ${name}`,
    most: feedMs,
    ask: (round) => listSyndicated({ channel: channelOf(round), paging: paging(round), limit }),
  })
  const since = new Date(Date.now() - 30 * 86_400_000)
  return [
    feed('an edition', () => ({ kind: 'edition', editionId })),
    feed('a blog', (round) => ({ kind: 'blog', blogId: ids.blog(round) })),
    feed('a topic', (round) => ({ kind: 'topic', topicId: ids.topic(round) })),
    feed('a contributor', (round) => ({ kind: 'contributor', contributorId: ids.contributor(round) })),
    feed('the site', () => ({ kind: 'site' })),
    {
      ...{ name: 'withdrawals of an edition', most: 20 },
      ask: () => listWithdrawals({ channel: { kind: 'edition', editionId }, since, limit }),
    },
    { name: 'list of sitemaps', most: 50, rounds: 100, ask: () => listSitemapShards() },
    {
      ...{ name: `sitemap of ${idsPerSitemap} ids`, most: 400, rounds: 30 },
      ask: (round) => listSitemapArticles(Math.floor(((round * 7919) % largestId) / idsPerSitemap)),
    },
    { name: 'sitemap of the news', most: 200, rounds: 30, ask: () => listNewsOfTwoDays(new Date()) },
  ]
}
