import type { ReactNode } from 'react'
import { PreviewRoot } from '../../previewed.tsx'
import { findSharedPreview } from './shared-preview.ts'
import '../../preview.css'

export { viewport } from '../../previewed.tsx'

type Props = { readonly params: Promise<{ readonly token: string }>; readonly children: ReactNode }

export default async function SharedPreviewLayout({ params, children }: Props) {
  const { scene } = await findSharedPreview((await params).token)
  return <PreviewRoot edition={scene.chrome.edition}>{children}</PreviewRoot>
}
