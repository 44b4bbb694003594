'use client'

import { useState } from 'react'
import type { FormState } from '#lib/domain/form-state.ts'
import { ActionForm } from '../ui/action-form.client.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.client.tsx'

type Props = {
  readonly id: number
  readonly action: (state: FormState, form: FormData) => Promise<FormState>
  readonly words: { readonly ask: string; readonly title: string; readonly submit: string; readonly close: string }
  /** What will happen, a sentence each. */
  readonly consequences: readonly string[]
  readonly form: { readonly working: string; readonly problems: string }
}

/** Asks with the exact consequence before a picture goes for good. */
export function DeletePicture({ id, action, words, consequences, form }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button type="button" kind="danger" onPress={() => setOpen(true)}>
        {words.ask}
      </Button>
      <Dialog isOpen={isOpen} title={words.title} closeLabel={words.close} onClose={() => setOpen(false)}>
        {consequences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <ActionForm
          id="delete"
          action={action}
          submit={words.submit}
          kind="danger"
          words={form}
          hidden={{ id: String(id) }}
          fields={[]}
        />
      </Dialog>
    </>
  )
}
