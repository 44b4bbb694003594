import type { Crop, Picture } from '#lib/domain/media/picture.ts'
import { type RenditionFormat, renditionAddress, renditionNear, renditionsOf } from '#lib/domain/media/renditions.ts'

type Shape = {
  readonly crop: Crop
  /** How wide it is shown; the columns are those of app/(reader)/style. */
  readonly sizes: string
  /** Shown that wide at most, at two device pixels to one: wider renditions would only lengthen the page. */
  readonly widest: number
  readonly formats: readonly RenditionFormat[]
  readonly isFirst: boolean
  /** Beside its headline a picture says nothing more to who can't see it. */
  readonly hasAlt: boolean
}

const every: readonly RenditionFormat[] = ['avif', 'webp']
const small = { formats: ['avif'], isFirst: false, hasAlt: false } as const

const shapes = {
  lead: { crop: 'whole', sizes: column('46rem'), widest: 1920, formats: every, isFirst: true, hasAlt: true },
  wide: { crop: 'whole', sizes: column('46rem'), widest: 1920, formats: every, isFirst: false, hasAlt: true },
  text: { crop: 'whole', sizes: column('37rem'), widest: 1200, formats: every, isFirst: false, hasAlt: true },
  fore: { crop: '16x9', sizes: column('45rem'), widest: 1920, formats: every, isFirst: true, hasAlt: true },
  card: { crop: '16x9', sizes: '(min-width:40rem) 22rem, 45vw', widest: 960, ...small },
  row: { crop: '4x3', sizes: '(min-width:48rem) 12rem, 24vw', widest: 480, ...small },
  portrait: { crop: '1x1', sizes: '8rem', widest: 320, formats: ['avif'], isFirst: false, hasAlt: true },
  thumb: { crop: '1x1', sizes: '6rem', widest: 320, ...small },
} as const satisfies Record<string, Shape>

export type PicturePlace = keyof typeof shapes

type Props = { readonly picture: Picture; readonly place: PicturePlace }

/** A picture where it stands: listed sizes only, its room kept before it comes. */
export function PictureView({ picture, place }: Props) {
  const shape: Shape = shapes[place]
  const plain = renditionNear(picture, shape.crop, Math.min(shape.widest, 640))
  return (
    <picture>
      {shape.formats.map((format) => (
        <source key={format} type={`image/${format}`} srcSet={srcSetOf(picture, shape, format)} sizes={shape.sizes} />
      ))}
      <img
        src={renditionAddress({ ...plain, token: picture.token, crop: shape.crop, format: 'jpg' })}
        width={plain.width}
        height={plain.height}
        alt={shape.hasAlt ? picture.alt : ''}
        loading={shape.isFirst ? undefined : 'lazy'}
        fetchPriority={shape.isFirst ? 'high' : undefined}
      />
    </picture>
  )
}

function srcSetOf(picture: Picture, { crop, widest }: Shape, format: RenditionFormat): string {
  return renditionsOf(picture, crop)
    .filter(({ width }, position) => width <= widest || position === 0)
    .map(({ width }) => `${renditionAddress({ token: picture.token, crop, width, format })} ${width}w`)
    .join(',')
}

function column(width: string): string {
  return `(min-width:60rem) ${width}, 100vw`
}
