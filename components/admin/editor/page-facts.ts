import type { Choice, OpenEdition, PictureChoice, SiblingArticle } from '#lib/domain/editor/lookups.ts'
import type { Stage } from '#lib/domain/newsroom.ts'

export type BlogChoice = Choice & { readonly slug: string }

/** What the page read for its panels. Plain values: they travel to the browser. */
export type PageFacts = {
  readonly state: Stage['kind']
  readonly blogs: readonly BlogChoice[]
  readonly contributors: readonly Choice[]
  readonly topics: readonly Choice[]
  readonly pictures: readonly PictureChoice[]
  readonly siblings: readonly SiblingArticle[]
  readonly openEditions: readonly OpenEdition[]
  readonly mayEdit: boolean
  readonly mayMove: boolean
}
