'use client'

import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { isSignedOut } from '../ui/use-answered.ts'

type Words = Readonly<Record<'title' | 'text' | 'number' | 'retry', string>>

const WordsOfFailure = createContext<Words | null>(null)

/** What is shown when a part of the page fails has to be here before: the server may be what fails. */
export function FailureWords({ words, children }: { readonly words: Words; readonly children: ReactNode }) {
  return <WordsOfFailure value={words}>{children}</WordsOfFailure>
}

type Props = { readonly error: unknown; readonly retry: () => void }

/** In place of a part of the page that could not be made while the rest of it stands; a whole page is lib/runtime/serve/admin-failure.ts. */
export function Failure({ error, retry }: Props) {
  const words = useContext(WordsOfFailure)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isSignedOut(error))
      window.location.assign(`/admin/sign-in?next=${encodeURIComponent(window.location.pathname)}`)
    else title.current?.focus()
  }, [error])
  if (!words) throw error
  const number = digestOf(error)
  return (
    <div className="empty" role="alert">
      <title>{words.title}</title>
      <h1 tabIndex={-1} ref={title}>
        {words.title}
      </h1>
      <p>{words.text}</p>
      {number && (
        <p className="hint">
          {words.number} <bdi>{number}</bdi>
        </p>
      )}
      <p>
        <button type="button" className="button" onClick={retry}>
          {words.retry}
        </button>
      </p>
    </div>
  )
}

/** Next writes the same number beside the error into the server's log; errors of the browser have none. */
function digestOf(error: unknown): string | null {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
}
