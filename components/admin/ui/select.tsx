import { describedBy, FieldFrame } from './field.tsx'

export type Option = { readonly value: string; readonly label: string }

type Props = {
  readonly name: string
  readonly label: string
  readonly options: readonly Option[]
  readonly value?: string
  readonly hint?: string
  readonly errors?: readonly string[]
  readonly id?: string
}

export function Select({ name, label, options, value, hint, errors, id = `field-${name}` }: Props) {
  return (
    <FieldFrame id={id} label={label} hint={hint} errors={errors}>
      <select
        id={id}
        name={name}
        // React keeps an uncontrolled select's first choice: a new answer from the server makes a new one.
        key={value}
        defaultValue={value}
        aria-invalid={errors && errors.length > 0 ? true : undefined}
        aria-describedby={describedBy(id, hint, errors)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
