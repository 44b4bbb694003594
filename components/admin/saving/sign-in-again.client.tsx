'use client'

import { useCallback, useEffect, useState } from 'react'
import { type FormState, refused } from '#lib/domain/form-state.ts'
import type { SavingWords } from '#lib/i18n/admin/editor/saving/words.ts'
import { ActionForm, type FormField } from '../ui/action-form.client.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.client.tsx'
import { Notice } from '../ui/notice.tsx'
import { sendSignIn } from './transport.ts'

type Props = {
  readonly email: string
  readonly words: SavingWords
  readonly onSignedIn: () => void
}

/** It opens in the first pause: under the fingers of whoever writes it would swallow their words. */
const pauseMs = 1_000

/**
 * Over the text, whose session ran out: password, and code where the person has a second step. It closes by itself as soon as the
 * server knows the person again, in whatever tab that happened.
 */
export function SignInAgain({ email, words, onSignedIn }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [told, setTold] = useState<string | null>(null)
  useEffect(() => {
    const open = () => {
      window.removeEventListener('keydown', wait)
      setOpen(true)
    }
    let timer = setTimeout(open, pauseMs)
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(open, pauseMs)
    }
    window.addEventListener('keydown', wait)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', wait)
    }
  }, [])
  useEffect(() => {
    const onFocus = () => onSignedIn()
    window.addEventListener('focus', onFocus)
    return () => window.removeEventListener('focus', onFocus)
  }, [onSignedIn])
  const send = useCallback(
    async (_: FormState, form: FormData) => {
      const answer = (await sendSignIn(form)) ?? refused('unreachable', words('signIn.unreachable'))
      if (answer.kind === 'done') onSignedIn()
      if (answer.kind !== 'refused') return answer
      const { kind, message } = answer.refusal
      // Too late, or too many wrong codes: it begins anew.
      if (kind === 'over') setTold(message)
      if (kind === 'over') setStep('password')
      if (kind === 'second-factor') setStep('code')
      return answer
    },
    [words, onSignedIn],
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
        <p role="status">{step === 'code' ? words('signIn.codeText') : (told ?? words('signIn.text'))}</p>
        <ActionForm
          key={step}
          id="sign-in-again"
          action={send}
          submit={words('signIn.submit')}
          words={{ working: words('signIn.working'), problems: words('signIn.problems') }}
          fields={step === 'code' ? codeFields(words) : passwordFields(words, email)}
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

function passwordFields(words: SavingWords, email: string): readonly FormField[] {
  return [
    {
      ...{ kind: 'input', name: 'email', type: 'email', label: words('signIn.email') },
      // The text is theirs: whoever else signs in here saves nothing of it.
      ...{ value: email, autoComplete: 'username', isReadOnly: true },
    },
    {
      ...{ kind: 'input', name: 'password', type: 'password', label: words('signIn.password') },
      ...{ isRequired: true, autoComplete: 'current-password' },
    },
  ]
}

function codeFields(words: SavingWords): readonly FormField[] {
  return [
    {
      ...{ kind: 'input', name: 'code', label: words('signIn.code'), isRequired: true, dir: 'ltr' },
      ...{ autoComplete: 'one-time-code', maxLength: 40 },
    },
  ]
}
