import { type ReactNode, useId } from 'react'
import type { AdminWords } from '#lib/i18n/admin/words.ts'

type Props = {
  /** The list: the filters are its address, so it can be kept as a bookmark and sent to a colleague. */
  readonly action: string
  readonly label?: string
  /** How many of them narrow the list now. */
  readonly active: number
  readonly words: AdminWords
  readonly children: ReactNode
}

/**
 * A plain form over a list. On a phone it stands behind a line that says how many filters are on: the list is what one came for. It
 * works without script, and the form is no part of what is folded: so a wide page can show it in every browser (desk.css).
 */
export function Filters({ action, label, active, words, children }: Props) {
  const id = useId()
  return (
    <search>
      <details className="filters-fold">
        <summary aria-controls={id}>
          {active === 0 ? words('shell.filters.none') : words('shell.filters.active', { count: active })}
        </summary>
      </details>
      <form className="filters" action={action} aria-label={label} id={id}>
        {children}
      </form>
    </search>
  )
}
