import { createHash, randomBytes } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { leastSide } from '#lib/domain/media/renditions.ts'
import { ok, type Result, refuse } from '#lib/domain/result.ts'
import { originalPath, writeWhole } from '#lib/media/files.ts'
import { isHeif, type MediaType, mediaTypeOf } from '#lib/media/uploads/media-type.ts'
import { hasTooMuchText } from '#lib/media/uploads/png-text.ts'

/** An upload that was taken in. Width and height are as seen, after the camera's orientation. */
export type Original = {
  /** New for every upload: the unguessable part of all its public addresses. */
  readonly token: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly sha256: string
  readonly mediaType: MediaType
  readonly fileName: string
}

export type OriginalRefusal =
  | { readonly kind: 'too-many-bytes'; readonly limit: number }
  | { readonly kind: 'too-many-pixels'; readonly limit: number }
  | { readonly kind: 'too-small'; readonly leastSide: number }
  | { readonly kind: 'empty' | 'heif' | 'not-a-picture' | 'too-much-text' }
  | { readonly kind: 'damaged' }

/** Raw photographs of agencies stay below; larger ones are scans that nobody meant to put on a page. */
export const mostBytes = 50 * 1024 * 1024
/** 100 megapixels take 300 MB when decoded: a small file that claims more is a bomb. */
export const mostPixels = 100_000_000

/**
 * Keeps an upload exactly as it came, under the hash of its bytes. What it is says the content, never the name. Refuses
 * what is no JPEG, PNG, WebP, AVIF or TIFF picture, can't be decoded to its end, or hides more text than a picture needs.
 */
export async function storeOriginal(bytes: Uint8Array, fileName = ''): Promise<Result<Original, OriginalRefusal>> {
  if (bytes.length > mostBytes) return refuse({ kind: 'too-many-bytes', limit: mostBytes })
  if (bytes.length === 0) return refuse({ kind: 'empty' })
  const mediaType = mediaTypeOf(bytes)
  // What phones take is a photograph that no decoder here reads: who sends it can do something about it.
  if (!mediaType) return refuse({ kind: isHeif(bytes) ? 'heif' : 'not-a-picture' })
  // Before the decoder, which would unpack them all.
  if (mediaType === 'image/png' && hasTooMuchText(bytes)) return refuse({ kind: 'too-much-text' })
  const size = await sizeOf(bytes)
  if (!size) return refuse({ kind: 'damaged' })
  if (size.width * size.height > mostPixels) return refuse({ kind: 'too-many-pixels', limit: mostPixels })
  if (Math.min(size.width, size.height) < leastSide) return refuse({ kind: 'too-small', leastSide })
  if (!(await decodes(bytes))) return refuse({ kind: 'damaged' })

  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await restoreOriginal(sha256, bytes)
  return ok({
    token: randomBytes(18).toString('base64url'),
    ...size,
    bytes: bytes.length,
    sha256,
    mediaType,
    fileName: printable(fileName) || `${sha256.slice(0, 12)}.${mediaType.replace('image/', '')}`,
  })
}

/** Puts back a stored original that was taken away meanwhile, because its last picture was deleted. */
export async function restoreOriginal(sha256: string, bytes: Uint8Array): Promise<void> {
  const path = originalPath(sha256)
  if (!(await isThere(path))) await writeWhole(path, bytes)
}

export async function readOriginal(sha256: string): Promise<Buffer> {
  return readFile(originalPath(sha256))
}

async function sizeOf(bytes: Uint8Array): Promise<{ readonly width: number; readonly height: number } | null> {
  try {
    // Only the header is read here: no limit yet, so that too many pixels get their own answer.
    const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return { width: autoOrient.width, height: autoOrient.height }
  } catch {
    return null
  }
}

async function decodes(bytes: Uint8Array): Promise<boolean> {
  try {
    await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .resize(16, 16, { fit: 'fill' })
      .raw()
      .toBuffer()
    return true
  } catch {
    return false
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

// The name is shown to editors and written into headers one day: no folders, no control characters, no directions.
function printable(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? ''
  return last
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(-200)
    .toWellFormed()
}
