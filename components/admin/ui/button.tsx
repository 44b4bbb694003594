import type { ReactNode } from 'react'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

type Props = {
  readonly kind?: ButtonKind
  readonly children: ReactNode
  readonly name?: string
  readonly value?: string
  readonly form?: string
  readonly isDisabled?: boolean
  readonly type?: 'submit' | 'button'
  readonly onPress?: () => void
  /** Words for who can't see an icon. */
  readonly label?: string
}

export function Button({
  kind = 'plain',
  children,
  name,
  value,
  form,
  isDisabled,
  type = 'submit',
  onPress,
  label,
}: Props) {
  return (
    <button
      className={`button ${kind}`}
      type={type}
      name={name}
      value={value}
      form={form}
      disabled={isDisabled}
      onClick={onPress}
      aria-label={label}
    >
      {children}
    </button>
  )
}

type LinkProps = {
  readonly href: string
  readonly kind?: ButtonKind
  /** Beside what is being written, which stays where it is. */
  readonly isNewTab?: boolean
  readonly children: ReactNode
}

export function ButtonLink({ href, kind = 'plain', isNewTab, children }: LinkProps) {
  return (
    <a
      className={`button ${kind}`}
      href={href}
      target={isNewTab ? '_blank' : undefined}
      rel={isNewTab ? 'noopener' : undefined}
    >
      {children}
    </a>
  )
}
