import { createHash } from 'node:crypto'
import { readFile, rm, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { hasRendition, type Rendition, renditionAddress } from '#lib/domain/media/renditions.ts'
import { heldRenditionFile, renditionFile, renditionFolders, writeWhole } from '#lib/media/files.ts'
import { makeRendition, type PictureFile } from './make-rendition.ts'
import { readOriginal } from './originals.ts'
import { atMost } from './single-flight.ts'

export type StoredRendition = { readonly bytes: Buffer; readonly etag: string }
export type FoundRendition = StoredRendition & { readonly isPublic: boolean }
export type FindPicture = (token: string) => Promise<(PictureFile & { readonly isPublic: boolean }) | null>

// Two at a time leave a core for pages; all of a page's pictures are small and wait their turn.
const flights = atMost<StoredRendition | null>(2)

/**
 * A rendition's bytes: stored ones without asking the database, others drawn now. Null is: there is no such rendition. What lies on
 * the disk of a picture that was dropped once is shown only if its picture is public: it may be on its way out at this moment, or have
 * been left by another worker that had not heard of the change.
 */
export async function findRendition(rendition: Rendition, find: FindPicture): Promise<FoundRendition | null> {
  const address = renditionAddress(rendition)
  const dropsBefore = dropsOf(rendition.token)
  const kept = recent.get(address) ?? (dropsBefore === 0 ? await readStored(renditionFile(rendition)) : null)
  if (kept && dropsOf(rendition.token) === dropsBefore) return { ...keep(address, kept), isPublic: true }
  const picture = await find(rendition.token)
  if (!picture || !hasRendition(picture, rendition)) return null
  const { isPublic } = picture
  const file = isPublic ? renditionFile(rendition) : heldRenditionFile(rendition)
  const made = await flights(file, async () => {
    const lying = await readStored(file)
    const held = lying ?? (isPublic ? await readStored(heldRenditionFile(rendition)) : null)
    const drawn = held ?? withTag(await makeRendition(await readOriginal(picture.sha256), picture, rendition))
    // A full or read-only disk costs the next reader some time, not this one the picture.
    if (!lying) await writeWhole(file, drawn.bytes).catch((error) => console.error(`Not stored: ${address}:`, error))
    if (dropsOf(rendition.token) !== dropsBefore) {
      // Dropped since its picture was looked up: nothing of it stays behind, and nobody gets what is gone.
      await rm(file, { force: true })
      await rmdir(dirname(file)).catch(() => undefined)
      return null
    }
    return isPublic ? keep(address, drawn) : drawn
  })
  // Drawn as its picture is now, for whom it is now, if it still is.
  return made ? { ...made, isPublic } : findRendition(rendition, find)
}

/** Forgets all renditions of a picture's token, in memory and on disk. What can still be drawn is drawn again for whoever asks. */
export async function dropRenditions(token: string): Promise<void> {
  drops.set(token, dropsOf(token) + 1)
  for (const [address, { bytes }] of recent)
    if (address.startsWith(`/media/${token}/`)) {
      recent.delete(address)
      recentBytes -= bytes.length
    }
  // A rendition that is being written at this moment can fill a folder between its emptying and its end (ENOTEMPTY).
  for (const folder of renditionFolders(token))
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}

/** How often a token was dropped: whoever began before may not keep what they hold. A few bytes for each deleted picture. */
const drops = new Map<string, number>()

function dropsOf(token: string): number {
  return drops.get(token) ?? 0
}

async function readStored(file: string): Promise<StoredRendition | null> {
  try {
    return withTag(await readFile(file))
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
