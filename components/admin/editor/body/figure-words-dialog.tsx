import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { type FormEvent, useState } from 'react'
import { DescribePicture } from '#components/admin/pictures/picker/describe-picture.tsx'
import { Button } from '../../ui/button.tsx'
import { FieldFrame } from '../../ui/field.tsx'
import { redrawFigures } from '../schema/atom-nodes.ts'
import { useSetting } from '../setting.ts'
import { EditorDialog } from './editor-dialog.tsx'

const longestReason = 300

/** What the selected figure says: its words, or why it says nothing to who can't see it. */
export function FigureWordsDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const { words, library, pictures } = useSetting()
  const { selection } = editor.state
  const attrs = selection instanceof NodeSelection ? selection.node.attrs : {}
  const picture = pictures.get(Number(attrs.pictureId))
  const [reason, setReason] = useState<string | null>(attrs.decorative ?? null)
  const [isMissing, setMissing] = useState(false)
  const decorate = (event: FormEvent) => {
    event.preventDefault()
    if (reason !== null && reason.trim() === '') return setMissing(true)
    editor.commands.updateAttributes('figure', { decorative: reason?.trim() ?? null })
    onClose()
  }
  return (
    <EditorDialog title={words('figure.words')} onClose={onClose}>
      {picture && library ? (
        <DescribePicture
          picture={picture}
          library={library}
          onSaved={(saved) => {
            pictures.set(saved.id, saved)
            redrawFigures()
            onClose()
          }}
        />
      ) : (
        <p>{words('figure.missing')}</p>
      )}
      <form className="form ruled" onSubmit={decorate} noValidate>
        <label className="check">
          <input
            type="checkbox"
            checked={reason !== null}
            onChange={(event) => setReason(event.target.checked ? '' : null)}
          />
          <span>
            {words('figure.decorative')}
            <span className="hint">{words('figure.decorativeHint')}</span>
          </span>
        </label>
        {reason !== null && (
          <FieldFrame
            id="figure-reason"
            label={words('figure.reason')}
            errors={isMissing && reason.trim() === '' ? [words('figure.noReason')] : []}
          >
            <input
              id="figure-reason"
              dir="auto"
              value={reason}
              maxLength={longestReason}
              aria-invalid={isMissing && reason.trim() === ''}
              aria-describedby="figure-reason-wrong"
              onChange={(event) => setReason(event.target.value)}
            />
          </FieldFrame>
        )}
        <div className="row">
          <Button>{words('figure.keep')}</Button>
        </div>
      </form>
    </EditorDialog>
  )
}
