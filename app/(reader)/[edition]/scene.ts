import { cache } from 'react'
import type { Setting } from '#components/reader/setting.ts'
import type { Chrome } from '#lib/domain/edition.ts'
import { env } from '#lib/env/env.ts'
import { setReply } from '#lib/env/slot.ts'
import { wordsOf } from '#lib/i18n/words.ts'
import type { Place } from '#lib/site/page-head.ts'
import { findChrome } from '#lib/store/pages/chrome.ts'

/** What every page of an edition begins with. */
export type Scene = {
  readonly chrome: Chrome
  readonly setting: Setting
  readonly place: Place
  /** False below a prefix that is no edition: the default edition then says that there is nothing. */
  readonly isEdition: boolean
}

/** The server writes the default edition's prefix as `_` (docs/contracts.md). */
export const findScene = cache(async (segment: string): Promise<Scene> => {
  const asked = await findChrome(segment === '_' ? null : segment)
  const chrome = asked ?? (await findChrome(null))
  if (!chrome) throw new Error('There is no default edition: the database is empty')
  const { edition } = chrome
  if (segment === edition.key && edition.isDefault) setReply({ kind: 'unprefixed' })
  return {
    chrome,
    setting: { edition, words: wordsOf(edition) },
    place: { origin: env().siteUrl, chrome },
    isEdition: asked !== null,
  }
})
