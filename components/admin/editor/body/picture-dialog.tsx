import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { PicturePicker } from '#components/admin/pictures/picker/picture-picker.tsx'
import type { PictureChoice } from '#lib/domain/writing/editor/lookups.ts'
import { insertBlock } from '../commands/blocks.ts'
import { useSetting } from '../setting.ts'
import { act } from './blocks.ts'

/** Puts a picture of the library into the text, or another in the place of the selected one. */
export function FigureDialog({
  editor,
  files,
  onClose,
}: {
  readonly editor: Editor
  readonly files: readonly File[]
  readonly onClose: () => void
}) {
  const choose = (picture: PictureChoice) => {
    const { selection } = editor.state
    const isFigure = selection instanceof NodeSelection && selection.node.type.name === 'figure'
    onClose()
    if (isFigure && files.length === 0)
      editor.commands.updateAttributes('figure', { pictureId: picture.id, decorative: null })
    else act(editor, insertBlock({ type: 'figure', attrs: { pictureId: picture.id, size: 'text' } }))
  }
  return <PictureDialog files={files} onChoose={choose} onClose={onClose} />
}

/** Pictures of the library with the words that they would have here. */
export function PictureDialog({
  files,
  onChoose,
  onClose,
}: {
  readonly files?: readonly File[]
  readonly onChoose: (picture: PictureChoice) => void
  readonly onClose: () => void
}) {
  const { library, pictures } = useSetting()
  if (!library) return null
  return (
    <PicturePicker
      library={library}
      files={files}
      onChoose={(picture) => {
        pictures.set(picture.id, picture)
        onChoose(picture)
      }}
      onClose={onClose}
    />
  )
}
