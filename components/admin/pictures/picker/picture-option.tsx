import { useId } from 'react'
import { renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import { type PictureChoice, pictureWords } from '#lib/domain/writing/editor/lookups.ts'
import type { PicturesWords } from '#lib/i18n/admin/pictures/words.ts'
import type { Library } from './library.ts'

type Props = {
  readonly picture: PictureChoice
  readonly edition: Library['edition']
  readonly words: PicturesWords
  readonly onChoose: () => void
}

/** One picture to choose. One that may not be placed anew can be reached and read, and says why it can't be chosen. */
export function PictureOption({ picture, edition, words, onChoose }: Props) {
  const id = useId()
  const { alt, caption, credit, isOwn } = pictureWords(picture, edition.locale)
  const { width, height } = renditionNear(picture, '4x3', 320)
  return (
    <button
      type="button"
      aria-disabled={picture.bar !== null}
      aria-describedby={picture.bar ? `${id}-bar` : undefined}
      onClick={onChoose}
    >
      {/* biome-ignore lint/performance/noImgElement: renditions have their own addresses; Next's optimiser is off. */}
      <img
        src={renditionAddress({ token: picture.token, crop: '4x3', width, format: 'jpg' })}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
      />
      <span dir="auto">{caption || picture.fileName}</span>
      <small dir="auto">{credit}</small>
      {picture.bar && (
        <small className="wrong" id={`${id}-bar`}>
          {words(`bar.${picture.bar}`)}
        </small>
      )}
      {!isOwn && <small className="wrong">{words('picker.noWords', { language: edition.language })}</small>}
    </button>
  )
}
