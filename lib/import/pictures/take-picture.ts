import { createHash } from 'node:crypto'
import { restoreOriginal, storeOriginal } from '#lib/media/renditions/originals.ts'
import { readPhotoMetadata } from '#lib/media/uploads/photo-metadata.ts'
import { findImported, noteImported } from '#lib/store/imports/import-keys.ts'
import { createLibraryPicture, holdingOriginal, writeTexts } from '#lib/store/media/media-library.ts'
import { decodedOnce } from '../formats/slug-of.ts'
import type { Lose, SourcePicture } from '../source-item.ts'
import { findPictureBytes, type PicturePlaces } from './find-picture.ts'

export type PictureTarget = PicturePlaces & {
  readonly source: string
  readonly locale: string
  readonly isDry: boolean
  readonly now: Date
}

/**
 * The picture of ours that a foreign one becomes, or null with the loss said. The same file with the same words is taken in once; with
 * other words it is another picture of the same original. A dry run answers 1 for what would come.
 */
export async function takePicture(picture: SourcePicture, target: PictureTarget, lose: Lose): Promise<number | null> {
  const { url, alt, caption } = picture
  const key = { source: target.source, kind: 'picture', foreignId: hashOf(`${url}\n${alt}\n${caption}`) } as const
  if (!target.isDry) {
    const known = await findImported(key)
    if (known !== null) return known
  }
  const found = await findPictureBytes(url, target, target.isDry)
  if (!found.ok) {
    lose(found.error.kind, found.error.detail)
    return null
  }
  const words = wordsOf(picture, target.locale)
  if (words.alt !== alt.trim()) lose('picture-without-alt', url)
  if (found.value === null) return 1
  const bytes = found.value
  const stored = await storeOriginal(bytes, decodedOnce(URL.parse(url, 'http://relative.invalid')?.pathname ?? ''))
  if (!stored.ok) {
    lose('picture-refused', `${stored.error.kind} ${url}`)
    return null
  }
  const { token, ...file } = stored.value
  const { caption: ownCaption, alt: ownAlt, credit, ...said } = await readPhotoMetadata(bytes)
  const notes = { ...said, credit: credit ?? '', rightsUntil: null, isReusable: true, ownCaption, ownAlt }
  return holdingOriginal(file.sha256, async () => {
    await restoreOriginal(file.sha256, bytes)
    const id = await createLibraryPicture({ ...file, ...notes, token, focus: { x: 0.5, y: 0.5 } }, target.now)
    await writeTexts(id, [{ locale: target.locale, ...words, credit: null }])
    await noteImported(key, id)
    return id
  })
}

/** Readers never get a picture without a description. Where the old site had none, this says so much and the report names it. */
function wordsOf({ alt, caption }: SourcePicture, locale: string): { readonly alt: string; readonly caption: string } {
  const given = alt.trim()
  if (given && given !== caption) return { alt: given, caption }
  const word = wordForPicture[locale.split('-')[0] ?? ''] ?? 'Picture'
  return { alt: caption ? `${word}: ${caption}` : word, caption }
}

const wordForPicture: Readonly<Record<string, string>> = { en: 'Picture', ky: 'Сүрөт', ru: 'Изображение', fa: 'تصویر' }

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
