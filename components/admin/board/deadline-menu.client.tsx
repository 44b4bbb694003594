'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import type { FormState } from '#lib/domain/form-state.ts'
import { ActionForm } from '../ui/action-form.client.tsx'
import { useHasScript } from '../ui/use-has-script.ts'
import { type Due, DueMark } from './due-mark.tsx'

export type DeadlineAction = (state: FormState, form: FormData) => Promise<FormState>

/** A deadline as its form takes it. */
export type DeadlineFields = {
  /** By the clock of the edition, as `<input type="datetime-local">` takes it; empty without one. */
  readonly clock: string
  /** The moment itself, which the answer is decided on. */
  readonly seen: string
}

type Props = {
  readonly id: string
  readonly articleId: number
  readonly due: Due | null
  readonly deadline: DeadlineFields
  readonly action: DeadlineAction
  /** Of one group one is open at a time. */
  readonly group?: string
  readonly words: {
    readonly name: string
    readonly set: string
    readonly field: string
    readonly hint: string
    readonly submit: string
    readonly working: string
    readonly problems: string
  }
}

/** When an article is due, and behind it the form that says so. Once it is set the form closes, and its own name tells the new one. */
export function DeadlineMenu({ id, articleId, due, deadline, action, group, words }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  const [said, setSaid] = useState('')
  const hasScript = useHasScript()
  const send: DeadlineAction = async (state, form) => {
    const answer = await action(state, form)
    // The form begins anew with another deadline: what was answered must outlive it.
    setSaid(answer.kind === 'done' ? answer.message : answer.kind === 'refused' ? answer.refusal.message : '')
    if (answer.kind !== 'done' || !menu.current) return answer
    menu.current.open = false
    menu.current.querySelector('summary')?.focus()
    return answer
  }
  return (
    <>
      <details ref={menu} className="deadline" name={group} data-key="d" onKeyDown={closeOnEscape}>
        <summary aria-label={due ? `${due.text}. ${words.name}` : words.name}>
          {due ? <DueMark due={due} /> : <span className="deadline-set">{words.set}</span>}
        </summary>
        <ActionForm
          key={deadline.seen}
          id={id}
          action={hasScript ? send : action}
          hidden={{ articleId: String(articleId), seen: deadline.seen }}
          fields={[
            {
              ...{ kind: 'input', type: 'datetime-local', dir: 'ltr', name: 'due' },
              ...{ label: words.field, hint: words.hint, value: deadline.clock },
            },
          ]}
          submit={words.submit}
          words={words}
        />
      </details>
      <p className="said deadline-said" role="status">
        {said}
      </p>
    </>
  )
}

/** What stands behind a name closes as a dialog does, and the focus goes back to the name. */
export function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  if (event.key !== 'Escape') return
  event.currentTarget.open = false
  event.currentTarget.querySelector('summary')?.focus()
}
