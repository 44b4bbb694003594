import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'

/** What articles refer to by name, and what has a page of its own: topics and contributors. */
export type ReferenceKind = 'topic' | 'contributor'

/** First segment of their addresses. */
export const referencePrefixes: Readonly<Record<ReferenceKind, string>> = { topic: 'topic', contributor: 'authors' }

/** A line of the list that editors look through. */
export type ReferenceLine = {
  readonly id: number
  readonly slug: string
  readonly name: string
  /** Articles and drafts that refer to it. */
  readonly articleCount: number
  /** Those of them that readers find in lists. */
  readonly listedCount: number
}

export type ContributorKind = 'person' | 'organisation'

/** What a merge will do, told before it is done. */
export type MergeForecast = {
  readonly from: { readonly id: number; readonly name: string; readonly slug: string }
  readonly into: { readonly id: number; readonly name: string; readonly slug: string }
  /** Articles and drafts that name the one that goes. */
  readonly articleCount: number
  /** Those of them that name both. */
  readonly bothCount: number
  /** Texts that somebody writes and has not saved as a revision: they are saved with the one that stays. */
  readonly unsavedCount: number
  /** Addresses that it had before the one of today. */
  readonly formerCount: number
  /** The same in other editions: they have no counterpart here then. */
  readonly counterpartCount: number
  /** Keys of partners for this topic alone, and blogs that this contributor edits. */
  readonly keyCount: number
  readonly blogCount: number
}

/** What a form carries to prove which forecast was read: every name and number of it. */
export function seenOfForecast(forecast: MergeForecast): string {
  return canonicalJson(forecast)
}

export type ReferenceRefusal =
  | {
      readonly kind:
        | 'missing'
        | 'stale'
        | 'slug-taken'
        | 'same'
        | 'other-edition'
        | 'forecast-changed'
        | 'used'
        | 'no-such-user'
    }
  /** Its rights forbid to place it anew. */
  | { readonly kind: 'picture-barred'; readonly fileName: string }
