import type { DragEvent, KeyboardEvent } from 'react'
import type { Direction } from '#lib/domain/edition.ts'
import type { FrontWords } from '#lib/i18n/admin/fronts/words.ts'
import { sectionLimits } from '#lib/input/sections/section-forms.ts'
import { FieldFrame } from '../ui/field.tsx'

export type OwnSlot = {
  readonly articleId: number
  /** Words for this place; empty: the article's own. */
  readonly headline: string
  /** The article's headline. */
  readonly name: string
  readonly blogName: string
}

type Props = {
  readonly slot: OwnSlot
  readonly position: number
  readonly count: number
  readonly edition: { readonly locale: string; readonly direction: Direction }
  readonly words: FrontWords
  readonly onMove: (from: number, to: number) => void
  readonly onRemove: () => void
  readonly onHeadline: (headline: string) => void
}

/** Of this page only: what is dragged in from elsewhere is no slot. */
const dragType = 'application/x-masthead-slot'

/** One place of the front. Buttons and Alt with arrows move it; dragging it by its dots is for whoever likes that better. */
export function FrontSlot({ slot, position, count, edition, words, onMove, onRemove, onHeadline }: Props) {
  const { name, blogName, headline, articleId } = slot
  const move = (to: number, button: HTMLElement) => {
    onMove(position, to)
    // Moving the row in the page takes the focus away from what is in it.
    requestAnimationFrame(() => button.focus())
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
  const id = `front-headline-${articleId}`
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
        <p>
          <strong lang={edition.locale} dir={edition.direction}>
            {name}
          </strong>
          <small>
            {position === 0 && `${words('lead')} · `}
            <bdi>{blogName}</bdi>
          </small>
        </p>
        {step(position - 1, '↑', words('up', { name }), position === 0)}
        {step(position + 1, '↓', words('down', { name }), position === count - 1)}
        <button type="button" className="button quiet" aria-label={words('remove', { name })} onClick={onRemove}>
          ×
        </button>
      </div>
      <FieldFrame id={id} label={words('own')} hint={words('ownHint')}>
        <input
          id={id}
          lang={edition.locale}
          dir={headline ? edition.direction : 'auto'}
          value={headline}
          maxLength={sectionLimits.headline}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onHeadline(event.target.value)}
        />
      </FieldFrame>
    </li>
  )
}

function allowSlot(event: DragEvent): void {
  if (event.dataTransfer.types.includes(dragType)) event.preventDefault()
}
