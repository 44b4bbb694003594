/** A place on a front as whoever arranges it sees it; the words and the picture are for this place only. */
export type ArrangedSlot = {
  readonly articleId: number
  readonly headline: string | null
  readonly standfirst: string | null
  readonly pictureId: number | null
  readonly articleHeadline: string
  readonly blogName: string
  /** Withdrawn since: readers don't see it, and it leaves the front with the next change. */
  readonly isPublic: boolean
}

export type FrontChoice = { readonly articleId: number; readonly headline: string; readonly blogName: string }

/** More than any front shows well: a bound, not a goal. */
export const mostSlots = 24
