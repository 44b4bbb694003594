import { type PicturePlace, PictureView } from '#components/reader/picture-view.tsx'
import type { Setting } from '#components/reader/setting.ts'
import type { Picture } from '#lib/domain/media/picture.ts'

type Props = { readonly picture: Picture; readonly place: PicturePlace; readonly setting: Setting }

/** A picture with its caption and its credit: three texts, each with its own work to do. */
export function PictureFigure({ picture, place, setting }: Props) {
  return (
    <figure className={place}>
      <PictureView picture={picture} place={place} />
      <figcaption>
        {picture.caption}
        <span className="credit">{`${setting.words('figure.credit')}: ${picture.credit}`}</span>
      </figcaption>
    </figure>
  )
}
