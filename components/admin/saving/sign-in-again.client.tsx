'use client'

import { useCallback, useEffect, useState } from 'react'
import type { FormState } from '#lib/domain/form-state.ts'
import type { SavingWords } from '#lib/i18n/admin/saving/words.ts'
import { ActionForm } from '../ui/action-form.client.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.client.tsx'
import { Notice } from '../ui/notice.tsx'

type Props = {
  readonly email: string
  readonly words: SavingWords
  readonly signIn: (state: FormState, form: FormData) => Promise<FormState>
  readonly onSignedIn: () => void
}

/**
 * Over the text, whose session ran out. It closes by itself as soon as the server knows the person again, in whatever tab that
 * happened.
 */
export function SignInAgain({ email, words, signIn, onSignedIn }: Props) {
  const [isOpen, setOpen] = useState(true)
  useEffect(() => {
    const onFocus = () => onSignedIn()
    window.addEventListener('focus', onFocus)
    return () => window.removeEventListener('focus', onFocus)
  }, [onSignedIn])
  const send = useCallback(
    async (state: FormState, form: FormData) => {
      const answer = await signIn(state, form)
      if (answer.kind === 'done') onSignedIn()
      return answer
    },
    [signIn, onSignedIn],
  )
  return (
    <>
      <Notice tone="bad">
        <p>{words('signIn.text')}</p>
        <Button type="button" onPress={() => setOpen(true)}>
          {words('signIn.open')}
        </Button>
      </Notice>
      <Dialog
        isOpen={isOpen}
        title={words('signIn.title')}
        closeLabel={words('signIn.close')}
        onClose={() => setOpen(false)}
      >
        <p>{words('signIn.text')}</p>
        <ActionForm
          id="sign-in-again"
          action={send}
          submit={words('signIn.submit')}
          words={{ working: words('signIn.working'), problems: words('signIn.problems') }}
          fields={[
            {
              kind: 'input',
              name: 'email',
              type: 'email',
              label: words('signIn.email'),
              value: email,
              autoComplete: 'username',
            },
            {
              ...{ kind: 'input', name: 'password', type: 'password', label: words('signIn.password') },
              ...{ isRequired: true, autoComplete: 'current-password' },
            },
          ]}
        />
        <p>
          <a href="/admin/sign-in?next=/admin/account" target="_blank" rel="noreferrer">
            {words('signIn.other')}
          </a>
        </p>
      </Dialog>
    </>
  )
}
