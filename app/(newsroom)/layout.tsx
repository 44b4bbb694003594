import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { FailureWords } from '#components/admin/shell/failure.client.tsx'
import { NewsroomFonts } from '#components/admin/shell/newsroom-fonts.tsx'
import { currentUser } from '#lib/auth/session.ts'
import { type AdminWords, adminWords, languageOf } from '#lib/i18n/admin/words.ts'
import { directionOf } from '#lib/i18n/direction.ts'
import './admin.css'

export const metadata: Metadata = { robots: { index: false, follow: false } }

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf7' },
    { media: '(prefers-color-scheme: dark)', color: '#14120f' },
  ],
}

export default async function NewsroomLayout({ children }: { readonly children: ReactNode }) {
  const user = await currentUser()
  const head = await headers()
  const locale = user?.interfaceLocale ?? languageOf(head.get('accept-language'))
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <NewsroomFonts nonce={head.get('x-nonce') ?? undefined} />
      </head>
      <body>
        <FailureWords words={failureWords(adminWords(locale))}>{children}</FailureWords>
      </body>
    </html>
  )
}

function failureWords(words: AdminWords) {
  return {
    ...{ title: words('shell.failure.title'), text: words('shell.failure.text') },
    ...{ number: words('shell.failure.number'), retry: words('shell.failure.retry') },
  }
}
