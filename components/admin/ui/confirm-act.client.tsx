'use client'

import { useState } from 'react'
import type { FormState } from '#lib/domain/form-state.ts'
import { ActionForm, type FormField } from './action-form.client.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.client.tsx'

type Props = {
  readonly id: string
  readonly action: (state: FormState, form: FormData) => Promise<FormState>
  /** Opens the dialog; without it the dialog stands open when the page comes, because the page was asked for it. */
  readonly ask?: string
  readonly title: string
  /** What will happen, a sentence each. */
  readonly consequences: readonly string[]
  /** What is still to be chosen. */
  readonly fields?: readonly FormField[]
  /** A box that must be ticked: for what can't be undone and reaches far. */
  readonly confirm?: string
  readonly submit: string
  readonly close: string
  readonly hidden: Readonly<Record<string, string>>
  readonly words: { readonly working: string; readonly problems: string }
}

/** Says exactly what an act will do before it is done. */
export function ConfirmAct(props: Props) {
  const { id, action, ask, title, consequences, fields = [], confirm, submit, close, hidden, words } = props
  const [isOpen, setOpen] = useState(ask === undefined)
  return (
    <>
      {ask !== undefined && (
        <div className="row">
          <Button type="button" kind="danger" onPress={() => setOpen(true)}>
            {ask}
          </Button>
        </div>
      )}
      <Dialog isOpen={isOpen} title={title} closeLabel={close} onClose={() => setOpen(false)}>
        {consequences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <ActionForm id={id} action={action} submit={submit} kind="danger" words={words} hidden={hidden} fields={fields}>
          {confirm && (
            <label className="check">
              <input type="checkbox" name="confirmed" value="yes" required />
              <span>{confirm}</span>
            </label>
          )}
        </ActionForm>
      </Dialog>
    </>
  )
}
