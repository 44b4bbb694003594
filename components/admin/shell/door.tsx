import type { ReactNode } from 'react'
import { Wordmark } from '#components/reader/frame/wordmark.tsx'

type Props = { readonly siteName: string; readonly title: string; readonly text?: string; readonly children: ReactNode }

/** The pages before one is inside: sign-in, invitation, reset. */
export function Door({ siteName, title, text, children }: Props) {
  return (
    <main className="door" id="main">
      <a className="brand" href="/">
        <Wordmark name={siteName} />
      </a>
      <h1>{title}</h1>
      {text && <p>{text}</p>}
      {children}
    </main>
  )
}
