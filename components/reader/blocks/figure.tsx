import { PictureFigure } from '#components/reader/article/picture-figure.tsx'
import type { Figure } from '#lib/domain/text/body.ts'
import type { BlockSetting } from './block-setting.ts'

export function FigureView({ block, setting }: { readonly block: Figure; readonly setting: BlockSetting }) {
  const picture = setting.pictures.get(block.pictureId)
  // The store gives every picture that a body names; without one (its rights ended) the text stands alone.
  if (!picture || (!picture.alt && !block.decorative)) return null
  const shown = block.decorative ? { ...picture, alt: '' } : picture
  return <PictureFigure picture={shown} place={block.size} setting={setting} />
}
