import type { Metadata } from 'next'
import { Frame } from '#components/reader/frame/frame.tsx'
import { FrontPage } from '#components/reader/front/front-page.tsx'
import { homePath } from '#lib/site/urls.ts'
import { Missing } from '../../../../(reader)/[edition]/missing.tsx'
import { findFrontPreview } from './front-preview.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { words } = (await findFrontPreview((await params).id)).scene.setting
  return {
    title: { absolute: words('preview.frontTitle') },
    robots: { index: false, follow: false, nocache: true },
    referrer: 'no-referrer',
    icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' } },
  }
}

/** A front before it is published, in the readers' own page. */
export default async function FrontPreviewRoute({ params }: Props) {
  const { scene, front } = await findFrontPreview((await params).id)
  if (!front) return <Missing scene={scene} />
  const { chrome, setting } = scene
  return (
    <>
      <aside className="preview-mark">
        <p role="note">
          {setting.words('preview.frontMark')} {setting.words('preview.unpublished')}
        </p>
      </aside>
      <Frame chrome={chrome} setting={setting} here={homePath(chrome.edition)}>
        <FrontPage edition={chrome.edition} slots={front.slots} latestByBlog={front.latestByBlog} setting={setting} />
      </Frame>
    </>
  )
}
