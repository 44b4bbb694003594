import { isArticleSlug, isPostNumber } from '#lib/domain/address.ts'
import { suggestSlug } from '#lib/domain/editor/suggest-slug.ts'

/** An address of ours from theirs: as it was where it can be, spelled in Latin letters where it was not, else from the words. */
export function slugOf(theirs: string, words: string): string {
  const decoded = decodedOnce(theirs).toLowerCase()
  if (isArticleSlug(decoded)) return decoded
  return suggestSlug(decoded) || suggestSlug(words)
}

export function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Path of an old address as redirects are kept: lower case, decoded, no slash at its ends. Null where it can't be asked for again. */
export function oldPathOf(address: string | null): string | null {
  const url = address ? URL.parse(address, 'http://relative.invalid') : null
  if (!url) return null
  // WordPress's address of an article that has no slug yet, and of every article besides: "/?p=123".
  const number = url.searchParams.get('p') ?? ''
  if (url.search) return url.pathname === '/' && isPostNumber(number) ? `?p=${number}` : null
  const path = url.pathname
    .split('/')
    .filter(Boolean)
    .map((segment) => decodedOnce(segment).toLowerCase().normalize('NFC'))
    .join('/')
  return path && path.length <= 500 && !/[\p{Cc}\\?#]/u.test(path) ? path : null
}
