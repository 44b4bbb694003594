import type { List } from '#lib/domain/text/body.ts'
import type { BlockSetting } from './block-setting.ts'
import { InlineText } from './inline-text.tsx'

export function ListView({ block, setting }: { readonly block: List; readonly setting: BlockSetting }) {
  const items = block.items.map((item, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items never move; the server renders them once.
    <li key={position}>
      <InlineText content={item} setting={setting} />
    </li>
  ))
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}
