import type { Metadata } from 'next'
import { PreviewPage, previewHead } from '../../../previewed.tsx'
import { findOwnPreview } from './own-preview.ts'

export const dynamic = 'force-dynamic'

type Props = { readonly params: Promise<{ readonly id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return previewHead(await findOwnPreview((await params).id))
}

/** What was last saved, as readers would see it. */
export default async function OwnPreviewRoute({ params }: Props) {
  return <PreviewPage preview={await findOwnPreview((await params).id)} />
}
