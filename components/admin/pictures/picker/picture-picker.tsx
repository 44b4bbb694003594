import { useId, useState } from 'react'
import { useFound } from '#components/admin/editor/use-found.ts'
import { Button } from '#components/admin/ui/button.tsx'
import { Dialog } from '#components/admin/ui/dialog.client.tsx'
import { FieldFrame } from '#components/admin/ui/field.tsx'
import type { PictureChoice } from '#lib/domain/writing/editor/lookups.ts'
import { UploadPanel } from '../upload-panel.client.tsx'
import { DescribePicture } from './describe-picture.tsx'
import type { Library } from './library.ts'
import { PictureOption } from './picture-option.tsx'

type Props = {
  readonly library: Library
  /** Files that were pasted or dropped where the picture shall stand. */
  readonly files?: readonly File[]
  readonly onChoose: (picture: PictureChoice) => void
  readonly onClose: () => void
}

/** Pictures of the library to choose from, and a way to bring more. What nobody has described here yet is described first. */
export function PicturePicker({ library, files, onChoose, onClose }: Props) {
  const { words, form } = library
  const [chosen, setChosen] = useState<PictureChoice | null>(null)
  const choose = (picture: PictureChoice) => {
    if (picture.texts.some(({ locale }) => locale === library.edition.locale)) onChoose(picture)
    else setChosen(picture)
  }
  return (
    <Dialog isOpen title={words(chosen ? 'picker.describe' : 'picker.title')} closeLabel={form.close} onClose={onClose}>
      <div className="picker">
        {chosen ? (
          <>
            <DescribePicture key={chosen.id} picture={chosen} library={library} onSaved={onChoose} />
            <div className="row">
              <Button type="button" kind="quiet" onPress={() => onChoose(chosen)}>
                {words('picker.later')}
              </Button>
            </div>
          </>
        ) : (
          <Choices library={library} files={files} onChoose={choose} />
        )}
      </div>
    </Dialog>
  )
}

function Choices({ library, files, onChoose }: Omit<Props, 'onClose'>) {
  const { words, find, bringer, locale, messages } = library
  const id = useId()
  const [text, setText] = useState('')
  const [arrived, setArrived] = useState(0)
  const take = async (pictureId: number) => {
    const [picture] = await find({ text: '', ids: [pictureId] })
    // One file that was put here means this place; of several, each waits in the list to be chosen.
    if (picture && files?.length === 1) onChoose(picture)
    else setArrived((count) => count + 1)
  }
  return (
    <>
      <FieldFrame id={id} label={words('picker.search')}>
        <input
          id={id}
          type="search"
          dir="auto"
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </FieldFrame>
      {bringer && (
        <UploadPanel {...bringer} locale={locale} messages={messages} files={files} onArrived={(id) => void take(id)} />
      )}
      <Found key={arrived} text={text} library={library} onChoose={onChoose} />
    </>
  )
}

function Found({
  text,
  library,
  onChoose,
}: {
  readonly text: string
  readonly library: Library
  readonly onChoose: (picture: PictureChoice) => void
}) {
  const { words, find, edition } = library
  const [barred, setBarred] = useState('')
  const found = useFound(text, (asked) => find({ text: asked }), { asksForAll: true })
  const items = found.kind === 'found' ? found.items : []
  const said = found.kind === 'failed' ? words('picker.failed') : words('picker.found', { count: items.length })
  return (
    <>
      <p role="status" className="hint">
        {barred || (found.kind === 'failed' || found.kind === 'found' ? said : '')}
      </p>
      <ul className="pictures">
        {items.map((picture) => (
          <li key={picture.id}>
            <PictureOption
              picture={picture}
              edition={edition}
              words={words}
              onChoose={() => {
                if (picture.bar === null) return onChoose(picture)
                const reason = words(`bar.${picture.bar}`)
                setBarred(words('picker.barred', { name: picture.fileName, reason }))
              }}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
