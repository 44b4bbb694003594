import type { ReactNode } from 'react'
import { PreviewRoot } from '../../../previewed.tsx'
import { findFrontPreview } from './front-preview.ts'
import '../../../preview.css'

export { viewport } from '../../../previewed.tsx'

type Props = { readonly params: Promise<{ readonly id: string }>; readonly children: ReactNode }

export default async function FrontPreviewLayout({ params, children }: Props) {
  const { scene } = await findFrontPreview((await params).id)
  return <PreviewRoot edition={scene.chrome.edition}>{children}</PreviewRoot>
}
