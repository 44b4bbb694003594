import type { ReactNode } from 'react'

type Props = {
  /** What kind of page it is, or the page above it, over its title. */
  readonly label?: string | { readonly text: string; readonly path: string }
  readonly title: string
  readonly standfirst?: ReactNode
}

export function PageTitle({ label, title, standfirst }: Props) {
  return (
    <header>
      {label ? (
        <p className="kicker">{typeof label === 'string' ? label : <a href={label.path}>{label.text}</a>}</p>
      ) : null}
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {standfirst ? <p className="standfirst">{standfirst}</p> : null}
    </header>
  )
}
