import type { ReactNode } from 'react'

/** Something the page has to say before its own words. */
export function Notice({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'good' | 'bad'
  readonly children: ReactNode
}) {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  )
}
