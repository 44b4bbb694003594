import type { FormState } from '#lib/domain/form-state.ts'
import { renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import { type PictureChoice, pictureWords } from '#lib/domain/writing/editor/lookups.ts'
import { TextsForm } from '../texts-form.client.tsx'
import type { Library } from './library.ts'

type Props = {
  readonly picture: PictureChoice
  readonly library: Library
  /** With the words as they were saved. */
  readonly onSaved: (picture: PictureChoice) => void
}

/** Description, caption and credit of a picture in the language of the place where it stands. They are the library's. */
export function DescribePicture({ picture, library, onSaved }: Props) {
  const { words, edition, saveWords, find, form } = library
  const own = picture.texts.find(({ locale }) => locale === edition.locale)
  const { width, height } = renditionNear(picture, 'whole', 480)
  const save = async (state: FormState, data: FormData) => {
    const answer = await saveWords(state, data)
    if (answer.kind !== 'done') return answer
    const [saved] = await find({ text: '', ids: [picture.id] })
    if (saved) onSaved(saved)
    return answer
  }
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: renditions have their own addresses; Next's optimiser is off. */}
      <img
        className="described"
        src={renditionAddress({ token: picture.token, crop: 'whole', width, format: 'webp' })}
        alt={pictureWords(picture, edition.locale).alt}
        width={width}
        height={height}
      />
      <p className="hint">{words('picker.shared', { language: edition.language })}</p>
      <TextsForm
        // A newer version asks anew: what was typed against the older one has been saved.
        key={picture.version}
        picture={picture}
        locale={edition.locale}
        stored={{ alt: own?.alt ?? '', caption: own?.caption ?? '', credit: own?.credit ?? '' }}
        action={save}
        form={form}
        labels={{
          ...{ alt: words('texts.alt'), altHint: words('texts.altHint'), caption: words('texts.caption') },
          ...{ captionHint: words('texts.captionHint'), credit: words('texts.credit'), save: words('texts.save') },
          creditHint: words('texts.creditHint', { credit: picture.credit || '—' }),
        }}
      />
    </>
  )
}
