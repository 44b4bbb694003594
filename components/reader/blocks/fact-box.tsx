import type { FactBox } from '#lib/domain/text/body.ts'
import type { BlockSetting } from './block-setting.ts'
import { ListView } from './list.tsx'
import { ParagraphView } from './paragraph.tsx'

export function FactBoxView({ block, setting }: { readonly block: FactBox; readonly setting: BlockSetting }) {
  return (
    <div className="fact">
      <h3>{block.title}</h3>
      {block.body.map((part, position) =>
        part.kind === 'list' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts never move; the server renders them once.
          <ListView key={position} block={part} setting={setting} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts never move; the server renders them once.
          <ParagraphView key={position} block={part} setting={setting} />
        ),
      )}
    </div>
  )
}
