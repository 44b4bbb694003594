import type { Metadata } from 'next'
import { Frame } from '#components/reader/frame/frame.tsx'
import { GonePage } from '#components/reader/frame/gone-page.tsx'
import type { GoneArticle } from '#lib/domain/article.ts'
import { setReply } from '#lib/env/slot.ts'
import { unlistedHead } from '#lib/site/page-head.ts'
import { listLatest } from '#lib/store/pages/lists.ts'
import type { Scene } from './scene.ts'

/** 410: the article's address, with a notice in its place. */
export async function Gone({ gone, scene }: { readonly gone: GoneArticle; readonly scene: Scene }) {
  setReply({ kind: 'gone' })
  const { chrome, setting } = scene
  const latest = await listLatest({ editionId: chrome.edition.id, paging: null, limit: 5 })
  return (
    <Frame chrome={chrome} setting={setting} here="">
      <GonePage gone={gone} latest={latest.items} setting={setting} />
    </Frame>
  )
}

export function goneHead({ chrome, setting }: Scene, gone: GoneArticle): Metadata {
  const { words } = setting
  return unlistedHead(chrome, { title: words('gone.title'), description: gone.notice ?? words('gone.text') })
}
