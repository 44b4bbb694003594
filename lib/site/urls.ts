import type { Cursor, Month, Paging } from '#lib/domain/lists/listing.ts'
import { type Rendition, renditionAddress } from '#lib/domain/media/renditions.ts'

/** The one authority on addresses (docs/contracts.md). All are paths; `absolute` adds the site's origin. */

type EditionRef = { readonly key: string; readonly isDefault: boolean }

export function absolute(origin: string, path: string): string {
  return new URL(path, origin).href
}

export function homePath(edition: EditionRef): string {
  return edition.isDefault ? '/' : `/${edition.key}`
}

/** A path of an edition, from its path without prefix: `blog/slug` → `/ky/blog/slug`. */
export function pathIn(edition: EditionRef, path: string): string {
  return edition.isDefault ? `/${path}` : `/${edition.key}/${path}`
}

export function sectionPath(edition: EditionRef, slug: string): string {
  return pathIn(edition, slug)
}

export function articlePath(
  edition: EditionRef,
  article: { readonly blogSlug: string; readonly slug: string },
): string {
  return pathIn(edition, `${article.blogSlug}/${article.slug}`)
}

/** For ever, whatever becomes of edition, blog and slug. */
export function permanentPath(articleId: number): string {
  return `/a/${articleId}`
}

/** Opens one revision to whoever has the token (lib/site/routes/routes.ts). */
export function previewPath(token: string): string {
  return `/preview/${token}`
}

/** The newest revision of an article, for whoever is signed in. */
export function ownPreviewPath(articleId: number): string {
  return `/preview/article/${articleId}`
}

/** The newsroom's calendar for the program of whoever has the token. */
export function calendarFeedPath(token: string): string {
  return `/api/calendar/${token}.ics`
}

export function topicPath(edition: EditionRef, slug: string): string {
  return pathIn(edition, `topic/${slug}`)
}

export function contributorPath(edition: EditionRef, slug: string): string {
  return pathIn(edition, `authors/${slug}`)
}

export function latestPath(edition: EditionRef): string {
  return pathIn(edition, 'latest')
}

export function correctionsPath(edition: EditionRef): string {
  return pathIn(edition, 'corrections')
}

/** The months of an edition, or one month of it. */
export function archivePath(edition: EditionRef, month?: Month): string {
  return pathIn(edition, month ? `archive/${monthSegment(month)}` : 'archive')
}

export function blogArchivePath(edition: EditionRef, blogSlug: string, month?: Month): string {
  return pathIn(edition, month ? `${blogSlug}/archive/${monthSegment(month)}` : `${blogSlug}/archive`)
}

export function searchPath(edition: EditionRef, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString()
  return pathIn(edition, search ? `search?${search}` : 'search')
}

/** `path?before=…` is the page of older items, `path?after=…` that of newer ones. */
export function pagedPath(path: string, paging: Paging): string {
  if (!paging) return path
  return `${path}?${paging.kind === 'older-than' ? 'before' : 'after'}=${cursorText(paging.cursor)}`
}

/** `{milliseconds since 1970}-{id}`; readCursor of lib/domain/lists/query-values.ts reads it back. */
export function cursorText(cursor: Cursor): string {
  return `${cursor.at.getTime()}-${cursor.id}`
}

export function monthSegment(month: Month): string {
  return `${month.year}-${String(month.month).padStart(2, '0')}`
}

export function renditionPath(rendition: Rendition): string {
  return renditionAddress(rendition)
}
