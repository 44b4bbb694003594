import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { LossKind } from '#lib/domain/imports/import-run.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { mostBytes } from '#lib/media/renditions/originals.ts'
import { decodedOnce } from '../formats/slug-of.ts'
import { fetchPicture } from './fetch-picture.ts'

export type PicturePlaces = {
  /** A copy of the site's uploads; null without one. */
  readonly folder: string | null
  readonly fetches: boolean
}

export type NoPicture = { readonly kind: LossKind; readonly detail: string }

/** The bytes of a picture: from the folder, else from its address. `isDry` looks whether it could be had, and fetches nothing. */
export async function findPictureBytes(
  url: string,
  { folder, fetches }: PicturePlaces,
  isDry: boolean,
): Promise<Result<Buffer | null, NoPicture>> {
  // WordPress names a smaller copy after its size: the original is beside it.
  const addresses = [
    ...new Set([url.replace(/-\d{2,4}x\d{2,4}(?=\.\w{3,4}$)/, '').replace(/\/size\/w\d+(?=\/)/, ''), url]),
  ]
  if (folder) {
    for (const address of addresses) {
      const path = await pathInFolder(folder, address)
      if (path) return (await stat(path)).size > mostBytes ? tooLarge(url) : ok(isDry ? null : await readFile(path))
    }
  }
  if (!fetches) return refuse({ kind: folder ? 'picture-missing' : 'picture-not-fetched', detail: url })
  let last: Result<Buffer | null, NoPicture> = refuse({ kind: 'picture-missing', detail: url })
  for (const address of addresses) {
    last = await fetchPicture(address, isDry)
    if (last.ok) return last
  }
  return last
}

/** Each is looked for from: a hostile address of a million slashes would take the machine's day. */
const mostSegments = 64

/** A file below the folder that lies as the address does: `…/wp-content/uploads/2020/05/a.jpg` is `2020/05/a.jpg` too. */
async function pathInFolder(folder: string, url: string): Promise<string | null> {
  const path = decodedOnce(URL.parse(url, 'http://relative.invalid')?.pathname ?? '')
  if (path.includes('\0')) return null
  const segments = path.split(/[/\\]/).filter(Boolean)
  // Longer than any path that a file can have.
  if (segments.includes('..') || segments.length > mostSegments) return null
  const root = await realpath(folder)
  for (let skipped = 0; skipped < segments.length; skipped++) {
    const found = await realpath(join(root, ...segments.slice(skipped))).catch(() => null)
    // A link inside the folder may lead out of it.
    if (found?.startsWith(root + sep) && (await stat(found)).isFile()) return found
  }
  return null
}

function tooLarge(url: string): Result<never, NoPicture> {
  return refuse({ kind: 'picture-refused', detail: `too-many-bytes ${url}` })
}
