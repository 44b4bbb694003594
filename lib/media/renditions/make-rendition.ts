import sharp, { type Sharp } from 'sharp'
import type { Picture } from '#lib/domain/media/picture.ts'
import { cropBox, type Rendition, type RenditionFormat, renditionsOf } from '#lib/domain/media/renditions.ts'
import { type Credit, creditIn, exifOf, xmpOf } from '#lib/media/credit.ts'
import { mostPixels } from './originals.ts'

/** What the server needs to know of a picture; the store finds it by token. */
export type PictureFile = Pick<Picture, 'token' | 'width' | 'height' | 'focus'> &
  Credit & { readonly sha256: string; readonly mediaType: string }

/**
 * Draws one rendition. Only pixels, credit, copyright and how it came to be come through: place, camera and whatever else hid in the
 * upload stay behind.
 */
export async function makeRendition(
  original: Uint8Array,
  picture: PictureFile,
  { crop, width, format }: Pick<Rendition, 'crop' | 'width' | 'format'>,
): Promise<Buffer> {
  const size = renditionsOf(picture, crop).find((size) => size.width === width)
  if (!size) throw new RangeError(`${crop}-${width} is no rendition of ${picture.token}`)
  const { left, top, width: boxWidth, height: boxHeight } = cropBox({ ...picture, crop })
  const source = sharp(original, { limitInputPixels: mostPixels, failOn: 'error', autoOrient: true })
  const credit = creditOf(picture, creditIn(await source.metadata()))
  const drawn = source
    .extract({ left, top, width: boxWidth, height: boxHeight })
    .resize(size.width, size.height, { fit: 'fill' })
    .withExif(exifOf(credit))
    .withXmp(xmpOf(credit))
  return encoders[format](drawn, picture.mediaType === 'image/png').toBuffer()
}

// Qualities at which photographs show no difference on a phone held still; drawn graphics keep full colour resolution,
// or red letters fray.
const encoders = {
  avif: (image) => image.avif({ quality: 50, effort: 3 }),
  webp: (image, isGraphic) => image.webp({ quality: 75, effort: 4, smartSubsample: isGraphic }),
  jpg: (image, isGraphic) =>
    image
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 78, mozjpeg: true, chromaSubsampling: isGraphic ? '4:4:4' : '4:2:0' }),
} as const satisfies Record<RenditionFormat, (image: Sharp, isGraphic: boolean) => Sharp>

// The newsroom's words count; the file's own copyright notice is never dropped for want of them.
function creditOf(picture: Credit, own: { readonly artist: string; readonly copyright: string }): Credit {
  const { digitalSource } = picture
  return { credit: picture.credit || own.artist, copyright: picture.copyright || own.copyright || null, digitalSource }
}
