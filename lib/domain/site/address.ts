/**
 * The grammar of reader addresses. An edition prefix looks like a language tag (`ky`, `pt-br`, `es-419`, `sr-latn`), so
 * nothing else that stands first in a path may look like one: that lets the server tell them apart without asking the
 * database. All of BCP 47 would also claim `the-long-line`; these shapes leave English phrases to blogs.
 */
const languageTag = /^(?:[a-z]{2,3}(?:-[a-z]{2})?|[a-z]{2}-(?:[0-9]{3}|[a-z]{4}))$/
const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** First segments that belong to the program. */
export const reservedSections: ReadonlySet<string> = new Set([
  'admin',
  'api',
  'archive',
  'authors',
  'corrections',
  'failure',
  'feeds',
  'fonts',
  'health',
  'latest',
  'live',
  'media',
  'missing',
  'oembed',
  'preview',
  'search',
  'site',
  'sitemaps',
  'static',
  'topic',
  'websub',
])

/** Second segments that belong to the program inside a blog. */
export const reservedArticleSlugs: ReadonlySet<string> = new Set(['archive', 'feed', 'about'])

export function isEditionKey(segment: string): boolean {
  return languageTag.test(segment)
}

/** Slugs are lower-case ASCII words joined by single hyphens, at most 96 characters. */
export function isSlug(segment: string): boolean {
  return segment.length <= 96 && slugShape.test(segment)
}

/** A blog or a page can stand at `/{slug}`: longer than an edition's prefix, and not the program's. */
export function isSectionSlug(segment: string): boolean {
  return isSlug(segment) && segment.length >= 4 && !isEditionKey(segment) && !reservedSections.has(segment)
}

export function isArticleSlug(segment: string): boolean {
  return isSlug(segment) && !reservedArticleSlugs.has(segment)
}

/** An earlier WordPress may have stood so many folders deep: its numbers answer there. */
export const mostFolders = 2

/** Number of an article or page of an earlier WordPress, which answers at "/?p=123" whatever its address became since. */
export function isPostNumber(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text)
}
