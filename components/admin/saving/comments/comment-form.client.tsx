'use client'

import { type ReactNode, useContext, useId, useState } from 'react'
import { Button } from '#components/admin/ui/button.tsx'
import { UnheardContext } from '#components/admin/ui/use-answered.ts'
import { useUnsaved } from '#components/admin/ui/use-unsaved.ts'
import type { Mentionable } from '#lib/domain/writing/saving/mentions.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'
import { type Heard, leftOf } from './asking.ts'

export type Write = (text: string, tell: (heard: Heard) => void) => void

type Props = {
  readonly label: string
  readonly submit: string
  readonly people: readonly Mentionable[]
  readonly words: SavingWords
  /** Tells what came of it: until it is written, the words stay in the field. */
  readonly onSend: Write
  /** The same words say that readers were told something wrong. */
  readonly onFlag?: Write
  readonly onCancel?: () => void
  readonly children?: ReactNode
}

export function CommentForm({ label, submit, people, words, onSend, onFlag, onCancel, children }: Props) {
  const [text, setText] = useState('')
  const [state, setState] = useState<'idle' | 'sending' | Heard>('idle')
  const id = useId()
  const unheard = useContext(UnheardContext)
  useUnsaved(text.trim() !== '')
  const send = (write = onSend) => {
    const sent = text.trim()
    if (sent === '' || state === 'sending') return
    setState('sending')
    write(sent, (heard) => {
      setState(heard)
      if (heard === 'done') setText((typed) => leftOf(typed, sent))
    })
  }
  const says = {
    ...{
      idle: '',
      sending: words('status.saving'),
      done: words('comments.sent'),
      unanswered: words('comments.failed'),
    },
    ...{ 'signed-out': unheard?.signedOut ?? words('signIn.text'), 'not-allowed': words('comments.mayNot') },
  }[state]
  const mention = (name: string) =>
    name && setText((before) => `${before}${before && !/\s$/.test(before) ? ' ' : ''}@${name} `)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {children}
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <p className="hint" id={`${id}-hint`}>
          {words('comments.textHint')}
        </p>
        <textarea
          id={id}
          rows={3}
          dir="auto"
          value={text}
          maxLength={4000}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send()
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-mention`}>{words('comments.mention')}</label>
        <select id={`${id}-mention`} value="" onChange={(event) => mention(event.target.value)}>
          <option value="">{words('comments.mentionNone')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {onFlag && <p className="hint">{words('comments.flagHint')}</p>}
      <div className="row">
        <Button kind="primary">{submit}</Button>
        {onFlag && (
          <Button type="button" onPress={() => send(onFlag)}>
            {words('comments.flag')}
          </Button>
        )}
        {onCancel && (
          <Button type="button" kind="quiet" onPress={onCancel}>
            {words('comments.cancel')}
          </Button>
        )}
        <p className={isBad(state) ? 'wrong' : 'said'} role="status">
          {says}
        </p>
      </div>
    </form>
  )
}

function isBad(state: 'idle' | 'sending' | Heard): boolean {
  return state === 'unanswered' || state === 'signed-out' || state === 'not-allowed'
}
