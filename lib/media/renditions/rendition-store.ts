import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { hasRendition, type Rendition, renditionAddress } from '#lib/domain/media/renditions.ts'
import { renditionFile, writeWhole } from '#lib/media/files.ts'
import { makeRendition, type PictureFile } from './make-rendition.ts'
import { readOriginal } from './originals.ts'
import { atMost } from './single-flight.ts'

export type StoredRendition = { readonly bytes: Buffer; readonly etag: string }
export type FindPicture = (token: string) => Promise<PictureFile | null>

// Two at a time leave a core for pages; all of a page's pictures are small and wait their turn.
const flights = atMost<StoredRendition | null>(2)

/** A rendition's bytes: stored ones without asking the database, others drawn now. Null is: there is no such rendition. */
export async function findRendition(rendition: Rendition, find: FindPicture): Promise<StoredRendition | null> {
  const address = renditionAddress(rendition)
  const kept = recent.get(address) ?? (await readStored(rendition))
  if (kept) return keep(address, kept)
  const picture = await find(rendition.token)
  if (!picture || !hasRendition(picture, rendition)) return null
  return flights(address, async () => {
    const bytes = await makeRendition(await readOriginal(picture.sha256), picture, rendition)
    // A full or read-only disk costs the next reader some time, not this one the picture.
    await writeWhole(renditionFile(rendition), bytes).catch((error) => console.error(`Not stored: ${address}:`, error))
    return keep(address, withTag(bytes))
  })
}

async function readStored(rendition: Rendition): Promise<StoredRendition | null> {
  try {
    return withTag(await readFile(renditionFile(rendition)))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function withTag(bytes: Buffer): StoredRendition {
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` }
}

// The pictures of the hour, so that they cost neither disk nor hash; a Map keeps the order of use.
const recent = new Map<string, StoredRendition>()
const mostRecentBytes = 24 * 1024 * 1024
let recentBytes = 0

function keep(address: string, rendition: StoredRendition): StoredRendition {
  recentBytes -= recent.get(address)?.bytes.length ?? 0
  recent.delete(address)
  recent.set(address, rendition)
  recentBytes += rendition.bytes.length
  for (const [oldest, { bytes }] of recent) {
    if (recentBytes <= mostRecentBytes) break
    recent.delete(oldest)
    recentBytes -= bytes.length
  }
  return rendition
}
