'use client'

import { useActionState } from 'react'
import { type FormState, idle } from '#lib/domain/form-state.ts'
import type { TwoFactorState } from '#lib/domain/people/two-factor-state.ts'
import { ActionForm } from '../ui/action-form.client.tsx'
import { Field } from '../ui/field.tsx'
import { FormErrors } from '../ui/form-errors.client.tsx'
import { SubmitButton } from '../ui/submit-button.client.tsx'
import { useAnswered } from '../ui/use-answered.ts'

type Action = (state: TwoFactorState, form: FormData) => Promise<TwoFactorState>

export type TwoFactorWords = {
  readonly password: string
  readonly working: string
  readonly problems: string
  readonly start: string
  readonly scan: string
  readonly picture: string
  readonly key: string
  readonly code: string
  readonly finish: string
  readonly codesTitle: string
  readonly codesText: string
}

type Props = { readonly begin: Action; readonly finish: Action; readonly words: TwoFactorWords }

/** Password, then picture and recovery codes, then the first code: one form after the other in one place. */
export function SetUpTwoFactor({ begin, finish, words }: Props) {
  const step: Action = (before, form) => (before.kind === 'setup' ? finish : begin)(before, form)
  const [state, send] = useActionState(useAnswered(step), idle)
  if (state.kind === 'setup')
    return (
      <form className="form" action={send}>
        <p>{words.scan}</p>
        <svg className="qr" viewBox={`0 0 ${state.qr.size} ${state.qr.size}`} role="img" aria-label={words.picture}>
          <path d={state.qr.path} />
        </svg>
        <div className="field">
          <span>{words.key}</span>
          <code className="secret" dir="ltr">
            {state.secret}
          </code>
        </div>
        <RecoveryCodes title={words.codesTitle} text={words.codesText} codes={state.codes} />
        <Field
          name="code"
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          isRequired
          errors={state.errors}
        />
        <div className="row">
          <SubmitButton working={words.working}>{words.finish}</SubmitButton>
        </div>
      </form>
    )
  return <PasswordForm state={state} send={send} submit={words.start} kind="primary" words={words} id="two-factor" />
}

type RenewProps = { readonly renew: Action; readonly submit: string; readonly words: TwoFactorWords }

export function RenewCodes({ renew, submit, words }: RenewProps) {
  const [state, send] = useActionState(useAnswered(renew), idle)
  if (state.kind === 'codes') return <RecoveryCodes title={words.codesTitle} text={state.message} codes={state.codes} />
  return <PasswordForm state={state} send={send} submit={submit} kind="plain" words={words} id="codes" />
}

type OffProps = {
  readonly turnOff: (state: FormState, form: FormData) => Promise<FormState>
  readonly submit: string
  readonly words: TwoFactorWords
}

export function TurnOffTwoFactor({ turnOff, submit, words }: OffProps) {
  return (
    <ActionForm
      action={turnOff}
      id="off"
      submit={submit}
      kind="danger"
      words={words}
      fields={[
        {
          ...{ kind: 'input', name: 'password', type: 'password', label: words.password },
          ...{ isRequired: true, autoComplete: 'current-password' },
        },
      ]}
    />
  )
}

type PasswordProps = {
  readonly state: TwoFactorState
  readonly send: (form: FormData) => void
  readonly submit: string
  readonly kind: 'primary' | 'plain'
  readonly words: TwoFactorWords
  readonly id: string
}

function PasswordForm({ state, send, submit, kind, words, id }: PasswordProps) {
  const errors = state.kind === 'rejected' ? (state.errors.password ?? []) : []
  return (
    <form className="form" action={send}>
      {(state.kind === 'rejected' || state.kind === 'refused') && (
        <FormErrors
          state={state}
          title={words.problems}
          labels={{ password: words.password }}
          idOf={() => `${id}-password`}
        />
      )}
      <Field
        id={`${id}-password`}
        name="password"
        type="password"
        label={words.password}
        autoComplete="current-password"
        isRequired
        errors={errors}
      />
      <div className="row">
        <SubmitButton working={words.working} kind={kind}>
          {submit}
        </SubmitButton>
        <p className="said" role="status">
          {state.kind === 'done' ? state.message : ''}
        </p>
      </div>
    </form>
  )
}

type CodesProps = { readonly title: string; readonly text: string; readonly codes: readonly string[] }

function RecoveryCodes({ title, text, codes }: CodesProps) {
  return (
    <section className="notice">
      <h3>{title}</h3>
      <p>{text}</p>
      <ul className="codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </section>
  )
}
