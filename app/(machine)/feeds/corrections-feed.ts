import type { Feed } from '#lib/feeds/feed.ts'
import { correctionItem, makeFeed, pagesByCursor } from '#lib/feeds/make-feed.ts'
import { wordsOf } from '#lib/i18n/words.ts'
import { parsePaging, type Query } from '#lib/input/paging.ts'
import { correctionsPath } from '#lib/site/urls.ts'
import { listCorrections } from '#lib/store/pages/corrections.ts'
import { type FeedBasis, findLastLeft, itemsPerFeed } from './feed-basis.ts'

/** What an edition got wrong, and what is right. */
export async function correctionsFeed(basis: FeedBasis, query: Query): Promise<Feed> {
  const { edition, site } = basis.chrome
  const words = wordsOf(edition)
  const paging = parsePaging(query)
  const page = correctionsPath(edition)
  const list = await listCorrections({ editionId: edition.id, paging, limit: itemsPerFeed })
  return makeFeed(
    {
      ...basis,
      name: `corrections/${edition.id}`,
      title: `${words('corrections.title')} · ${edition.name}`,
      description: words('corrections.description', { site: site.name }),
      page,
    },
    {
      pages: pagesByCursor(page, paging, list),
      items: list.items.map((correction) => correctionItem({ ...basis, edition }, correction)),
      removed: [],
      leftAt: await findLastLeft(edition.id),
    },
  )
}
