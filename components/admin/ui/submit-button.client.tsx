'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import type { ButtonKind } from './button.tsx'

type Props = {
  readonly children: ReactNode
  /** Stands in the button while the server works. */
  readonly working: string
  readonly kind?: ButtonKind
  readonly name?: string
  readonly value?: string
}

/** Stays where it is and can be focused while the server works; a second press does nothing. */
export function SubmitButton({ children, working, kind = 'primary', name, value }: Props) {
  const { pending } = useFormStatus()
  return (
    <button
      className={`button ${kind}`}
      type="submit"
      name={name}
      value={value}
      aria-disabled={pending}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
    >
      {pending ? working : children}
    </button>
  )
}
