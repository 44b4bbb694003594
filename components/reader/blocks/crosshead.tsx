import type { Crosshead } from '#lib/domain/text/body.ts'

export function CrossheadView({ block }: { readonly block: Crosshead }) {
  return <h2 id={block.anchor}>{block.text}</h2>
}
