import { isArticleSlug, isPostNumber, mostFolders } from '#lib/domain/site/address.ts'
import { suggestSlug } from '#lib/domain/writing/editor/suggest-slug.ts'

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
  const segments = url.pathname.split('/').filter(Boolean)
  const path = segments.map((segment) => decodedOnce(segment).toLowerCase().normalize('NFC')).join('/')
  if (path.length > 480 || /[\p{Cc}\\?#]/u.test(path)) return null
  if (!url.search) return path || null
  // WordPress's address of an article that has no slug yet, and of every article besides: "/?p=123"; of a page "/?page_id=123".
  const number = url.searchParams.get('p') ?? url.searchParams.get('page_id') ?? ''
  return segments.length <= mostFolders && isPostNumber(number) ? `${path}?p=${number}` : null
}
