import type { KeyboardEvent } from 'react'
import type { Direction } from '#lib/domain/edition.ts'
import { movedClock } from '#lib/domain/publishing/calendar.ts'
import type { CalendarWords } from '#lib/i18n/admin/desk/calendar/words.ts'
import { Button } from '../ui/button.tsx'
import { FieldFrame } from '../ui/field.tsx'
import type { BoardEntry } from './days.ts'
import type { useMoving } from './use-moving.ts'

type Props = {
  readonly entry: BoardEntry
  readonly edition: { readonly locale: string; readonly direction: Direction; readonly timeZone: string }
  /** Of the interface: which way the next day lies. */
  readonly direction: Direction
  readonly dragType: string
  readonly moving: ReturnType<typeof useMoving>
  readonly words: CalendarWords
}

/** One entry of a day: when, what, and where to for whoever may move it. */
export function EntryView({ entry, edition, direction, dragType, moving, words }: Props) {
  const { kind, name, href, clock, version, key } = entry
  const { move, aim, keep, send } = moving
  const own = move?.entry.key === key ? move : null
  const onKeyDown = (event: KeyboardEvent) => {
    if (!own) return
    const by = stepOf(event.key, direction)
    if (!by && event.key !== 'Escape' && event.key !== 'Enter') return
    event.preventDefault()
    if (by) return aim(entry, movedClock(own.clock, by))
    if (event.key === 'Enter') void send(own)
    else keep()
  }
  return (
    <li
      className={`calendar-entry ${kind}`}
      data-entry={key}
      draggable={version !== null}
      onDragStart={(event) => event.dataTransfer.setData(dragType, key)}
    >
      <p>
        <time dateTime={clock}>{entry.time}</time> <small>{words(kind)}</small>
      </p>
      <a href={href} draggable={false} lang={edition.locale} dir={edition.direction}>
        <bdi>{name}</bdi>
      </a>
      {version !== null && (
        <button
          type="button"
          className="button quiet calendar-move"
          aria-pressed={own !== null}
          aria-label={words('move', { name })}
          onClick={() => (own ? keep() : aim(entry, clock))}
          onKeyDown={onKeyDown}
        >
          <span aria-hidden="true">⇄</span>
        </button>
      )}
      {own && <MoveForm id={`move-${key}`} moving={moving} zone={edition.timeZone} clock={own.clock} words={words} />}
    </li>
  )
}

/** Where no key and no dragging helps: a day and a time. */
function MoveForm({
  id,
  moving: { move, aim, keep, send, isSending },
  zone,
  clock,
  words,
}: Pick<Props, 'moving' | 'words'> & { readonly id: string; readonly zone: string; readonly clock: string }) {
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (move) void send(move)
      }}
      onKeyDown={(event) => event.key === 'Escape' && keep()}
    >
      <FieldFrame id={id} label={words('to')} hint={words('toHint', { zone })}>
        <input
          id={id}
          type="datetime-local"
          dir="ltr"
          required
          value={clock}
          aria-describedby={`${id}-hint`}
          onChange={(event) => move && event.target.value && aim(move.entry, event.target.value.slice(0, 16))}
        />
      </FieldFrame>
      <div className="row">
        <Button kind="primary" isDisabled={isSending}>
          {words('submit')}
        </Button>
        <Button type="button" kind="quiet" onPress={keep}>
          {words('stop')}
        </Button>
      </div>
    </form>
  )
}

/** Left and right lie as the days do; down is later. */
function stepOf(key: string, direction: Direction): { readonly days?: number; readonly hours?: number } | null {
  const forward = direction === 'ltr' ? 1 : -1
  switch (key) {
    case 'ArrowRight':
      return { days: forward }
    case 'ArrowLeft':
      return { days: -forward }
    case 'ArrowDown':
      return { hours: 1 }
    case 'ArrowUp':
      return { hours: -1 }
    default:
      return null
  }
}
