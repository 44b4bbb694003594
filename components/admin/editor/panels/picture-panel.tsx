import { useState } from 'react'
import { renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import { pictureWords } from '#lib/domain/writing/editor/lookups.ts'
import { Button } from '../../ui/button.tsx'
import { PictureDialog } from '../body/picture-dialog.tsx'
import { useSetting } from '../setting.ts'
import type { PanelProps } from './panel.ts'

export function PicturePanel({ draft, change }: PanelProps) {
  const { words, pictures, edition } = useSetting()
  const [isChoosing, setChoosing] = useState(false)
  const picture = draft.pictureId === null ? undefined : pictures.get(draft.pictureId)
  const shown = picture && pictureWords(picture, edition.locale)
  const size = picture && renditionNear(picture, '16x9', 480)
  return (
    <>
      {picture && shown && size ? (
        <figure className="lead-picture">
          {/* biome-ignore lint/performance/noImgElement: renditions have their own addresses; Next's optimiser is off. */}
          <img
            src={renditionAddress({ token: picture.token, crop: '16x9', width: size.width, format: 'jpg' })}
            alt={shown.alt}
            width={size.width}
            height={size.height}
          />
          <dl className="facts">
            <dt>{words('figure.alt')}</dt>
            <dd dir="auto">{shown.alt || words('figure.none')}</dd>
            <dt>{words('figure.caption')}</dt>
            <dd dir="auto">{shown.caption || words('figure.none')}</dd>
            <dt>{words('figure.credit')}</dt>
            <dd dir="auto">{shown.credit || words('figure.none')}</dd>
          </dl>
          {!shown.isOwn && <p className="wrong">{words('figure.otherLanguage', { language: edition.language })}</p>}
        </figure>
      ) : (
        <p className="hint">{draft.pictureId === null ? words('leadPicture.empty') : words('figure.missing')}</p>
      )}
      <div className="row">
        <Button type="button" onPress={() => setChoosing(true)}>
          {words(draft.pictureId === null ? 'leadPicture.choose' : 'leadPicture.change')}
        </Button>
        {draft.pictureId !== null && (
          <Button type="button" kind="quiet" onPress={() => change({ pictureId: null })}>
            {words('leadPicture.remove')}
          </Button>
        )}
      </div>
      {isChoosing && (
        <PictureDialog
          onClose={() => setChoosing(false)}
          onChoose={({ id }) => {
            change({ pictureId: id })
            setChoosing(false)
          }}
        />
      )}
    </>
  )
}
