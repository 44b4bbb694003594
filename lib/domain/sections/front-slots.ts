import type { Picture } from '#lib/domain/media/picture.ts'

/** A picture as whoever arranges a front knows it again. */
export type SlotPicture = Pick<Picture, 'id' | 'token' | 'width' | 'height' | 'focus'>

/** Words and picture of one place; null: the article's own. */
export type NewSlot = {
  readonly articleId: number
  readonly headline: string | null
  readonly standfirst: string | null
  readonly pictureId: number | null
}

/** A place on a front as whoever arranges it sees it; the words and the picture are for this place only. */
export type ArrangedSlot = NewSlot & {
  readonly picture: SlotPicture | null
  readonly article: FrontChoice
  /** Withdrawn since: readers don't see it, and it leaves the front with the next change. */
  readonly isPublic: boolean
}

/** An article with what it shows where nothing else is said. */
export type FrontChoice = {
  readonly articleId: number
  readonly headline: string
  readonly standfirst: string
  readonly picture: SlotPicture | null
  readonly blogName: string
}

/** More than any front shows well: a bound, not a goal. */
export const mostSlots = 24
