import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { FontStyle } from '#components/reader/frame/font-style.tsx'
import { fontOf } from '#lib/domain/text/fonts.ts'
import { findScene } from './scene.ts'
import '../reader.css'

export const metadata: Metadata = {
  icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' }, apple: '/apple-touch-icon.png' },
  manifest: '/manifest.webmanifest',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf7' },
    { media: '(prefers-color-scheme: dark)', color: '#14120f' },
  ],
}

type Props = { readonly params: Promise<{ readonly edition: string }>; readonly children: ReactNode }

export default async function EditionLayout({ params, children }: Props) {
  const { chrome } = await findScene((await params).edition)
  const { edition } = chrome
  return (
    <html lang={edition.locale} dir={edition.direction} className={fontOf(edition).script}>
      <head>
        <FontStyle edition={edition} />
      </head>
      <body>{children}</body>
    </html>
  )
}
