/** A change of an article that is to be told to other programs, with what they may know of it. */
export type PublicChange = {
  readonly outboxId: bigint
  readonly at: Date
  /** Of the outbox: `article.publish` … */
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly article: {
    readonly id: number
    /** Now, which may be after the change: what is gone is not named again. */
    readonly isPublished: boolean
    readonly headline: string
    readonly slug: string
    readonly blogSlug: string
    readonly firstPublishedAt: Date
    readonly textChangedAt: Date | null
    readonly edition: {
      readonly id: number
      readonly key: string
      readonly isDefault: boolean
      readonly locale: string
    }
  }
  /** Lists of the edition that showed it before the change, or show it after: what left a list is news there too. */
  readonly lists: {
    readonly blogSlugs: readonly string[]
    readonly topicSlugs: readonly string[]
    readonly contributorSlugs: readonly string[]
    readonly hasCorrections: boolean
  }
}
