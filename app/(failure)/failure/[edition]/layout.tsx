import type { ReactNode } from 'react'
import { FontStyle } from '#components/reader/frame/font-style.tsx'
import { fontOf } from '#lib/domain/text/fonts.ts'
import { failureEdition } from './failure-edition.ts'
import '../../../(reader)/reader.css'

type Props = { readonly params: Promise<{ readonly edition: string }>; readonly children: ReactNode }

export default async function FailureLayout({ params, children }: Props) {
  const edition = failureEdition((await params).edition)
  return (
    <html lang={edition.locale} dir={edition.direction} className={fontOf(edition).script}>
      <head>
        <FontStyle edition={edition} />
      </head>
      <body>{children}</body>
    </html>
  )
}
