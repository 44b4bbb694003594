'use client'

import { useEffect, useRef } from 'react'
import { asksAgain, type FormState, signedOut } from '#lib/domain/form-state.ts'
import { useHasScript } from './use-has-script.ts'

type Props = {
  readonly state: FormState
  /** Over the list, when there is more than words for the whole form. */
  readonly title: string
  /** Labels by field name: the summary names fields as the form does. */
  readonly labels: Readonly<Record<string, string>>
  readonly idOf?: (field: string) => string
}

/** What is wrong with a form, in one place that takes the focus, with a link to each field. */
export function FormErrors({ state, title, labels, idOf = (field) => `field-${field}` }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.kind === 'rejected' || state.kind === 'refused') box.current?.focus()
  }, [state])
  // With script the page has asked where it stands: what is left is that the person thought better of it.
  const isWay = !useHasScript() && asksAgain(state) !== null
  if (state.kind !== 'rejected' && state.kind !== 'refused') return null
  if (state.kind === 'refused' && state.refusal.kind === signedOut)
    return (
      <div className="notice bad" role="alert" tabIndex={-1} ref={box}>
        <p>
          <a href="/admin/sign-in" target="_blank" rel="noopener">
            {state.refusal.message}
          </a>
        </p>
      </div>
    )
  return (
    <div className="notice bad" role="alert" tabIndex={-1} ref={box}>
      {state.kind === 'refused' && (
        <p>{isWay ? <a href="/admin/confirm">{state.refusal.message}</a> : state.refusal.message}</p>
      )}
      {state.kind === 'rejected' && <p>{state.errors.form?.join(' ') ?? title}</p>}
      {state.kind === 'rejected' && (
        <ul>
          {Object.entries(state.errors)
            .filter(([field]) => field !== 'form')
            .map(([field, texts]) => (
              <li key={field}>
                <a href={`#${idOf(field)}`}>{labels[field] ?? field}</a>: {texts.join(' ')}
              </li>
            ))}
        </ul>
      )}
    </div>
  )
}
