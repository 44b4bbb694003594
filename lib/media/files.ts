import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Rendition, renditionAddress } from '#lib/domain/media/renditions.ts'
import { env } from '#lib/env/env.ts'

/** Originals lie by the hash of their bytes, and nothing serves this folder. */
export function originalPath(sha256: string): string {
  return join(env().varDir, 'media', 'originals', sha256.slice(0, 2), sha256)
}

/** Renditions lie as they are addressed: `{token}/{crop}-{width}.{format}`. */
export function renditionFile(rendition: Rendition): string {
  return join(renditionsDir(), renditionAddress(rendition).replace('/media/', ''))
}

/** Renditions of a picture that nothing public shows yet: found by nobody who asks the public folder. */
export function heldRenditionFile(rendition: Rendition): string {
  return join(heldDir(), renditionAddress(rendition).replace('/media/', ''))
}

/** Where renditions of a picture's token lie. */
export function renditionFolders(token: string): readonly string[] {
  return [join(renditionsDir(), token), join(heldDir(), token)]
}

function renditionsDir(): string {
  return join(env().varDir, 'media', 'renditions')
}

function heldDir(): string {
  return join(env().varDir, 'media', 'held')
}

/** All or nothing: a reader, another worker or a crash never meets half a file. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const partial = `${path}.${randomBytes(6).toString('hex')}.partial`
  try {
    const file = await open(partial, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
