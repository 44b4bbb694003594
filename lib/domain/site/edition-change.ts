import type { Edition } from '#lib/domain/edition.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { reservedSections } from '#lib/domain/site/address.ts'

export type EditionWords = Pick<
  Edition,
  'key' | 'locale' | 'direction' | 'timeZone' | 'name' | 'tagline' | 'description'
> & {
  /** Stands at the foot of every page. */
  readonly footerText: string
}

export type EditionRefusal = {
  readonly kind:
    | 'missing'
    | 'stale'
    | 'key-taken'
    | 'key-reserved'
    | 'published'
    | 'default'
    | 'is-off'
    | 'count-changed'
}

/** Whether an edition may be called so: prefixes are addresses, and some words of that shape are the program's. */
export function checkKey(key: string, takenKeys: readonly string[]): Result<void, EditionRefusal> {
  if (reservedSections.has(key)) return refuse({ kind: 'key-reserved' })
  return takenKeys.includes(key) ? refuse({ kind: 'key-taken' }) : ok(undefined)
}

/**
 * Whether an edition may get these words. What was published stands at addresses that begin with the prefix, is searched by the rules
 * of the language, and has picture texts in it: both stay from then on.
 */
export function checkEdition(
  before: EditionWords,
  after: EditionWords,
  ground: { readonly publishedCount: number; readonly otherKeys: readonly string[] },
): Result<void, EditionRefusal> {
  const isOther = before.key !== after.key || before.locale !== after.locale
  if (isOther && ground.publishedCount > 0) return refuse({ kind: 'published' })
  return before.key === after.key ? ok(undefined) : checkKey(after.key, ground.otherKeys)
}
