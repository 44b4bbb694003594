import type { Embed } from '#lib/domain/text/body.ts'
import type { BlockSetting } from './block-setting.ts'

/** Nothing of another site loads by itself: its gist in words, and the way there. */
export function EmbedView({ block, setting }: { readonly block: Embed; readonly setting: BlockSetting }) {
  return (
    <div className="embed">
      <h3>{block.title}</h3>
      <p>{block.fallback}</p>
      <p>
        <a className="button" href={block.url} rel="noopener nofollow">
          {setting.words('embed.open', { provider: block.provider })}
        </a>
      </p>
    </div>
  )
}
