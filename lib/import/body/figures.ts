import type { Block, Inline } from '#lib/domain/text/body.ts'
import type { Reading } from '#lib/domain/writing/editor/paste/blocks-from-html.ts'
import { attribute, childrenOf, nameOf, type PastedNode } from '#lib/domain/writing/editor/paste/pasted-node.ts'
import { embedOf } from './embed-of.ts'
import { file, playerOf } from './players.ts'
import { type Hands, nothing, type Rule, wrap } from './rule.ts'
import { all, byClass, first, hasClass, plain } from './tree-search.ts'

export const picture: Rule = (node, _, hands) => pictureOf(first(node, 'img') ?? node, '', hands)

/** A frame around anything: one picture, several, a table, a player, the address of an embed. */
export const figure: Rule = (node, read, hands) => {
  const caption = childrenOf(node).find((child) => nameOf(child) === 'figcaption')
  const words = plain(caption)
  const table = first(node, 'table')
  if (table) {
    const blocks = captioned(read.blocks(wrap(table)), words)
    return blocks.some(({ kind }) => kind === 'table') ? blocks : [...blocks, ...captionBlock(caption, read)]
  }
  const inner = all(node, 'figure').filter((child) => child !== node)
  const images = all(node, 'img')
  if (images.length > 1 || inner.length > 0) {
    // A gallery: each picture with its own words, then those of the whole.
    const figures = galleryOf(node, caption, hands)
    return words ? [...figures, ...captionBlock(caption, read)] : figures
  }
  const player = first(node, 'iframe') ?? first(node, 'masthead-embed')
  if (player) return playerOf(player, words, hands)
  const media = first(node, 'video') ?? first(node, 'audio')
  if (media) return [...(file(media, read, hands) ?? nothing), ...captionBlock(caption, read)]
  const [image] = images
  if (!image) return wrapperUrl(node, words)
  sayLink(node, hands)
  const isWide = ['alignwide', 'alignfull', 'kg-width-wide', 'kg-width-full'].some((name) => hasClass(node, name))
  return pictureOf(image, words, hands).map((block) =>
    block.kind === 'figure' && isWide ? { ...block, size: 'wide' } : block,
  )
}

/** WordPress 5.0 to 5.2 wrote galleries as lists. */
export const gallery: Rule = (node, read, hands) =>
  nameOf(node) === 'figure' ? figure(node, read, hands) : galleryOf(node, undefined, hands)

/** Captions before HTML5, and as feeds still carry them. */
export const oldCaption: Rule = (node, read, hands) => {
  const image = first(node, 'img')
  if (nameOf(node) === 'figure' || !image) return null
  sayLink(node, hands)
  const words = byClass(node, 'wp-caption-text')
  return all(node, 'img').length > 1
    ? [...galleryOf(node, words, hands), ...captionBlock(words, read)]
    : pictureOf(image, plain(words), hands)
}

/** A cover may keep its picture in a style, where no browser prints it as one. */
export const cover: Rule = (node, read, { keep }) => {
  const [, , url] =
    /background(?:-image)?\s*:[^;]{0,200}?url\(\s*(["']?)([^"')]+)\1/i.exec(attribute(node, 'style')) ?? []
  if (!url || url.startsWith('data:')) return null
  const pictureId = keep({ url, alt: attribute(node, 'aria-label').trim(), caption: '' })
  return [{ kind: 'figure', pictureId, size: 'text' }, ...read.blocks(wrap(...childrenOf(node)))]
}

/** A link around a picture leads nowhere here; to the picture itself, or to its page on the old site, it need not. */
export function sayLink(node: PastedNode, { lose }: Hands): void {
  for (const link of all(node, 'a')) {
    const href = attribute(link, 'href')
    const leadsOut = /^https?:/.test(href) && !/\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)/i.test(href)
    if (leadsOut && first(link, 'img')) lose('no-equivalent', `link of a picture ${href}`)
  }
}

function pictureOf(image: PastedNode, caption: string, { keep, lose }: Hands): readonly Block[] {
  const lazy = attribute(image, 'data-src') || attribute(image, 'data-lazy-src') || attribute(image, 'data-orig-file')
  const source = attribute(image, 'src')
  const url = source && !source.startsWith('data:') ? source : lazy
  // Counting pixels and smileys are no pictures of an article.
  if (isTiny(image) || /\/(?:smilies|emoji)\//.test(url)) return nothing
  if (!url) {
    lose('picture-missing', source.slice(0, 60) || 'img')
    return nothing
  }
  const alt = attribute(image, 'alt').replace(/\s+/g, ' ').trim()
  return [{ kind: 'figure', pictureId: keep({ url, alt, caption }), size: 'text' }]
}

function isTiny(image: PastedNode): boolean {
  const sides = [attribute(image, 'width'), attribute(image, 'height')].map(Number)
  return sides.some((side) => side > 0 && side <= 3)
}

function galleryOf(node: PastedNode, skip: PastedNode | undefined, hands: Hands): readonly Block[] {
  return childrenOf(node).flatMap((child): readonly Block[] => {
    if (child === skip) return nothing
    const images = all(child, 'img')
    const [image] = images
    if (!image) return nothing
    if (images.length > 1) return galleryOf(child, undefined, hands)
    sayLink(child, hands)
    return pictureOf(image, plain(first(child, 'figcaption')), hands)
  })
}

/** WordPress keeps the address of an embed as text in its wrapper. */
function wrapperUrl(node: PastedNode, title: string): readonly Block[] | null {
  const wrapper = byClass(node, 'wp-block-embed__wrapper')
  const url = wrapper && all(wrapper, 'a').length === 0 ? plain(wrapper) : ''
  const embed = /^https?:\/\/\S+$/.test(url) ? embedOf(url, { title }) : null
  return embed ? [embed] : null
}

function captioned(blocks: readonly Block[], words: string): readonly Block[] {
  return words ? blocks.map((block) => (block.kind === 'table' ? { ...block, caption: words } : block)) : blocks
}

export function captionBlock(caption: PastedNode | undefined, read: Reading): readonly Block[] {
  const content: Inline = caption ? read.inline(caption) : []
  return content.length > 0 ? [{ kind: 'paragraph', content }] : nothing
}
