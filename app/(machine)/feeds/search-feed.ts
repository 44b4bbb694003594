import { articleItem, makeFeed } from '#lib/feeds/make-feed.ts'
import { wordsOf } from '#lib/i18n/words.ts'
import type { Query } from '#lib/input/paging.ts'
import { parseSearchForm } from '#lib/input/search-form.ts'
import { searchPath } from '#lib/site/urls.ts'
import { findSyndicated } from '#lib/store/feeds/syndicated.ts'
import { search } from '#lib/store/search/search.ts'
import { type FeedAt, type FeedBasis, findLastLeft, itemSetting, itemsPerFeed } from './feed-basis.ts'

/** Articles that a search finds, the newest first. Without a question there is nothing to follow. */
export async function searchFeed(basis: FeedBasis, query: Query): Promise<FeedAt> {
  const { edition } = basis.chrome
  const words = wordsOf(edition)
  const question = { ...parseSearchForm(query), order: 'newest' } as const
  const { text, blogSlug, from, to, page } = question
  if (!text) return { kind: 'missing' }
  const answer = await search({ edition, question, limit: itemsPerFeed })
  const found = await findSyndicated(answer.hits.map((hit) => hit.card.id))
  const given = { q: text, ...(blogSlug && { blog: blogSlug }), ...(from && { from }), ...(to && { to }) }
  const at = (number: number) => ({
    page: searchPath(edition, { ...given, ...(number > 1 && { page: String(number) }) }),
    paging: null,
  })
  const feed = makeFeed(
    {
      ...basis,
      name: `search/${edition.id}?${new URLSearchParams(given)}`,
      title: `${words('search.titleOf', { text })} · ${edition.name}`,
      description: words('search.titleOf', { text }),
      page: searchPath(edition, { ...given, order: 'newest' }),
    },
    {
      pages: {
        self: at(page),
        first: at(1),
        older: answer.hasNext ? at(page + 1) : null,
        newer: page > 1 ? at(page - 1) : null,
      },
      items: found.map((item) => articleItem(basis.origin, item, itemSetting(basis, item.edition))),
      removed: [],
      leftAt: await findLastLeft(edition.id),
    },
  )
  return { kind: 'feed', feed }
}
