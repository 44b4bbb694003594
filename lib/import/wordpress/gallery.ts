import { escaped } from '../reading/xml-units.ts'
import type { Lose, SourcePicture } from '../source-item.ts'

/** What a WordPress text refers to elsewhere in its file. */
export type WordPressParts = {
  readonly attachment: (id: string) => SourcePicture | null
  /** Numbers of what was uploaded to this article, in the order of the file: galleries that name nothing show it. */
  readonly uploads: readonly string[]
  /** A synced pattern (`wp_block`) by its number. */
  readonly pattern: (id: string) => string | null
  readonly footnotes: readonly string[]
}

/** A gallery as figures: the attachments it names. */
export function galleryHtml(ids: readonly string[], parts: WordPressParts, lose: Lose): string {
  if (ids.length === 0) lose('picture-missing', 'gallery')
  const figures = ids.map((id) => {
    const picture = parts.attachment(id)
    if (!picture) lose('picture-missing', `attachment ${id}`)
    return picture ? figureHtml(picture) : ''
  })
  return `<figure class="wp-block-gallery">${figures.join('')}</figure>`
}

function figureHtml({ url, alt, caption }: SourcePicture): string {
  const words = caption ? `<figcaption>${escaped(caption)}</figcaption>` : ''
  return `<figure><img src="${escaped(url)}" alt="${escaped(alt)}">${words}</figure>`
}
