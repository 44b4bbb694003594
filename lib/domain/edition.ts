export type Direction = 'ltr' | 'rtl'

/** One language service of the site. */
export type Edition = {
  readonly id: number
  /** Address prefix and file key: `ky` in `/ky/…`. The default edition's addresses have none. */
  readonly key: string
  readonly isDefault: boolean
  /** BCP 47. */
  readonly locale: string
  readonly direction: Direction
  /** IANA name of the zone that readers' dates are in. */
  readonly timeZone: string
  readonly name: string
  readonly tagline: string
  readonly description: string
}

/** What every page shows of an edition: navigation, siblings, the running alert. */
export type Chrome = {
  readonly site: PublicSite
  readonly edition: Edition
  /** Words at the foot of every page. */
  readonly footerText: string
  readonly editions: readonly Edition[]
  readonly blogs: readonly BlogRef[]
  readonly pages: readonly PageRef[]
  readonly topics: readonly TopicRef[]
  readonly alert: BreakingAlert | null
}

export type Site = { readonly name: string; readonly legalName: string; readonly email: string | null }
/** What pages show of the organisation beside its name. */
export type PublicSite = Site & {
  /** Words in the place of the mark; null: the name. */
  readonly wordmark: string | null
  readonly socials: readonly string[]
  /** Slugs of the static pages that say by which rules it works. */
  readonly policies: Readonly<Record<'principles' | 'corrections' | 'ownership', string | null>>
}
export type BlogRef = { readonly id: number; readonly slug: string; readonly name: string }
export type TopicRef = { readonly id: number; readonly slug: string; readonly name: string }
export type PageRef = { readonly slug: string; readonly title: string }

export type BreakingAlert = {
  readonly text: string
  /** Where it leads, when there is an article: `{blog, slug}` in the same edition. */
  readonly article: { readonly blogSlug: string; readonly slug: string } | null
  readonly startsAt: Date
  readonly expiresAt: Date
}
