'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import type { AnyBulkAct, BulkLine, BulkState } from '#lib/domain/publishing/bulk.ts'
import { SubmitButton } from '../ui/submit-button.client.tsx'
import { useAnswered } from '../ui/use-answered.ts'
import { useStepUp } from '../ui/use-step-up.ts'

export type BulkFormWords = Readonly<Record<'confirm' | 'working' | 'results' | 'undo' | 'isDone' | 'isLeft', string>>

type Props = {
  readonly action: (state: BulkState, form: FormData) => Promise<BulkState>
  readonly act: AnyBulkAct
  /** `id:version` of those that it will be done with: what was confirmed is what is done. */
  readonly items: readonly string[]
  readonly hidden: Readonly<Record<string, string>>
  readonly isDanger: boolean
  readonly words: BulkFormWords
  /** What will happen, and the fields of the act: until it has happened. */
  readonly children: ReactNode
}

const idle: BulkState = { kind: 'idle' }

/** Asks once more, then says of each article what came of it. One state for the act and its way back, so it works without script. */
export function BulkForm({ action, act, items, hidden, isDanger, words, children }: Props) {
  const [state, send] = useActionState(useAnswered(useStepUp(action)), idle)
  if (state.kind === 'result') return <Result state={state} send={send} words={words} />
  return (
    <form className="form" action={send} id="bulk-confirm">
      <Problem state={state} />
      <Items act={act} items={items} hidden={hidden} />
      {children}
      {items.length > 0 && (
        <div className="row">
          <SubmitButton working={words.working} kind={isDanger ? 'danger' : 'primary'}>
            {words.confirm}
          </SubmitButton>
        </div>
      )}
    </form>
  )
}

type ResultProps = {
  readonly state: Extract<BulkState, { kind: 'result' }>
  readonly send: (form: FormData) => void
  readonly words: BulkFormWords
}

function Result({ state, send, words }: ResultProps) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer takes the focus
  useEffect(() => box.current?.focus(), [state])
  return (
    <div className="stack">
      <div className="notice" role="status" tabIndex={-1} ref={box}>
        <p>{state.said}</p>
      </div>
      {state.undo && (
        <form action={send} className="row">
          <Items act={state.undo.act} items={state.undo.items} hidden={state.undo.fields} />
          <SubmitButton working={words.working} kind="plain">
            {words.undo}
          </SubmitButton>
        </form>
      )}
      <section aria-labelledby="bulk-results">
        <h2 id="bulk-results">{words.results}</h2>
        <BulkLines lines={state.lines} words={words} />
      </section>
    </div>
  )
}

type LinesProps = { readonly lines: readonly BulkLine[]; readonly words: Pick<BulkFormWords, 'isDone' | 'isLeft'> }

/** One line an article: what was or would be, never by colour alone. */
export function BulkLines({ lines, words }: LinesProps) {
  return (
    <ul className="findings">
      {lines.map(({ id, headline, isDone, said }) => (
        <li key={id} className={isDone ? undefined : 'blocks'}>
          <a href={`/admin/articles/${id}`}>
            <bdi>{headline}</bdi>
          </a>
          <p>
            <span aria-hidden="true">{isDone ? '✓ ' : '✕ '}</span>
            <span className="hidden-words">{isDone ? words.isDone : words.isLeft}: </span>
            {said}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Items({ act, items, hidden }: Pick<Props, 'act' | 'items' | 'hidden'>) {
  return (
    <>
      <input type="hidden" name="act" value={act} />
      {items.map((item) => (
        <input key={item} type="hidden" name="item" value={item} />
      ))}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

function Problem({ state }: { readonly state: BulkState }) {
  if (state.kind !== 'refused' && state.kind !== 'rejected') return null
  return (
    <div className="notice bad" role="alert">
      <p>{state.kind === 'refused' ? state.refusal.message : Object.values(state.errors).flat().join(' ')}</p>
    </div>
  )
}
