import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '#lib/env/env.ts'
import { originalPath } from '#lib/media/files.ts'
import { dropRenditions } from '#lib/media/renditions/rendition-store.ts'
import { holdingOriginal, isOriginalUsed } from '#lib/store/media/media-library.ts'

/** Parts of an unfinished upload lie in one file; ids are ours and name no other place. */
function partsPath(id: string): string {
  if (!/^[\w-]{16,64}$/.test(id)) throw new RangeError('This is no id of an upload')
  return join(env().varDir, 'media', 'uploads', id)
}

/** Writes a part where it belongs and waits for the disk: what is answered as received outlives a crash. */
export async function writePart(id: string, offset: number, bytes: Uint8Array): Promise<void> {
  const path = partsPath(id)
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a').then(async (made) => {
    await made.close()
    return open(path, 'r+')
  })
  try {
    // A disk that is nearly full takes a piece, and says so at the next one.
    for (let done = 0; done < bytes.length; )
      done += (await file.write(bytes, done, bytes.length - done, offset + done)).bytesWritten
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** Whether something failed for want of room on the disk, or of its owner's share of it. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

export async function readParts(id: string): Promise<Buffer> {
  return readFile(partsPath(id))
}

export async function dropParts(id: string): Promise<void> {
  await rm(partsPath(id), { force: true })
}

/** Takes away what lies on disk and in memory for a deleted picture. An original that another picture is drawn from stays. */
export async function dropPictureFiles(files: {
  readonly tokens: readonly string[]
  readonly sha256s: readonly string[]
}): Promise<void> {
  for (const token of files.tokens) await dropRenditions(token)
  for (const sha256 of files.sha256s)
    await holdingOriginal(sha256, async () => {
      if (!(await isOriginalUsed(sha256))) await rm(originalPath(sha256), { force: true })
    })
}
