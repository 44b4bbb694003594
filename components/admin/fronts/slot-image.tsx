import { renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import type { SlotPicture } from '#lib/domain/sections/front-slots.ts'

/** The picture that a place shows, to know it by: its words stand beside it. */
export function SlotImage({ picture }: { readonly picture: SlotPicture | null }) {
  if (!picture) return <span className="slot-image" aria-hidden="true" />
  const { width, height } = renditionNear(picture, '4x3', 160)
  return (
    // biome-ignore lint/performance/noImgElement: renditions have their own addresses; Next's optimiser is off.
    <img
      className="slot-image"
      src={renditionAddress({ token: picture.token, crop: '4x3', width, format: 'webp' })}
      alt=""
      width={width}
      height={height}
      loading="lazy"
      draggable={false}
    />
  )
}
