'use client'

import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import { PasskeySignIn } from '../people/passkey-sign-in.client.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.client.tsx'
import { Field } from '../ui/field.tsx'
import { UnheardContext, type UnheardWords } from '../ui/use-answered.ts'
import { type AskAgain, StepUpContext } from '../ui/use-step-up.ts'

type Props = {
  readonly confirm: (state: FormState, form: FormData) => Promise<FormState>
  readonly words: Readonly<
    Record<'title' | 'close' | 'password' | 'submit' | 'working' | 'unreachable' | 'passkey' | 'passkeyFailed', string>
  >
  readonly unheard: UnheardWords
  readonly children: ReactNode
}

type Asked = { readonly message: string; readonly answer: (isConfirmed: boolean) => void }

/** Lets every form of the page ask once more who is there, where it stands. */
export function StepUp({ confirm, words, unheard, children }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const open = useRef<Asked | null>(null)
  const ask = useCallback<AskAgain>((message) => {
    open.current?.answer(false)
    return new Promise((answer) => {
      open.current = { message, answer }
      setAsked(open.current)
    })
  }, [])
  const end = (isConfirmed: boolean) => {
    open.current = null
    setAsked(null)
    asked?.answer(isConfirmed)
  }
  return (
    <StepUpContext value={ask}>
      <UnheardContext value={unheard}>{children}</UnheardContext>
      <Dialog isOpen={asked !== null} title={words.title} closeLabel={words.close} onClose={() => end(false)}>
        {asked && <Confirm message={asked.message} confirm={confirm} words={words} onConfirmed={() => end(true)} />}
      </Dialog>
    </StepUpContext>
  )
}

type ConfirmProps = Pick<Props, 'confirm' | 'words'> & { readonly message: string; readonly onConfirmed: () => void }

/** No action of a form: the one that asks is still under way, and React shows what others answer only after it. */
function Confirm({ message, confirm, words, onConfirmed }: ConfirmProps) {
  const [wrong, setWrong] = useState<readonly string[]>([])
  const [isSending, setSending] = useState(false)
  const field = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (wrong.length > 0) field.current?.querySelector<HTMLInputElement>('[type=password]')?.focus()
  }, [wrong])
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSending(true)
    const answer = await confirm(idle, new FormData(event.currentTarget)).catch(() => null)
    setSending(false)
    if (answer?.kind === 'done') onConfirmed()
    else setWrong(reasonsOf(answer) ?? [words.unreachable])
  }
  return (
    <div className="stack-tight">
      <p>{message}</p>
      <form className="form" onSubmit={send} ref={field}>
        <Field
          id="step-up-password"
          name="password"
          type="password"
          label={words.password}
          errors={wrong}
          isRequired
          autoComplete="current-password"
        />
        <div className="row">
          <Button kind="primary" isDisabled={isSending}>
            {isSending ? words.working : words.submit}
          </Button>
        </div>
      </form>
      <PasskeySignIn onSignedIn={onConfirmed} label={words.passkey} failed={words.passkeyFailed} />
    </div>
  )
}

function reasonsOf(answer: FormState | null): readonly string[] | null {
  if (answer?.kind === 'refused') return [answer.refusal.message]
  return answer?.kind === 'rejected' ? Object.values(answer.errors).flat() : null
}
