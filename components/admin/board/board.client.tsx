'use client'

import { type DragEvent, useActionState, useMemo, useState } from 'react'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import { type BoardMessages, boardWords } from '#lib/i18n/admin/desk/board/words.ts'
import { Refresh } from '../imports/refresh.client.tsx'
import { Button } from '../ui/button.tsx'
import { type CardSetting, CardView, dragType } from './board-card.tsx'
import type { Card, Column } from './columns.ts'
import { type CardMoving, type MoveAction, useBoardMoving } from './use-board-moving.ts'
import './board.css'

type Props = Pick<CardSetting, 'edition' | 'setDeadline' | 'formWords' | 'noteLimit'> & {
  readonly columns: readonly Column[]
  readonly move: MoveAction
  readonly locale: string
  readonly messages: BoardMessages
}

/** What others do is seen soon enough, and costs one question. */
const refreshMs = 15_000

/** A desk at work: its stages side by side, on a phone one below the other. */
export function Board({ columns, move, locale, messages, ...rest }: Props) {
  const words = useMemo(() => boardWords(locale, messages), [locale, messages])
  const { shown, told, isSending, say, stays, send } = useBoardMoving(move, columns, words)
  // Only what is sent without the page's script is answered here.
  const [answer, moveByForm] = useActionState(move, idle)
  const [dragged, setDragged] = useState<Card | null>(null)

  const carry = (card: Card, from: Column, toKey: string, note: string) => {
    const to = columns.find(({ key }) => key === toKey)
    const way = card.moves.find((one) => one.to === toKey)
    if (!to || to.key === from.key) return
    if (!way) return say(words('noWay', { name: card.name }), true)
    if (way.reason !== null) return stays({ card, from, to }, way.reason)
    if (way.isBack && !note.trim()) return askNote(card, to)
    void send({ card, from, to, note })
  }
  const askNote = (card: Card, to: Column) => {
    const menu = document.querySelector<HTMLDetailsElement>(`[data-card="${card.id}"] .board-move`)
    if (menu) menu.open = true
    menu?.querySelector('textarea')?.focus()
    say(words('noteFirst', { name: card.name, stage: to.name }))
  }
  /** Only while the way back is open to this person, as the page shows it since the move. */
  const wayBack = (undo: CardMoving | null) => {
    const way = columns.flatMap(({ cards }) => cards).find(({ id }) => id === undo?.card.id)?.moves
    return way?.find(({ to, reason }) => to === undo?.to.key && reason === null) ?? null
  }
  const undo = told.undo
  const back = wayBack(undo)
  const onDrop = (event: DragEvent, to: Column) => {
    const from = shown.find(({ cards }) => cards.some(({ id }) => id === dragged?.id))
    setDragged(null)
    if (!dragged || !from) return
    event.preventDefault()
    carry(dragged, from, to.key, '')
  }
  const text = told.text || answerText(answer)
  const isBad = told.text ? told.isBad : answer.kind === 'refused' || answer.kind === 'rejected'
  return (
    <section aria-label={words('title')} className="board-whole">
      <Refresh everyMs={refreshMs} />
      <nav className="board-jump" aria-label={words('columns')}>
        <ul>
          {shown.map((column) => (
            <li key={column.key}>
              <a href={`#column-${column.key}`}>
                <bdi>{column.name}</bdi> <small>{countText(column, words)}</small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={isBad ? 'board-told notice bad' : 'board-told'} role={isBad ? 'alert' : 'status'}>
        {text && <p dir="auto">{text}</p>}
        {undo && back && (
          <Button
            type="button"
            onPress={() => void send({ ...undo, ...(back.isBack ? { note: words('undoNote') } : {}) }, true)}
          >
            {words('undo')}
          </Button>
        )}
      </div>
      <div className="board">
        {shown.map((column) => (
          <section
            key={column.key}
            id={`column-${column.key}`}
            className={columnClass(column, dragged)}
            aria-labelledby={`name-${column.key}`}
            onDragOver={(event) => {
              if (dragged && event.dataTransfer.types.includes(dragType)) event.preventDefault()
            }}
            onDrop={(event) => onDrop(event, column)}
          >
            <h2 id={`name-${column.key}`}>
              <bdi>{column.name}</bdi> <small>{countText(column, words)}</small>
            </h2>
            <ul>
              {column.cards.map((card) => (
                <CardView
                  key={card.id}
                  card={card}
                  {...rest}
                  words={words}
                  move={moveByForm}
                  isSending={isSending}
                  onMove={(to, note) => carry(card, column, to, note)}
                  onDrag={(is) => setDragged(is ? card : null)}
                />
              ))}
            </ul>
            {column.cards.length === 0 && <p className="hint">{words('nothing')}</p>}
            {column.count > column.cards.length && (
              <p>
                <a href={column.all}>{restText(column, words)}</a>
              </p>
            )}
          </section>
        ))}
      </div>
    </section>
  )
}

/** While a card is carried, the columns say where it may be put down. */
function columnClass({ key, cards }: Column, dragged: Card | null): string {
  if (!dragged || cards.some(({ id }) => id === dragged.id)) return 'board-column'
  const isOpen = dragged.moves.some(({ to, reason }) => to === key && reason === null)
  return isOpen ? 'board-column open' : 'board-column shut'
}

type Words = ReturnType<typeof boardWords>

function countText({ count, cards, isMore }: Column, words: Words): string {
  const all = Math.max(count, cards.length)
  return words(isMore ? 'countMore' : 'count', { count: all })
}

function restText({ count, cards, isMore }: Column, words: Words): string {
  const left = count - cards.length
  return isMore ? words('moreThan', { count: left }) : words('more', { count: left })
}

function answerText(answer: FormState): string {
  if (answer.kind === 'done') return answer.message
  if (answer.kind === 'refused') return answer.refusal.message
  return answer.kind === 'rejected' ? Object.values(answer.errors).flat().join(' ') : ''
}
