import type { Crop, Picture } from '#lib/domain/media/picture.ts'
import { renditionNear } from '#lib/domain/media/renditions.ts'
import { absolute, renditionPath } from './urls.ts'

/** Google asks for 1200 pixels for structured data, social cards for as much. */
const sharedWidth = 1200

/** The JPEG of a crop for those who fetch one picture and take no choice of formats. */
export function cropUrl(
  origin: string,
  picture: Picture,
  crop: Crop,
): { readonly url: string; readonly width: number; readonly height: number } {
  const { width, height } = renditionNear(picture, crop, sharedWidth)
  return { url: absolute(origin, renditionPath({ token: picture.token, crop, width, format: 'jpg' })), width, height }
}
