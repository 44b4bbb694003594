import type { Chrome, Edition } from '#lib/domain/edition.ts'
import type { Feed } from '#lib/feeds/feed.ts'
import type { FeedFrame } from '#lib/feeds/make-feed.ts'
import { aiWordsOf } from '#lib/i18n/ai-words.ts'
import { wordsOf } from '#lib/i18n/words.ts'

/** What stands at a feed's address. */
export type FeedAt =
  | { readonly kind: 'feed'; readonly feed: Feed }
  | { readonly kind: 'moved'; readonly location: string }
  | { readonly kind: 'missing' }

/** Articles in a feed: whole texts of so many are about what aggregators take at once. */
export const itemsPerFeed = 20

/** Everything that a feed of an edition says of itself but name, title and page. */
export type FeedBasis = Omit<FeedFrame, 'name' | 'title' | 'description' | 'page'> & { readonly chrome: Chrome }

/** An article is told in the words of its own edition: a feed of the site has several. */
export function itemSetting({ form }: FeedBasis, edition: Edition) {
  const words = wordsOf(edition)
  return { form, correctionWord: words('article.correction'), aiWords: aiWordsOf(words) }
}
