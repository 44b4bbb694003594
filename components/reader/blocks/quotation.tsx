import type { Quotation } from '#lib/domain/text/body.ts'
import type { BlockSetting } from './block-setting.ts'
import { InlineText } from './inline-text.tsx'

export function QuotationView({ block, setting }: { readonly block: Quotation; readonly setting: BlockSetting }) {
  const quote = (
    <blockquote>
      {block.paragraphs.map((paragraph, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move; the server renders them once.
        <p key={position}>
          <InlineText content={paragraph} setting={setting} />
        </p>
      ))}
    </blockquote>
  )
  if (!block.attribution) return quote
  return (
    <figure className="quote">
      {quote}
      <figcaption>
        <InlineText content={block.attribution} setting={setting} />
      </figcaption>
    </figure>
  )
}
