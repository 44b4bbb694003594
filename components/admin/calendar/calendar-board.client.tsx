'use client'

import { type DragEvent, useMemo } from 'react'
import type { Direction } from '#lib/domain/edition.ts'
import type { CalendarView } from '#lib/domain/publishing/calendar.ts'
import { type CalendarMessages, calendarWords } from '#lib/i18n/admin/desk/calendar/words.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { EntryView } from './calendar-entry.tsx'
import type { BoardDay, BoardEntry } from './days.ts'
import { type Moves, useMoving } from './use-moving.ts'
import './calendar.css'

type Props = {
  readonly view: CalendarView
  readonly days: readonly BoardDay[]
  readonly edition: { readonly locale: string; readonly direction: Direction; readonly timeZone: string }
  readonly moves: Moves
  readonly locale: string
  readonly direction: Direction
  readonly messages: CalendarMessages
}

/** Of this page only: what is dragged in from elsewhere is no entry. */
const dragType = 'application/x-masthead-entry'
/** More published articles than these stand behind their number. */
const mostPublished = 3

/** Days with what stands in them; what has its time is moved by dragging it, by arrow keys, or by a form. */
export function CalendarBoard({ view, days, edition, moves, locale, direction, messages }: Props) {
  const words = useMemo(() => calendarWords(locale, messages), [locale, messages])
  const moving = useMoving(moves, words, locale)
  const { move, told, send, placeOf } = moving
  const entries = days.flatMap((day) => day.entries).map(placeOf)
  const entriesOf = ({ day }: BoardDay) =>
    entries.filter(({ clock }) => clock.startsWith(day)).toSorted((one, other) => one.clock.localeCompare(other.clock))
  const onDrop = (event: DragEvent, day: string) => {
    const entry = entries.find(({ key }) => key === event.dataTransfer.getData(dragType))
    if (!entry) return
    event.preventDefault()
    void send({ entry, clock: day + entry.clock.slice(10) })
  }
  const show = (entry: BoardEntry) => (
    <EntryView
      key={entry.key}
      entry={entry}
      edition={edition}
      direction={direction}
      dragType={dragType}
      moving={moving}
      words={words}
    />
  )
  const hasMovable = entries.some(({ version }) => version !== null)
  return (
    <section aria-label={words('title')}>
      {entries.length === 0 && <EmptyState title={words('none')} text={words('noneText')} />}
      {hasMovable && <p className="hint calendar-hint">{words('legend')}</p>}
      <div className={told.isBad ? 'calendar-told notice bad' : 'calendar-told'} role={told.isBad ? 'alert' : 'status'}>
        {told.text && <p dir="auto">{told.text}</p>}
        {told.undo && (
          <Button type="button" onPress={() => told.undo && void send(told.undo, true)}>
            {words('undo')}
          </Button>
        )}
      </div>
      <ol className={`calendar ${view}`}>
        {days.map((day, index) => {
          const own = entriesOf(day)
          const published = own.filter(({ kind }) => kind === 'published')
          const planned = published.length > mostPublished ? own.filter(({ kind }) => kind !== 'published') : own
          const target = move?.clock.startsWith(day.day) && move.clock !== move.entry.clock ? move : null
          return (
            <li
              key={day.day}
              className={classOf(day, own.length === 0 && !target)}
              aria-current={day.isToday ? 'date' : undefined}
              onDragOver={(event) => event.dataTransfer.types.includes(dragType) && event.preventDefault()}
              onDrop={(event) => onDrop(event, day.day)}
            >
              <h3 aria-label={day.full}>
                <span className={index < 7 ? 'weekday' : 'weekday later'}>{day.weekday}</span> <b>{day.number}</b>{' '}
                {day.own && <small>{day.own}</small>}
              </h3>
              <ul>
                {planned.map(show)}
                {target && (
                  <li className="calendar-ghost" aria-hidden="true">
                    {target.clock.slice(11)} {target.entry.name}
                  </li>
                )}
              </ul>
              {published.length > mostPublished && (
                <details>
                  <summary>{words('publishedCount', { count: published.length })}</summary>
                  <ul>{published.map(show)}</ul>
                </details>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function classOf({ isToday, isOutside }: BoardDay, isEmpty: boolean): string {
  return [isToday && 'today', isOutside && 'outside', isEmpty && 'empty-day'].filter(Boolean).join(' ')
}
