'use client'

import { type ReactNode, useId, useState } from 'react'
import { Button } from '#components/admin/ui/button.tsx'
import type { Mentionable } from '#lib/domain/writing/saving/mentions.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'

type Props = {
  readonly label: string
  readonly submit: string
  readonly people: readonly Mentionable[]
  readonly words: SavingWords
  /** Whether it was written: if not, the words stay in the field. */
  readonly onSend: (text: string) => Promise<boolean>
  /** The same words say that readers were told something wrong. */
  readonly onFlag?: (text: string) => Promise<boolean>
  readonly onCancel?: () => void
  readonly children?: ReactNode
}

export function CommentForm({ label, submit, people, words, onSend, onFlag, onCancel, children }: Props) {
  const [text, setText] = useState('')
  const [state, setState] = useState<'idle' | 'sending' | 'sent' | 'failed'>('idle')
  const id = useId()
  const send = async (write = onSend) => {
    if (text.trim() === '' || state === 'sending') return
    setState('sending')
    const isWritten = await write(text.trim())
    setState(isWritten ? 'sent' : 'failed')
    if (isWritten) setText('')
  }
  const mention = (name: string) =>
    name && setText((before) => `${before}${before && !/\s$/.test(before) ? ' ' : ''}@${name} `)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
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
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send()
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
          <Button type="button" onPress={() => void send(onFlag)}>
            {words('comments.flag')}
          </Button>
        )}
        {onCancel && (
          <Button type="button" kind="quiet" onPress={onCancel}>
            {words('comments.cancel')}
          </Button>
        )}
        <p className={state === 'failed' ? 'wrong' : 'said'} role="status">
          {state === 'sent' && words('comments.sent')}
          {state === 'failed' && words('comments.failed')}
        </p>
      </div>
    </form>
  )
}
