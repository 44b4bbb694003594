import type { Metadata } from 'next'
import { noteEmbargoedReading } from '#lib/store/articles/writing/embargoed-reading.ts'
import { countPreviewOpening } from '#lib/store/articles/writing/preview-links.ts'
import { PreviewPage, previewHead } from '../../previewed.tsx'
import { findSharedPreview } from './shared-preview.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return previewHead(await findSharedPreview((await params).token))
}

/** A revision for whoever has the link: no account is asked for, nobody is remembered. */
export default async function SharedPreviewRoute({ params }: Props) {
  const preview = await findSharedPreview((await params).token)
  if (preview.kind === 'open' && preview.link) {
    const { id } = preview.link
    const now = new Date()
    await countPreviewOpening(id, now)
    await noteEmbargoedReading({ articleId: preview.shown.article.id, reader: `preview link ${id}`, now })
  }
  return <PreviewPage preview={preview} />
}
