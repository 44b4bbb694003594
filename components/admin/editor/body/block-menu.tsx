import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useId, useState } from 'react'
import { useSetting } from '../setting.ts'
import { act, type BlockOffer, offers } from './blocks.ts'
import type { Asking } from './body-editor.tsx'
import { EditorDialog } from './editor-dialog.tsx'

/** All kinds of blocks by name: type a part of it, choose with the arrows, Enter. */
export function BlockMenu({
  editor,
  onClose,
  onAsk,
}: {
  readonly editor: Editor
  readonly onClose: () => void
  readonly onAsk: (asking: Asking) => void
}) {
  const { words, library } = useSetting()
  const id = useId()
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = offers.filter(
    ({ name, act }) =>
      (library || act !== 'picture') && words(name).toLowerCase().includes(sought.trim().toLowerCase()),
  )
  const current = found[Math.min(chosen, found.length - 1)]
  const choose = (offer: BlockOffer | undefined) => {
    if (!offer) return
    if (typeof offer.act === 'string') return onAsk(offer.act)
    onClose()
    act(editor, offer.act)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setChosen((Math.min(chosen, found.length - 1) + step + found.length) % Math.max(found.length, 1))
    else if (event.key === 'Enter') choose(current)
    // A slash that was meant as a slash: typed twice, it stands in the text.
    else if (event.key === '/' && sought === '') {
      onClose()
      editor.commands.insertContent({ type: 'text', text: '/' })
    } else return
    event.preventDefault()
  }
  return (
    <EditorDialog title={words('blockMenu.title')} onClose={onClose}>
      <label htmlFor={`${id}-sought`}>{words('blockMenu.search')}</label>
      <input
        id={`${id}-sought`}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={current ? `${id}-${current.name}` : undefined}
        autoComplete="off"
        value={sought}
        onChange={(event) => {
          setSought(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={words('blockMenu.title')} className="choices">
        {found.map((offer) => (
          <button
            type="button"
            role="option"
            key={offer.name}
            id={`${id}-${offer.name}`}
            aria-selected={offer === current}
            tabIndex={-1}
            onClick={() => choose(offer)}
          >
            <span>{words(offer.name)}</span>
            {offer.keys && <kbd dir="ltr">{offer.keys}</kbd>}
          </button>
        ))}
      </div>
      {found.length === 0 && <p role="status">{words('blockMenu.none')}</p>}
    </EditorDialog>
  )
}
