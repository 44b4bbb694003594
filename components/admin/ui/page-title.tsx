import type { ReactNode } from 'react'

type Props = { readonly title: string; readonly text?: string; readonly children?: ReactNode }

/** The head of an admin page: its name, one sentence about it, and what can be done at once. */
export function PageTitle({ title, text, children }: Props) {
  return (
    <div className="page-title">
      <div>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {text && <p>{text}</p>}
      </div>
      {children && <div className="row">{children}</div>}
    </div>
  )
}
