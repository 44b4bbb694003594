import type { Paragraph } from '#lib/domain/text/body.ts'
import type { BlockSetting } from './block-setting.ts'
import { InlineText } from './inline-text.tsx'

export function ParagraphView({ block, setting }: { readonly block: Paragraph; readonly setting: BlockSetting }) {
  return (
    <p>
      <InlineText content={block.content} setting={setting} />
    </p>
  )
}
