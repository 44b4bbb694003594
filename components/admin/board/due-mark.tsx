import type { DeadlineState } from '#lib/domain/desk/deadline.ts'
import './due-mark.css'

/** A deadline as a card or a row shows it. */
export type Due = { readonly state: Exclude<DeadlineState, 'none'>; readonly text: string }

/** Each has a shape of its own: colour alone says nothing to who can't see it. */
const shapes: Readonly<Record<Due['state'], string>> = {
  overdue: 'M10 2.5 18.5 17.5H1.5ZM10 8v4.5M10 14.8v.2',
  soon: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 6v4.5l3 2',
  later: 'M3 5h14v12H3ZM3 9h14M7 2.5V6M13 2.5V6',
}

/** When something is due: in words, with a sign, and in colour. */
export function DueMark({ due: { state, text } }: { readonly due: Due }) {
  return (
    <span className={`due ${state}`}>
      <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
        <path d={shapes[state]} />
      </svg>
      <span>{text}</span>
    </span>
  )
}
