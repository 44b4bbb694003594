import type { Crop, Picture } from './picture.ts'

/**
 * The renditions that exist: every crop in every width, up to the picture's own, in every format. Addresses outside of
 * this table answer 404, so nobody can make the server draw for nothing (docs/contracts.md).
 */
export const crops = ['whole', '16x9', '4x3', '1x1'] as const satisfies readonly Crop[]
// 1200: structured data and social cards ask for at least that. The rest: phones, columns and thumbnails at 1x to 3x.
export const widths = [160, 320, 480, 640, 960, 1200, 1920] as const
export const formats = ['avif', 'webp', 'jpg'] as const

export type RenditionWidth = (typeof widths)[number]
export type RenditionFormat = (typeof formats)[number]
export type Rendition = {
  readonly token: string
  readonly crop: Crop
  readonly width: RenditionWidth
  readonly format: RenditionFormat
}

export type Size = { readonly width: number; readonly height: number }
export type Box = Size & { readonly left: number; readonly top: number }
type Framed = Pick<Picture, 'width' | 'height' | 'focus'>

const ratios = { '16x9': 16 / 9, '4x3': 4 / 3, '1x1': 1 } as const satisfies Record<Exclude<Crop, 'whole'>, number>

/** A side shorter than the smallest rendition could not be shown anywhere. */
export const leastSide = widths[0]

/** The part of the original that a crop shows: as large as it fits, around the focal point. */
export function cropBox({ width, height, focus, crop }: Framed & { readonly crop: Crop }): Box {
  if (crop === 'whole') return { left: 0, top: 0, width, height }
  const ratio = ratios[crop]
  const cut =
    width / height > ratio
      ? { width: Math.max(1, Math.round(height * ratio)), height }
      : { width, height: Math.max(1, Math.round(width / ratio)) }
  return {
    ...cut,
    left: offset(focus.x, width, cut.width),
    top: offset(focus.y, height, cut.height),
  }
}

/** Sizes of one crop, smallest first. Never larger than the original, never none. */
export function renditionsOf(picture: Framed, crop: Crop): readonly Rendered[] {
  const box = cropBox({ ...picture, crop })
  const sizes = widths
    .filter((width) => width <= box.width)
    .map((width) => ({ width, height: heightOf(box, crop, width) }))
  return sizes.length > 0 ? sizes : [{ width: widths[0], height: heightOf(box, crop, widths[0]) }]
}

export type Rendered = { readonly width: RenditionWidth; readonly height: number }

/** The smallest rendition at least that wide, or the largest there is: for `src`, social cards, structured data. */
export function renditionNear(picture: Framed, crop: Crop, leastWidth: number): Rendered {
  const sizes = renditionsOf(picture, crop)
  return sizes.find((size) => size.width >= leastWidth) ?? (sizes.at(-1) as Rendered)
}

/** For `srcset`: every width of one crop in one format. */
export function srcSet(
  picture: Framed & Pick<Picture, 'token'>,
  { crop, format }: { readonly crop: Crop; readonly format: RenditionFormat },
): string {
  return renditionsOf(picture, crop)
    .map(({ width }) => `${renditionAddress({ token: picture.token, crop, width, format })} ${width}w`)
    .join(', ')
}

export function renditionAddress({ token, crop, width, format }: Rendition): string {
  return `/media/${token}/${crop}-${width}.${format}`
}

const address = /^\/media\/([A-Za-z0-9_-]{16,64})\/(whole|16x9|4x3|1x1)-([1-9]\d{1,4})\.(avif|webp|jpg)$/

/** A path as it stands in a request, or null: neither another spelling nor a size outside the table gets through. */
export function parseRenditionPath(path: string): Rendition | null {
  const [, token, crop, digits, format] = address.exec(path) ?? []
  const width = widths.find((width) => String(width) === digits)
  if (!token || !crop || !format || !width) return null
  return { token, crop: crop as Crop, width, format: format as RenditionFormat }
}

/** Whether a picture has that rendition: none is larger than the original. */
export function hasRendition(picture: Framed, { crop, width }: Pick<Rendition, 'crop' | 'width'>): boolean {
  return renditionsOf(picture, crop).some((size) => size.width === width)
}

function heightOf(box: Size, crop: Crop, width: number): number {
  const ratio = crop === 'whole' ? box.width / box.height : ratios[crop]
  return Math.max(1, Math.round(width / ratio))
}

function offset(focus: number, length: number, cut: number): number {
  return Math.min(length - cut, Math.max(0, Math.round(focus * length - cut / 2)))
}
