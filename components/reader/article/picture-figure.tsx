import { type PicturePlace, PictureView } from '#components/reader/picture-view.tsx'
import type { Setting } from '#components/reader/setting.ts'
import { type AiPart, aiPartOf } from '#lib/domain/media/digital-source.ts'
import type { Picture } from '#lib/domain/media/picture.ts'

type Props = { readonly picture: Picture; readonly place: PicturePlace; readonly setting: Setting }

const aiKeys = { made: 'figure.aiMade', altered: 'figure.aiAltered' } as const satisfies Record<AiPart, string>

/** A picture with its caption and its credit: three texts, each with its own work to do. What AI did to it is said before the credit. */
export function PictureFigure({ picture, place, setting }: Props) {
  const aiPart = aiPartOf(picture.digitalSource)
  return (
    <figure className={place}>
      <PictureView picture={picture} place={place} />
      <figcaption>
        {picture.caption}
        {aiPart && <strong className="ai">{setting.words(aiKeys[aiPart])}</strong>}
        <span className="credit">{`${setting.words('figure.credit')}: ${picture.credit}`}</span>
      </figcaption>
    </figure>
  )
}
