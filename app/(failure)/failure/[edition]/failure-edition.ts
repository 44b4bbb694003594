import type { Direction } from '#lib/domain/edition.ts'
import { directionOf } from '#lib/i18n/direction.ts'
import { catalogues } from '#lib/i18n/words.ts'

/** What can be known of an edition from its address alone: the database may be what has failed. */
export type FailureEdition = {
  readonly key: string
  readonly isDefault: boolean
  readonly locale: string
  readonly direction: Direction
}

/** The language of an edition is guessed from its key; where that has no catalogue, and for the default, English. */
export function failureEdition(segment: string): FailureEdition {
  const locale = Object.hasOwn(catalogues, segment) ? segment : 'en'
  return { key: segment, isDefault: segment === '_', locale, direction: directionOf(locale) }
}
