import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import type { BoardWords } from '#lib/i18n/admin/desk/board/words.ts'
import type { Card, Column } from './columns.ts'

export type MoveAction = (state: FormState, form: FormData) => Promise<FormState>

/** A card on its way from one stage to another. */
export type CardMoving = { readonly card: Card; readonly from: Column; readonly to: Column; readonly note?: string }

type Told = { readonly text: string; readonly isBad: boolean; readonly undo: CardMoving | null }
type Placed = { readonly column: string; readonly version: number }

const nothing: Told = { text: '', isBad: false, undo: null }

/** Moving cards: shown at once, decided by the server, put back with its reason where it refuses, and undone by moving back. */
export function useBoardMoving(move: MoveAction, columns: readonly Column[], words: BoardWords) {
  const router = useRouter()
  const [told, setTold] = useState<Told>(nothing)
  const [isSending, setSending] = useState(false)
  /** Where cards went since the page was made; the page's own word counts again once it is newer. */
  const [placed, setPlaced] = useState<ReadonlyMap<number, Placed>>(new Map())
  const [landed, setLanded] = useState<{ readonly id: number } | null>(null)
  /** Cards that somebody else changed meanwhile: where they are, the refreshed board will say. */
  const [missed, setMissed] = useState<CardMoving | null>(null)

  useEffect(() => {
    // In another column it is another element: the focus goes along.
    if (landed) document.querySelector<HTMLElement>(`[data-card="${landed.id}"] .board-move > summary`)?.focus()
  }, [landed])

  useEffect(() => {
    if (!missed) return
    const { card, from } = missed
    const column = columns.find(({ cards }) => cards.some(({ id }) => id === card.id))
    const isOld = column?.cards.some(({ id, version }) => id === card.id && version === card.version)
    if (isOld) return
    setMissed(null)
    if (!column) return setTold({ ...nothing, text: words('left', { name: card.name }), isBad: true })
    if (column.key !== from.key)
      setTold({ ...nothing, text: words('isNow', { name: card.name, stage: column.name }), isBad: true })
  }, [missed, columns, words])

  const say = (text: string, isBad = false) => setTold({ text, isBad, undo: null })
  const stays = ({ card, from }: CardMoving, reason: string) =>
    say(words('stays', { name: card.name, stage: from.name, reason }), true)
  const put = (id: number, place: Placed | null) =>
    setPlaced((before) => {
      const after = new Map(before)
      if (place) after.set(id, place)
      else after.delete(id)
      return after
    })

  const send = async (moving: CardMoving, isUndo = false) => {
    const { card, from, to, note } = moving
    if (isSending || from.key === to.key) return
    setSending(true)
    put(card.id, { column: to.key, version: card.version })
    setLanded({ id: card.id })
    say(words('working'))
    const form = new FormData()
    form.set('articleId', String(card.id))
    form.set('version', String(card.version))
    form.set('stage', to.key)
    form.set('note', note ?? '')
    const answer = await move(idle, form).catch(() => null)
    setSending(false)
    if (answer?.kind !== 'done') {
      put(card.id, null)
      setLanded({ id: card.id })
      stays(moving, reasonOf(answer) ?? words('failed'))
      if (answer?.kind === 'refused' && answer.refusal.kind === 'stale') setMissed(moving)
      router.refresh()
      return
    }
    const version = answer.version ?? card.version + 1
    put(card.id, { column: to.key, version })
    const undo = isUndo ? null : { card: { ...card, version }, from: to, to: from }
    const text = words(isUndo ? 'movedBack' : 'moved', { name: card.name, stage: to.name })
    setTold({ text, isBad: false, undo })
    router.refresh()
  }

  const shown = columns.map((column) => ({ ...column, cards: cardsIn(column, columns, placed) }))
  return { shown, told, isSending, say, stays, send }
}

/** What the server said, but for cards that went elsewhere since. */
function cardsIn(column: Column, columns: readonly Column[], placed: ReadonlyMap<number, Placed>): readonly Card[] {
  const standing = columns.flatMap(({ key, cards }) =>
    cards.map((card) => {
      const place = placed.get(card.id)
      return place && place.version >= card.version
        ? { card: { ...card, version: place.version }, before: key, key: place.column }
        : { card, before: key, key }
    }),
  )
  const here = standing.filter(({ key }) => key === column.key)
  // What just came is seen at once: its place by deadline comes with the refreshed page.
  return here
    .toSorted((one, other) => Number(one.before === column.key) - Number(other.before === column.key))
    .map(({ card }) => card)
}

function reasonOf(answer: FormState | null): string | null {
  if (answer?.kind === 'refused') return answer.refusal.message
  return answer?.kind === 'rejected' ? Object.values(answer.errors).flat().join(' ') : null
}
