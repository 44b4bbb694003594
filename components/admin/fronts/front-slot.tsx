import type { DragEvent, KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Direction } from '#lib/domain/edition.ts'
import type { FrontChoice, SlotPicture } from '#lib/domain/sections/front-slots.ts'
import type { FrontWords } from '#lib/i18n/admin/sections/fronts/words.ts'
import { SlotImage } from './slot-image.tsx'
import { SlotWords } from './slot-words.tsx'

/** A place in the making; empty words and no picture: the article's own. */
export type OwnSlot = {
  readonly article: FrontChoice
  readonly headline: string
  readonly standfirst: string
  readonly picture: SlotPicture | null
}

type Props = {
  readonly slot: OwnSlot
  readonly position: number
  readonly count: number
  readonly edition: { readonly locale: string; readonly direction: Direction }
  readonly words: FrontWords
  readonly onMove: (from: number, to: number) => void
  readonly onRemove: () => void
  readonly onChange: (change: Partial<OwnSlot>) => void
  readonly onChoosePicture: () => void
}

/** Of this page only: what is dragged in from elsewhere is no slot. */
const dragType = 'application/x-masthead-slot'

/** One place of the front. Buttons and Alt with arrows move it; dragging it by its dots is for whoever likes that better. */
export function FrontSlot(props: Props) {
  const { slot, position, count, edition, words, onMove, onRemove, onChange, onChoosePicture } = props
  const { headline: name, blogName } = slot.article
  const move = (to: number, button: HTMLElement) => {
    // Moving the row in the page takes the focus away from what is in it: it is back before the next key comes.
    flushSync(() => onMove(position, to))
    button.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    if (event.target instanceof HTMLElement) move(position + (event.key === 'ArrowUp' ? -1 : 1), event.target)
  }
  const onDrop = (event: DragEvent) => {
    const from = event.dataTransfer.getData(dragType)
    if (from === '') return
    event.preventDefault()
    onMove(Number(from), position)
  }
  const step = (to: number, sign: string, label: string, isOff: boolean) => (
    <button
      type="button"
      className="button quiet"
      aria-label={label}
      aria-disabled={isOff}
      onClick={(event) => !isOff && move(to, event.currentTarget)}
    >
      {sign}
    </button>
  )
  return (
    <li onKeyDown={onKeyDown} onDragOver={allowSlot} onDrop={onDrop}>
      <div className="row">
        <span
          className="drag"
          draggable
          aria-hidden="true"
          onDragStart={(event) => event.dataTransfer.setData(dragType, String(position))}
        >
          ⠿
        </span>
        <SlotImage picture={slot.picture ?? slot.article.picture} />
        <p>
          <strong lang={edition.locale} dir={edition.direction}>
            {slot.headline || name}
          </strong>
          <small>
            {position === 0 && `${words('lead')} · `}
            <bdi>{blogName}</bdi>
          </small>
        </p>
        <span className="steps">
          {step(position - 1, '↑', words('up', { name }), position === 0)}
          {step(position + 1, '↓', words('down', { name }), position === count - 1)}
          <button type="button" className="button quiet" aria-label={words('remove', { name })} onClick={onRemove}>
            ×
          </button>
        </span>
      </div>
      <SlotWords slot={slot} edition={edition} words={words} onChange={onChange} onChoosePicture={onChoosePicture} />
    </li>
  )
}

function allowSlot(event: DragEvent): void {
  if (event.dataTransfer.types.includes(dragType)) event.preventDefault()
}
