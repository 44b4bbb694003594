import type { FC } from 'react'
import type { Block, BlockKind, Body } from '#lib/domain/text/body.ts'
import type { BlockSetting } from './block-setting.ts'
import { CrossheadView } from './crosshead.tsx'
import { DividerView } from './divider.tsx'
import { EmbedView } from './embed.tsx'
import { FactBoxView } from './fact-box.tsx'
import { FigureView } from './figure.tsx'
import { ListView } from './list.tsx'
import { ParagraphView } from './paragraph.tsx'
import { PullQuoteView } from './pull-quote.tsx'
import { QuotationView } from './quotation.tsx'
import { TableView } from './table.tsx'

type BlockProps<Kind extends BlockKind> = {
  readonly block: Extract<Block, { readonly kind: Kind }>
  readonly setting: BlockSetting
}
export type BlockViews = { readonly [Kind in BlockKind]: FC<BlockProps<Kind>> }

/** One view a kind: a new kind fails to compile here. */
const views = {
  paragraph: ParagraphView,
  crosshead: CrossheadView,
  quotation: QuotationView,
  'pull-quote': PullQuoteView,
  list: ListView,
  figure: FigureView,
  table: TableView,
  'fact-box': FactBoxView,
  embed: EmbedView,
  divider: DividerView,
} satisfies BlockViews

export function BodyView({ body, setting }: { readonly body: Body; readonly setting: BlockSetting }) {
  return (
    <div className="body">
      {body.map((block, position) => {
        const View = viewOf(block)
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move; the server renders them once.
        return <View key={position} block={block} setting={setting} />
      })}
    </div>
  )
}

// TypeScript can't follow that the view found under a block's kind takes that block; the table above proves it.
function viewOf(block: Block): FC<{ readonly block: Block; readonly setting: BlockSetting }> {
  return views[block.kind] as FC<{ readonly block: Block; readonly setting: BlockSetting }>
}
