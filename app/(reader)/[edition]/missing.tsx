import type { Metadata } from 'next'
import { Frame } from '#components/reader/frame/frame.tsx'
import { MissingPage } from '#components/reader/frame/missing-page.tsx'
import { setReply } from '#lib/env/slot.ts'
import { unlistedHead } from '#lib/site/page-head.ts'
import { listLatest } from '#lib/store/pages/lists.ts'
import type { Scene } from './scene.ts'

/**
 * 404 with the page's own markup. Next's notFound() would render it in the browser only, by a script that readers don't
 * get; the status goes to the server by setReply instead.
 */
export async function Missing({ scene }: { readonly scene: Scene }) {
  setReply({ kind: 'missing' })
  const { chrome, setting } = scene
  const latest = await listLatest({ editionId: chrome.edition.id, paging: null, limit: 5 })
  return (
    <Frame chrome={chrome} setting={setting} here="" hasSearchAbove>
      <MissingPage latest={latest.items} setting={setting} />
    </Frame>
  )
}

export function missingHead({ chrome, setting }: Scene): Metadata {
  const { words } = setting
  return unlistedHead(chrome, { title: words('missing.title'), description: words('missing.text') })
}
