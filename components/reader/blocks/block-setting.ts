import type { ArticleRef } from '#lib/domain/article.ts'
import type { Picture } from '#lib/domain/media/picture.ts'
import type { Setting } from '../setting.ts'

/** Where a body stands: what its links and figures point at. */
export type BlockSetting = Setting & {
  readonly linked: ReadonlyMap<number, ArticleRef>
  readonly pictures: ReadonlyMap<number, Picture>
}

/** For a body that has neither figures nor links to articles: About boxes, static pages. */
export function plainBlocks(setting: Setting): BlockSetting {
  return { ...setting, linked: new Map(), pictures: new Map() }
}
