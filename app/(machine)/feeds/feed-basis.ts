import type { Chrome, Edition } from '#lib/domain/edition.ts'
import type { Feed } from '#lib/feeds/feed.ts'
import type { FeedFrame } from '#lib/feeds/make-feed.ts'
import { aiWordsOf } from '#lib/i18n/ai-words.ts'
import { wordsOf } from '#lib/i18n/words.ts'
import { listWithdrawals } from '#lib/store/feeds/withdrawals.ts'
import { toldSince } from '../told-since.ts'

/** What stands at a feed's address. */
export type FeedAt =
  | { readonly kind: 'feed'; readonly feed: Feed }
  | { readonly kind: 'moved'; readonly location: string }
  | { readonly kind: 'missing' }

/** Articles in a feed: whole texts of so many are about what aggregators take at once. */
export const itemsPerFeed = 20

/** When an article last left an edition: whatever it was in is shorter since. */
export async function findLastLeft(editionId: number): Promise<Date | null> {
  const channel = { kind: 'edition', editionId } as const
  const [newest] = await listWithdrawals({ channel, since: toldSince(new Date()), limit: 1 })
  return newest?.withdrawnAt ?? null
}

/** Everything that a feed of an edition says of itself but name, title and page. */
export type FeedBasis = Omit<FeedFrame, 'name' | 'title' | 'description' | 'page'> & { readonly chrome: Chrome }

/** An article is told in the words of its own edition: a feed of the site has several. */
export function itemSetting({ form }: FeedBasis, edition: Edition) {
  const words = wordsOf(edition)
  return { form, correctionWord: words('article.correction'), aiWords: aiWordsOf(words) }
}
