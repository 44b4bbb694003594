import { decodedOnce } from '../formats/slug-of.ts'

/**
 * Files of WordPress's library that a text names: by number (blocks, classes, galleries) or by address, in whichever of the sizes that
 * WordPress made of it. Every number of a block counts: rather a file too many is taken for used than one that is.
 */
export function namedFiles(text: string): { readonly ids: ReadonlySet<string>; readonly paths: ReadonlySet<string> } {
  const ids = new Set<string>()
  const paths = new Set<string>()
  for (const [, one] of text.matchAll(/\b(?:wp-image-|attachment_)(\d+)/g)) if (one) ids.add(one)
  for (const [, one, list = ''] of text.matchAll(/"\w*[iI]ds?"\s*:\s*(?:"?(\d+)|\[([\d\s,"]*)\])/g))
    for (const id of [one ?? '', ...list.split(/\D+/)]) if (id) ids.add(id)
  for (const [, list = ''] of text.matchAll(/\b(?:ids|id|include)=["']?([\d\s,]+)/g))
    for (const id of list.split(/\D+/)) if (id) ids.add(id)
  for (const [address] of text.matchAll(/(?:https?:\/\/|\/uploads\/|\/files\/)[^\s"'<>()[\]\\]{1,800}/g)) {
    const path = filePath(address)
    if (path && /\.\w{2,5}$/.test(path)) paths.add(path)
  }
  return { ids, paths }
}

/** A file by its place below the site, without the size that WordPress writes behind its name: `2020/05/river-1024x768.jpg`. */
export function filePath(address: string): string | null {
  const path = decodedOnce(URL.parse(address, 'http://relative.invalid')?.pathname ?? '')
  const [, place] = /\/uploads\/(.+)$/.exec(path) ?? []
  return (
    (place ?? path).replace(/^\//, '').replace(/(?:-\d{1,5}x\d{1,5}|-scaled|-rotated|-e\d{9,})+(?=\.\w+$)/, '') || null
  )
}
