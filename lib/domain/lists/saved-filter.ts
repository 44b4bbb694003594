/** A list of articles under a name. */
export type SavedFilter = {
  readonly id: number
  readonly name: string
  /** The list's address behind the question mark. */
  readonly query: string
  /** Everybody sees it; only its owner changes it. */
  readonly isShared: boolean
  readonly isOwn: boolean
}

/** More tabs than this nobody reads. */
export const filterLimits = { name: 40, ofPerson: 30 } as const

export type FilterRefusal = { readonly kind: 'name-taken' | 'too-many' | 'no-such-filter' }
