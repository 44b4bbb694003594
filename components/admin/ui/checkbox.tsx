type Props = {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly isChecked?: boolean
  readonly hint?: string
}

export function Checkbox({ name, label, value = 'yes', isChecked, hint }: Props) {
  return (
    <label className="check">
      <input type="checkbox" name={name} value={value} defaultChecked={isChecked} />
      <span>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  )
}
