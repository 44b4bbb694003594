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

export function renditionsDir(): string {
  return join(env().varDir, 'media', 'renditions')
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
