import type { Syndicated } from '#lib/domain/lists/syndicated.ts'
import { renditionsOf } from '#lib/domain/media/renditions.ts'
import { absolute, articlePath, contributorPath, renditionPath } from '#lib/site/urls.ts'
import { element, raw } from './xml.ts'

export type Oembed = Readonly<Record<string, string | number>>

/** A card is as wide as a column of text, and the text of a standfirst as high. */
const cardSize = { width: 600, height: 200 } as const

/**
 * An article inside the page of somebody else (oembed.com, 1.0): headline, standfirst and the name of the site as plain HTML, without
 * script, frame or style. `most` are the sizes that the consumer allows.
 */
export function articleOembed(
  { origin, siteName }: { readonly origin: string; readonly siteName: string },
  { edition, article }: Syndicated,
  most: { readonly width: number | null; readonly height: number | null },
): Oembed {
  const url = absolute(origin, articlePath(edition, { blogSlug: article.blog.slug, slug: article.slug }))
  const [author] = article.bylines
  const width = Math.min(cardSize.width, most.width ?? Number.POSITIVE_INFINITY)
  const height = Math.min(cardSize.height, most.height ?? Number.POSITIVE_INFINITY)
  return {
    version: '1.0',
    type: 'rich',
    title: article.headline,
    ...(author && { author_name: author.name, author_url: absolute(origin, contributorPath(edition, author.slug)) }),
    provider_name: siteName,
    provider_url: `${origin}/`,
    cache_age: 3600,
    width,
    height,
    html: raw(
      'blockquote',
      [
        raw('p', raw('strong', element('a', article.headline, { href: url }))),
        element('p', article.standfirst),
        raw('footer', element('cite', siteName)),
      ].join(''),
      { cite: url, lang: edition.locale, dir: edition.direction },
    ),
    ...thumbnail(origin, article, { width, height: most.height }),
  }
}

/** XML with the same names (oembed.com, 2.3.4.2). */
export function writeOembedXml(oembed: Oembed): string {
  const parts = Object.entries(oembed).map(([name, value]) => element(name, String(value)))
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${raw('oembed', parts.join(''))}\n`
}

/** The largest rendition that keeps within both sizes; none is better than one too large. */
function thumbnail(
  origin: string,
  { picture }: Syndicated['article'],
  most: { readonly width: number; readonly height: number | null },
): Oembed {
  const size =
    picture &&
    renditionsOf(picture, '16x9').findLast(
      ({ width, height }) => width <= most.width && height <= (most.height ?? height),
    )
  if (!picture || !size) return {}
  const path = renditionPath({ token: picture.token, crop: '16x9', width: size.width, format: 'jpg' })
  return { thumbnail_url: absolute(origin, path), thumbnail_width: size.width, thumbnail_height: size.height }
}
