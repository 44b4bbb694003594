'use client'

import { type ReactNode, useActionState } from 'react'
import { errorsOf, type FormState, idle, typedValue } from '#lib/domain/form-state.ts'
import type { ButtonKind } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { CopyLink, type CopyWords } from './copy-link.client.tsx'
import { describedBy, Field, type FieldProps, TextArea, type TextAreaProps } from './field.tsx'
import { FormErrors } from './form-errors.client.tsx'
import { type Option, Select } from './select.tsx'
import { SubmitButton } from './submit-button.client.tsx'
import { useAnswered } from './use-answered.ts'
import { useStepUp } from './use-step-up.ts'

export type FormField =
  | ({ readonly kind: 'input' } & Omit<FieldProps, 'errors' | 'id'>)
  | ({ readonly kind: 'text' } & Omit<TextAreaProps, 'errors' | 'id'>)
  | {
      readonly kind: 'select'
      readonly name: string
      readonly label: string
      readonly options: readonly Option[]
      readonly value?: string
      readonly hint?: string
    }
  | {
      readonly kind: 'checks'
      readonly name: string
      readonly label: string
      readonly hint?: string
      readonly options: readonly (Option & { readonly hint?: string })[]
      readonly chosen: readonly string[]
    }

type Props = {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>
  readonly fields: readonly FormField[]
  readonly submit: string
  readonly kind?: ButtonKind
  readonly words: { readonly working: string; readonly problems: string }
  /** Sent along unseen. */
  readonly hidden?: Readonly<Record<string, string>>
  /** Tells forms of one page apart. */
  readonly id?: string
  /** Another form of the page was sent since: what this one answered holds no longer. What was typed in it stays. */
  readonly isOver?: boolean
  /** Fields of one's own, before the button. */
  readonly children?: ReactNode
  /** What the fields of `children` are called, where something is wrong with them. */
  readonly childLabels?: Readonly<Record<string, string>>
  /** With them, a link that is answered has a button that copies it. */
  readonly copyWords?: CopyWords
}

/** A form whose answer comes from a server action: keeps what was typed, says what is wrong, works without script. */
export function ActionForm(props: Props) {
  const {
    action,
    fields,
    submit,
    kind,
    words,
    hidden = {},
    id = 'form',
    isOver = false,
    children,
    childLabels,
    copyWords,
  } = props
  const [state, send, isPending] = useActionState(useAnswered(useStepUp(action)), idle)
  const answer = isOver || isPending ? idle : state
  const idOf = (field: string) => `${id}-${field}`
  const labels = { ...childLabels, ...Object.fromEntries(fields.map((field) => [field.name, field.label])) }
  return (
    <form className="form" action={send} id={id}>
      <FormErrors state={answer} title={words.problems} labels={labels} idOf={idOf} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <FormFieldView key={field.name} field={field} state={state} id={idOf(field.name)} />
      ))}
      {children}
      <div className="row">
        <SubmitButton working={words.working} kind={kind}>
          {submit}
        </SubmitButton>
        <p className="said" role="status">
          {answer.kind === 'done' ? answer.message : ''}
        </p>
      </div>
      {answer.kind === 'done' && answer.link && <AnsweredLink link={answer.link} words={copyWords} />}
    </form>
  )
}

function AnsweredLink({ link, words }: { readonly link: string; readonly words?: CopyWords }) {
  return words ? <CopyLink key={link} link={link} words={words} /> : <code className="secret">{link}</code>
}

function FormFieldView({
  field,
  state,
  id,
}: {
  readonly field: FormField
  readonly state: FormState
  readonly id: string
}) {
  const errors = errorsOf(state, field.name)
  switch (field.kind) {
    case 'input':
      return (
        <Field
          name={field.name}
          label={field.label}
          type={field.type}
          hint={field.hint}
          isRequired={field.isRequired}
          isReadOnly={field.isReadOnly}
          autoComplete={field.autoComplete}
          inputMode={field.inputMode}
          dir={field.dir}
          maxLength={field.maxLength}
          value={typedValue(state, field.name, field.value)}
          errors={errors}
          id={id}
        />
      )
    case 'text':
      return (
        <TextArea
          name={field.name}
          label={field.label}
          hint={field.hint}
          isRequired={field.isRequired}
          maxLength={field.maxLength}
          rows={field.rows}
          value={typedValue(state, field.name, field.value)}
          errors={errors}
          id={id}
        />
      )
    case 'select':
      return (
        <Select
          name={field.name}
          label={field.label}
          options={field.options}
          hint={field.hint}
          value={typedValue(state, field.name, field.value)}
          errors={errors}
          id={id}
        />
      )
    case 'checks':
      return (
        <fieldset className="field" id={id} tabIndex={-1} aria-describedby={describedBy(id, field.hint, errors)}>
          <legend>{field.label}</legend>
          {field.hint && (
            <p className="hint" id={`${id}-hint`}>
              {field.hint}
            </p>
          )}
          {errors.length > 0 && (
            <p className="wrong" id={`${id}-wrong`}>
              {errors.join(' ')}
            </p>
          )}
          {field.options.map(({ value, label, hint }) => (
            <Checkbox
              key={value}
              name={field.name}
              value={value}
              label={label}
              hint={hint}
              isChecked={tickedOf(state, field).includes(value)}
            />
          ))}
        </fieldset>
      )
  }
}

/** What was ticked before a refusal, a line each (lib/input/parse-form.ts): no box at all sends nothing. */
function tickedOf(state: FormState, { name, chosen }: Extract<FormField, { kind: 'checks' }>): readonly string[] {
  const values = state.kind === 'rejected' || state.kind === 'refused' ? state.values : undefined
  if (!values || Object.keys(values).length === 0) return chosen
  return (values[name] ?? '').split('\n')
}
