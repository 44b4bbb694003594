import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { ArticlePage } from '#components/reader/article/article-page.tsx'
import { FontStyle } from '#components/reader/frame/font-style.tsx'
import { Frame } from '#components/reader/frame/frame.tsx'
import { PageTitle } from '#components/reader/frame/page-title.tsx'
import { PreviewMark } from '#components/reader/frame/preview-mark.tsx'
import type { Edition } from '#lib/domain/edition.ts'
import type { PreviewedArticle } from '#lib/domain/publishing/preview.ts'
import { fontOf } from '#lib/domain/text/fonts.ts'
import { setReply } from '#lib/env/slot.ts'
import { sectionPath } from '#lib/site/urls.ts'
import { Missing } from '../(reader)/[edition]/missing.tsx'
import type { Scene } from '../(reader)/[edition]/scene.ts'

/** What a preview's address leads to. */
export type Preview =
  | {
      readonly kind: 'open'
      readonly scene: Scene
      readonly shown: PreviewedArticle
      readonly link: { readonly id: number; readonly by: string; readonly expiresAt: Date } | null
    }
  /** Expired or revoked. */
  | { readonly kind: 'closed'; readonly scene: Scene }
  | { readonly kind: 'missing'; readonly scene: Scene }

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf7' },
    { media: '(prefers-color-scheme: dark)', color: '#14120f' },
  ],
}

/** Nothing of the article but its headline, and that for whoever may see it all. */
export function previewHead(preview: Preview): Metadata {
  const { words } = preview.scene.setting
  return {
    title: { absolute: previewTitle(preview, words) },
    robots: { index: false, follow: false, nocache: true },
    referrer: 'no-referrer',
    icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' } },
  }
}

function previewTitle(preview: Preview, words: Scene['setting']['words']): string {
  switch (preview.kind) {
    case 'open':
      return words('preview.title', { headline: preview.shown.article.headline })
    case 'closed':
      return words('preview.closedTitle')
    case 'missing':
      return words('missing.title')
  }
}

export function PreviewRoot({ edition, children }: { readonly edition: Edition; readonly children: ReactNode }) {
  return (
    <html lang={edition.locale} dir={edition.direction} className={fontOf(edition).script}>
      <head>
        <FontStyle edition={edition} />
      </head>
      <body>{children}</body>
    </html>
  )
}

/** The article as its page will show it, with a mark over it; or what stands in place of one. */
export function PreviewPage({ preview }: { readonly preview: Preview }) {
  const { scene } = preview
  const { chrome, setting } = scene
  switch (preview.kind) {
    case 'missing':
      return <Missing scene={scene} />
    case 'closed':
      setReply({ kind: 'gone' })
      return (
        <Frame chrome={chrome} setting={setting} here="">
          <main className="page" id="main" tabIndex={-1}>
            <PageTitle title={setting.words('preview.closedTitle')} standfirst={setting.words('preview.closedText')} />
          </main>
        </Frame>
      )
    case 'open': {
      const { article, isShown } = preview.shown
      return (
        <>
          <PreviewMark revision={article.revision} link={preview.link} isShown={isShown} setting={setting} />
          <Frame chrome={chrome} setting={setting} here={sectionPath(chrome.edition, article.blog.slug)}>
            <main className="beside" id="main" tabIndex={-1}>
              <ArticlePage article={article} permanentAddress={null} setting={setting} />
            </main>
          </Frame>
        </>
      )
    }
  }
}
