'use client'

import { type DragEvent, type KeyboardEvent, useActionState, useState } from 'react'
import { flushSync } from 'react-dom'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import { moved } from '#lib/domain/sections/arrange.ts'
import { FormErrors } from './form-errors.client.tsx'
import { SubmitButton } from './submit-button.client.tsx'
import { useAnswered } from './use-answered.ts'

type Entry = { readonly id: number; readonly name: string }
type Props = {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>
  readonly entries: readonly Entry[]
  readonly hidden: Readonly<Record<string, string>>
  /** `up` and `down` by entry, `moved` by entry and place: made on the server, which knows the language. */
  readonly labels: Readonly<
    Record<number, { readonly up: string; readonly down: string; readonly moved: readonly string[] }>
  >
  readonly words: Readonly<Record<'hint' | 'submit' | 'working' | 'problems', string>>
  readonly locale: string
}

const dragType = 'application/x-masthead-order'

/** Entries in their order. Buttons and Alt with arrows move them; dragging by the dots is for whoever likes that better. */
export function OrderForm({ action, entries, hidden, labels, words, locale }: Props) {
  const [state, send] = useActionState(useAnswered(action), idle)
  const [rows, setRows] = useState(entries)
  const [said, setSaid] = useState('')
  const move = (from: number, to: number, focus?: HTMLElement) => {
    const next = moved(rows, from, to)
    const row = rows[from]
    if (!row || next === rows) return
    // Moving the row in the page takes the focus away from what is in it: it is back before the next key comes.
    flushSync(() => {
      setRows(next)
      setSaid(labels[row.id]?.moved[to] ?? '')
    })
    focus?.focus()
  }
  const onKeyDown = (position: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    if (event.target instanceof HTMLElement) move(position, position + (event.key === 'ArrowUp' ? -1 : 1), event.target)
  }
  const onDrop = (position: number) => (event: DragEvent) => {
    const from = event.dataTransfer.getData(dragType)
    if (from === '') return
    event.preventDefault()
    move(Number(from), position)
  }
  const step = (position: number, by: number, sign: string, label: string | undefined) => {
    const isOff = position + by < 0 || position + by >= rows.length
    return (
      <button
        type="button"
        className="button quiet"
        aria-label={label}
        aria-disabled={isOff}
        onClick={(event) => !isOff && move(position, position + by, event.currentTarget)}
      >
        {sign}
      </button>
    )
  }
  return (
    <form action={send} className="form" onSubmit={() => setSaid('')}>
      <FormErrors state={state} title={words.problems} labels={{}} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="ids" value={rows.map(({ id }) => id).join()} />
      <p className="hint">{words.hint}</p>
      <ol className="front-slots">
        {rows.map(({ id, name }, position) => (
          <li key={id} onKeyDown={onKeyDown(position)} onDragOver={allowOrder} onDrop={onDrop(position)}>
            <div className="row">
              <span
                className="drag"
                draggable
                aria-hidden="true"
                onDragStart={(event) => event.dataTransfer.setData(dragType, String(position))}
              >
                ⠿
              </span>
              <p lang={locale} dir="auto">
                {name}
              </p>
              {step(position, -1, '↑', labels[id]?.up)}
              {step(position, 1, '↓', labels[id]?.down)}
            </div>
          </li>
        ))}
      </ol>
      <div className="row">
        <SubmitButton working={words.working} kind="plain">
          {words.submit}
        </SubmitButton>
        <p className="said" role="status">
          {said || (state.kind === 'done' ? state.message : '')}
        </p>
      </div>
    </form>
  )
}

function allowOrder(event: DragEvent): void {
  if (event.dataTransfer.types.includes(dragType)) event.preventDefault()
}
