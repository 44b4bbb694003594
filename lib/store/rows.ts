import type { ArticleCard, ArticleView, Correction, CorrectionListing, Source } from '#lib/domain/article.ts'
import type { BreakingAlert } from '#lib/domain/edition.ts'
import type { Picture } from '#lib/domain/media/picture.ts'
import type { Body } from '#lib/domain/text/body.ts'

/**
 * What the SQL of lib/store/pages/sql and its users makes, and the domain values it becomes. JSON knows no dates and no maps; nothing
 * else differs.
 */

/** A value as it comes out of JSON: dates are text. */
export type Json<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Json<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Json<T[Key]> }
      : T

export type ArticleViewRow = {
  readonly card: Json<ArticleCard>
  readonly description: string | null
  readonly body: Body
  readonly facts: {
    readonly socialText: string | null
    readonly sources: readonly Source[] | null
    readonly sourceLine: string | null
  }
  readonly textChangedAt: Date | null
  readonly readingMinutes: number
  readonly wordCount: number
  readonly revision: number
  readonly bylines: ArticleView['bylines']
  readonly topics: ArticleView['topics']
  readonly corrections: readonly Json<Correction>[]
  readonly translations: ArticleView['translations']
  readonly pictures: readonly Picture[]
  readonly linked: readonly (ArticleView['linked'] extends ReadonlyMap<number, infer Ref> ? Ref : never)[]
}

export function articleCard(json: Json<ArticleCard>): ArticleCard {
  return { ...json, publishedAt: new Date(json.publishedAt) }
}

export function articleView(row: ArticleViewRow): ArticleView {
  return {
    ...articleCard(row.card),
    state: 'published',
    description: row.description,
    socialText: row.facts.socialText,
    body: row.body,
    updatedAt: row.textChangedAt,
    readingMinutes: row.readingMinutes,
    wordCount: row.wordCount,
    revision: row.revision,
    bylines: row.bylines,
    topics: row.topics,
    corrections: row.corrections.map(correction),
    sources: row.facts.sources ?? [],
    sourceLine: row.facts.sourceLine,
    translations: row.translations,
    pictures: new Map(row.pictures.map((picture) => [picture.id, picture])),
    linked: new Map(row.linked.map((ref) => [ref.id, ref])),
  }
}

export function correctionListing(json: Json<CorrectionListing>): CorrectionListing {
  return { ...json, at: new Date(json.at) }
}

export function breakingAlert(json: Json<BreakingAlert>): BreakingAlert {
  return { ...json, startsAt: new Date(json.startsAt), expiresAt: new Date(json.expiresAt) }
}

function correction(json: Json<Correction>): Correction {
  return { ...json, at: new Date(json.at) }
}
