import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import type { CalendarWords } from '#lib/i18n/admin/desk/calendar/words.ts'
import { clockInWords } from '#lib/i18n/week.ts'
import { useStepUp } from '../ui/use-step-up.ts'
import type { BoardEntry } from './days.ts'

type Action = (state: FormState, form: FormData) => Promise<FormState>

/** What gives an entry another time: where it goes out, or newer text of it does, and where it leaves the public. */
export type Moves = { readonly schedule: Action; readonly withdrawal: Action }

/** An entry that is being moved, and where to so far. */
export type Move = { readonly entry: BoardEntry; readonly clock: string }

type Told = { readonly text: string; readonly isBad: boolean; readonly undo: Move | null }

const nothing: Told = { text: '', isBad: false, undo: null }

/** Moving what has its time: one entry at a time, decided by the server, and undone by moving it back. */
export function useMoving(moves: Moves, words: CalendarWords, locale: string) {
  const router = useRouter()
  const schedule = useStepUp(moves.schedule)
  const [move, setMove] = useState<Move | null>(null)
  const [told, setTold] = useState<Told>(nothing)
  const [isSending, setSending] = useState(false)
  /** Where entries went since the page was made; the page's own word counts again once it is newer. */
  const [placed, setPlaced] = useState<ReadonlyMap<string, Pick<BoardEntry, 'clock' | 'version'>>>(new Map())
  const [landed, setLanded] = useState<{ readonly key: string } | null>(null)
  useEffect(() => {
    // In another day it is another element: the focus goes along.
    if (landed) document.querySelector<HTMLElement>(`[data-entry="${landed.key}"] .calendar-move`)?.focus()
  }, [landed])

  const say = (text: string) => setTold({ ...nothing, text })
  const when = (clock: string) => clockInWords(locale, clock)

  const aim = (entry: BoardEntry, clock: string) => {
    setMove({ entry, clock })
    say(words('moving', { name: entry.name, when: when(clock) }))
  }
  const keep = () => {
    if (!move) return
    say(words('kept', { name: move.entry.name }))
    setMove(null)
  }
  const send = async ({ entry, clock }: Move, isUndo = false) => {
    if (isSending || entry.version === null) return
    if (clock === entry.clock) return keep()
    setSending(true)
    say(words('working'))
    const form = new FormData()
    form.set('articleId', String(entry.id))
    form.set('version', String(entry.version))
    form.set('when', clock)
    const answer = await (entry.kind === 'withdrawal' ? moves.withdrawal : schedule)(idle, form).catch(() => null)
    setSending(false)
    if (answer?.kind !== 'done') return setTold({ text: reasonOf(answer) ?? words('failed'), isBad: true, undo: null })
    // Every change of an article raises its version by one.
    const version = entry.version + 1
    setPlaced((before) => new Map(before).set(entry.key, { clock, version }))
    setMove(null)
    setLanded({ key: entry.key })
    const undo = isUndo ? null : { entry: { ...entry, clock, version }, clock: entry.clock }
    const text = words(saying(entry, isUndo), { name: entry.name, when: when(clock) })
    setTold({ text, isBad: false, undo })
    router.refresh()
  }
  const placeOf = (entry: BoardEntry): BoardEntry => {
    const now = placed.get(entry.key)
    return now && entry.version !== null && (now.version ?? 0) > entry.version ? { ...entry, ...now } : entry
  }
  return { move, told, isSending, aim, keep, send, placeOf }
}

function saying({ kind }: BoardEntry, isUndo: boolean) {
  if (kind === 'withdrawal') return isUndo ? 'withdrawalUndone' : 'withdrawalMoved'
  return isUndo ? 'undone' : 'moved'
}

function reasonOf(answer: FormState | null): string | null {
  if (answer?.kind === 'refused') return answer.refusal.message
  return answer?.kind === 'rejected' ? Object.values(answer.errors).flat().join(' ') : null
}
