import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'

type FrameProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly errors?: readonly string[]
  readonly children: ReactNode
}

/** A label, its field, what helps to fill it in, and what is wrong with it, tied together for a screen reader. */
export function FieldFrame({ id, label, hint, errors = [], children }: FrameProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p className="wrong" id={`${id}-wrong`}>
          {errors.join(' ')}
        </p>
      )}
      {children}
    </div>
  )
}

/** For `aria-describedby`: the ids that FieldFrame gave to hint and errors. */
export function describedBy(id: string, hint: string | undefined, errors: readonly string[] = []): string | undefined {
  const ids = [hint ? `${id}-hint` : null, errors.length > 0 ? `${id}-wrong` : null].filter((one) => one !== null)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export type FieldProps = {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'date' | 'datetime-local' | 'number' | 'month'
  readonly value?: string
  readonly hint?: string
  readonly errors?: readonly string[]
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly inputMode?: 'numeric' | 'email' | 'search' | 'url'
  readonly dir?: 'auto' | 'ltr'
  readonly maxLength?: number
  /** More than one form of a page can have a field of this name. */
  readonly id?: string
}

export function Field(props: FieldProps) {
  const { name, label, type = 'text', value, hint, errors, isRequired, autoComplete, inputMode, dir, maxLength } = props
  const { isReadOnly } = props
  const id = props.id ?? `field-${name}`
  return (
    <FieldFrame id={id} label={label} hint={hint} errors={errors}>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        required={isRequired}
        readOnly={isReadOnly}
        autoComplete={autoComplete}
        inputMode={inputMode}
        dir={dir ?? (type === 'email' || type === 'url' || type === 'password' ? 'ltr' : 'auto')}
        maxLength={maxLength}
        aria-invalid={errors && errors.length > 0 ? true : undefined}
        aria-describedby={describedBy(id, hint, errors)}
      />
    </FieldFrame>
  )
}

export type TextAreaProps = Pick<
  FieldProps,
  'name' | 'label' | 'value' | 'hint' | 'errors' | 'isRequired' | 'maxLength' | 'id'
> & {
  readonly rows?: number
}

export function TextArea({
  name,
  label,
  value,
  hint,
  errors,
  isRequired,
  maxLength,
  rows = 4,
  id = `field-${name}`,
}: TextAreaProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} errors={errors}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        required={isRequired}
        maxLength={maxLength}
        dir="auto"
        aria-invalid={errors && errors.length > 0 ? true : undefined}
        aria-describedby={describedBy(id, hint, errors)}
      />
    </FieldFrame>
  )
}
