import type { ReactNode } from 'react'
import { PreviewRoot } from '../../../previewed.tsx'
import { findOwnPreview } from './own-preview.ts'
import '../../../preview.css'

export { viewport } from '../../../previewed.tsx'

type Props = { readonly params: Promise<{ readonly id: string }>; readonly children: ReactNode }

export default async function OwnPreviewLayout({ params, children }: Props) {
  const { scene } = await findOwnPreview((await params).id)
  return <PreviewRoot edition={scene.chrome.edition}>{children}</PreviewRoot>
}
