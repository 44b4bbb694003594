import type { ArticleCard, CorrectionListing } from '#lib/domain/article.ts'

/** A place between two rows of a list ordered by date and id, newest first. */
export type Cursor = { readonly at: Date; readonly id: number }

/** A page of a list. `older` and `newer` are null where the list ends. */
export type PageOf<T> = { readonly items: readonly T[]; readonly older: Cursor | null; readonly newer: Cursor | null }

/** Which side of a cursor a page lies on; `null` is the newest page. */
export type Paging = { readonly kind: 'older-than' | 'newer-than'; readonly cursor: Cursor } | null

export type ArticleList = PageOf<ArticleCard>
export type CorrectionList = PageOf<CorrectionListing>

/** A calendar month in the edition's zone. */
export type Month = { readonly year: number; readonly month: number }
