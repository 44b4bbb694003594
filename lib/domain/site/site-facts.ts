/** What the organisation says of itself, the same in every edition. */
export type SiteFacts = {
  readonly name: string
  readonly legalName: string
  readonly email: string | null
  /** Words in the place of the mark; null: the name. */
  readonly wordmark: string | null
  /** Zone that a new edition begins with. */
  readonly timeZone: string
  /** `https:` addresses of its profiles elsewhere. */
  readonly socials: readonly string[]
  /** Slugs of static pages; null: none is named. */
  readonly principlesSlug: string | null
  readonly correctionsSlug: string | null
  readonly ownershipSlug: string | null
}
