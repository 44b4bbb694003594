import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useId, useState } from 'react'
import { type PictureChoice, pictureWords } from '#lib/domain/editor/lookups.ts'
import { renditionAddress, renditionNear } from '#lib/domain/media/renditions.ts'
import { insertBlock } from '../commands/blocks.ts'
import { useSetting } from '../setting.ts'
import { useFound } from '../use-found.ts'
import { act } from './blocks.ts'
import { EditorDialog } from './editor-dialog.tsx'

/** Puts a picture of the library into the text, or another in the place of the selected one. */
export function FigureDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const choose = (picture: PictureChoice) => {
    const { selection } = editor.state
    const isFigure = selection instanceof NodeSelection && selection.node.type.name === 'figure'
    onClose()
    requestAnimationFrame(() => {
      if (isFigure) editor.chain().updateAttributes('figure', { pictureId: picture.id }).focus().run()
      else act(editor, insertBlock({ type: 'figure', attrs: { pictureId: picture.id, size: 'text' } }))
    })
  }
  return <PictureDialog onChoose={choose} onClose={onClose} />
}

/** Pictures of the library with the words that they would have here. */
export function PictureDialog({
  onChoose,
  onClose,
}: {
  readonly onChoose: (picture: PictureChoice) => void
  readonly onClose: () => void
}) {
  const { words, lookups, edition, pictures } = useSetting()
  const id = useId()
  const [text, setText] = useState('')
  const found = useFound(text, (text) => lookups.findPictures({ text }), { asksForAll: true })
  const items = found.kind === 'found' ? found.items : []
  return (
    <EditorDialog title={words('picture.title')} onClose={onClose}>
      <label htmlFor={id}>{words('picture.search')}</label>
      <input
        id={id}
        type="search"
        dir="auto"
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <p role="status" className="hint">
        {found.kind === 'failed'
          ? words('lookup.failed')
          : found.kind === 'found'
            ? words('picture.found', { count: items.length })
            : ''}
      </p>
      <ul className="pictures">
        {items.map((picture) => {
          const { alt, caption, credit, isOwn } = pictureWords(picture, edition.locale)
          const { width, height } = renditionNear(picture, '4x3', 320)
          return (
            <li key={picture.id}>
              <button
                type="button"
                onClick={() => {
                  pictures.set(picture.id, picture)
                  onChoose(picture)
                }}
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
                {!isOwn && (
                  <small className="wrong">{words('figure.otherLanguage', { language: edition.language })}</small>
                )}
              </button>
            </li>
          )
        })}
      </ul>
      <p className="hint">
        <a href="/admin/pictures">{words('picture.upload')}</a>
      </p>
    </EditorDialog>
  )
}
