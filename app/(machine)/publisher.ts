import type { Edition } from '#lib/domain/edition.ts'
import { env } from '#lib/env/env.ts'
import type { Publisher } from '#lib/feeds/ninjs.ts'
import { aiWordsOf } from '#lib/i18n/ai-words.ts'
import { wordsOf } from '#lib/i18n/words.ts'
import { policyPaths } from '#lib/site/policies.ts'
import { findChrome } from '#lib/store/pages/chrome.ts'

/** Who publishes an edition. */
export async function publisherOf(edition: Edition): Promise<Publisher> {
  const chrome = await findChrome(edition.key)
  if (!chrome) throw new Error(`There is no edition ${edition.key}`)
  return {
    origin: env().siteUrl,
    site: chrome.site,
    aiWords: aiWordsOf(wordsOf(edition)),
    principlesPath: policyPaths(chrome).principles,
  }
}
