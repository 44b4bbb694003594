import { useId } from 'react'
import { describedBy, FieldFrame } from '../../ui/field.tsx'

/** A field whose value the page holds. `rows` makes it a text area that grows with what it holds. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  problem,
  rows,
  dir = 'auto',
  lang,
  maxLength,
  look,
  onBlur,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly problem?: string
  readonly rows?: number
  readonly dir?: 'auto' | 'ltr' | 'rtl'
  readonly lang?: string
  readonly maxLength?: number
  readonly look?: 'headline' | 'standfirst'
  readonly onBlur?: () => void
}) {
  const id = useId()
  const errors = problem ? [problem] : []
  const field = {
    ...{ id, value, dir, lang, maxLength, onBlur, className: look },
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': describedBy(id, hint, errors),
  }
  return (
    <FieldFrame id={id} label={label} hint={hint} errors={errors}>
      {rows ? (
        <textarea
          {...field}
          rows={rows}
          // A headline has no lines: Enter goes nowhere, a pasted one is one line.
          onChange={(event) => onChange(look ? event.target.value.replace(/\s*\n\s*/g, ' ') : event.target.value)}
        />
      ) : (
        <input {...field} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )}
    </FieldFrame>
  )
}
