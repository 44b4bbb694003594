import type { Adopt, Reading } from '#lib/domain/editor/paste/blocks-from-html.ts'
import { attribute, childrenOf, nameOf, type PastedNode } from '#lib/domain/editor/paste/pasted-node.ts'
import type { Block, FactBox, Inline } from '#lib/domain/text/body.ts'
import type { Lose, SourcePicture } from '../source-item.ts'
import { embedOf } from './embed-of.ts'
import { all, first, hasClass, plain } from './tree-search.ts'

type Hands = {
  readonly lose: Lose
  /** Keeps a picture and answers its number. */
  readonly keep: (picture: SourcePicture) => number
}

type Rule = (node: PastedNode, read: Reading, hands: Hands) => readonly Block[] | null

/** What of published pages becomes which block of ours; what is not here goes by the rules of pasting. */
export function adopter(hands: Hands): Adopt {
  return (node, read) => {
    const byClass = classRules.find(([name]) => hasClass(node, name))
    const adopted = byClass?.[1](node, read, hands)
    return adopted ?? rules[nameOf(node)]?.(node, read, hands) ?? null
  }
}

const nothing: readonly Block[] = []

const lost =
  (kind: Parameters<Lose>[0], detail: (node: PastedNode) => string): Rule =>
  (node, _, { lose }) => {
    lose(kind, detail(node))
    return nothing
  }

/** The words come along, their look does not. */
const plainer: Rule = (node, _, { lose }) => {
  lose('formatting', nameOf(node))
  return null
}

const struck: Rule = (node, _, { lose }) => {
  const text = plain(node)
  if (text) lose('struck-text', text.slice(0, 200))
  return nothing
}

const rules: Readonly<Record<string, Rule>> = {
  img: (node, _, hands) => pictureOf(node, '', hands),
  picture: (node, _, hands) => pictureOf(first(node, 'img') ?? node, '', hands),
  figure: figure,
  iframe: player,
  embed: player,
  'masthead-embed': player,
  'masthead-link': (node) => linkTo(attribute(node, 'src'), plain(node)),
  video: file,
  audio: file,
  object: lost('no-equivalent', (node) => `object ${attribute(node, 'data')}`.trim()),
  svg: lost('no-equivalent', () => 'svg'),
  canvas: lost('no-equivalent', () => 'canvas'),
  math: lost('no-equivalent', (node) => `math ${plain(node)}`.slice(0, 200)),
  script: (node, _, { lose }) => {
    if (!widgetScript.test(attribute(node, 'src'))) lose('script', attribute(node, 'src') || 'inline')
    return nothing
  },
  form: lost('form', (node) => plain(node).slice(0, 200)),
  del: struck,
  s: struck,
  strike: struck,
  details: (node, read) => {
    const summary = first(node, 'summary')
    return factBox(plain(summary), node, summary, read)
  },
  blockquote: (node, read) => socialQuote(node, read),
  pre: preformatted,
  sup: plainer,
  sub: plainer,
  u: plainer,
  mark: plainer,
  code: plainer,
  kbd: plainer,
  ruby: plainer,
}

const classRules: readonly (readonly [string, Rule])[] = [
  ['wp-block-pullquote', pullQuote],
  ['kg-blockquote-alt', pullQuote],
  [
    'kg-toggle-card',
    (node, read) =>
      factBox(
        plain(byClass(node, 'kg-toggle-heading-text')),
        byClass(node, 'kg-toggle-content') ?? node,
        undefined,
        read,
      ),
  ],
  ['kg-bookmark-card', bookmark],
  [
    'kg-file-card',
    (node) => linkTo(attribute(first(node, 'a') ?? node, 'href'), plain(byClass(node, 'kg-file-card-title'))),
  ],
  ['kg-audio-card', file],
  ['kg-video-card', file],
  ['kg-signup-card', lost('form', (node) => plain(node).slice(0, 200))],
  ['kg-callout-card', callout],
  ['kg-product-card', plainerCard],
  ['kg-header-card', plainerCard],
]

/** Scripts that only draw what stands beside them as a quotation. */
const widgetScript = /(twitter|x)\.com\/widgets|instagram\.com\/embed|tiktok\.com\/embed|telegram-widget|facebook\.net/

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

function figure(node: PastedNode, read: Reading, hands: Hands): readonly Block[] | null {
  const caption = childrenOf(node).find((child) => nameOf(child) === 'figcaption')
  const words = plain(caption)
  const table = first(node, 'table')
  if (table) return captioned(read.blocks(table.nodeName ? wrap(table) : node), words)
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
  if (media) return [...file(media, read, hands), ...captionBlock(caption, read)]
  const [image] = images
  if (!image) return wrapperUrl(node, words)
  const size =
    hasClass(node, 'alignwide') ||
    hasClass(node, 'alignfull') ||
    hasClass(node, 'kg-width-wide') ||
    hasClass(node, 'kg-width-full')
  return pictureOf(image, words, hands).map((block) =>
    block.kind === 'figure' && size ? { ...block, size: 'wide' } : block,
  )
}

function galleryOf(node: PastedNode, skip: PastedNode | undefined, hands: Hands): readonly Block[] {
  return childrenOf(node).flatMap((child): readonly Block[] => {
    if (child === skip) return nothing
    const images = all(child, 'img')
    const [image] = images
    if (!image) return nothing
    return images.length === 1
      ? pictureOf(image, plain(first(child, 'figcaption')), hands)
      : galleryOf(child, undefined, hands)
  })
}

/** WordPress keeps the address of an embed as text in its wrapper. */
function wrapperUrl(node: PastedNode, title: string): readonly Block[] | null {
  const wrapper = byClass(node, 'wp-block-embed__wrapper')
  const url = wrapper && all(wrapper, 'a').length === 0 ? plain(wrapper) : ''
  const embed = /^https?:\/\/\S+$/.test(url) ? embedOf(url, { title }) : null
  return embed ? [embed] : null
}

function player(node: PastedNode, _: Reading, hands: Hands): readonly Block[] {
  return playerOf(node, '', hands)
}

function playerOf(node: PastedNode, caption: string, { lose }: Hands): readonly Block[] {
  const source = attribute(node, 'src') || attribute(node, 'data-src')
  const embed = embedOf(source, { title: caption || attribute(node, 'title') })
  if (embed) return [embed]
  lose('no-equivalent', `${nameOf(node)} ${source}`.trim())
  return nothing
}

/** Sound and film lie where they lay: the library holds pictures. Readers get a link. */
function file(node: PastedNode, _: Reading, { lose }: Hands): readonly Block[] {
  const media =
    nameOf(node) === 'video' || nameOf(node) === 'audio' ? node : (first(node, 'video') ?? first(node, 'audio') ?? node)
  const source = attribute(media, 'src') || attribute(first(media, 'source') ?? media, 'src')
  lose('player', source || nameOf(media))
  return linkTo(source, plain(byClass(node, 'kg-audio-title')))
}

function linkTo(href: string, words: string): readonly Block[] {
  if (!/^https?:\/\//.test(href)) return words ? [{ kind: 'paragraph', content: [{ text: words }] }] : nothing
  const name = URL.parse(href)?.pathname.split('/').at(-1) || href
  return [{ kind: 'paragraph', content: [{ text: words || name, marks: [{ kind: 'link', href }] }] }]
}

function bookmark(node: PastedNode, read: Reading): readonly Block[] {
  const href = attribute(first(node, 'a') ?? node, 'href')
  const description = byClass(node, 'kg-bookmark-description')
  return [...linkTo(href, plain(byClass(node, 'kg-bookmark-title'))), ...(description ? read.blocks(description) : [])]
}

function callout(node: PastedNode, read: Reading, { lose }: Hands): readonly Block[] {
  lose('formatting', 'callout')
  return read.blocks(byClass(node, 'kg-callout-text') ?? wrap(...childrenOf(node)))
}

function plainerCard(node: PastedNode, _: Reading, { lose }: Hands): null {
  lose(
    'formatting',
    attribute(node, 'class')
      .split(/\s+/)
      .find((name) => /^kg-.*-card$/.test(name)) ?? 'card',
  )
  return null
}

function pullQuote(node: PastedNode): readonly Block[] | null {
  const quote = first(node, 'blockquote') ?? node
  const cite = first(node, 'cite')
  const attribution = plain(cite)
  const text = childrenOf(quote)
    .filter((child) => child !== cite)
    .map(plain)
    .filter(Boolean)
    .join(' ')
  return text ? [{ kind: 'pull-quote', text, ...(attribution && { attribution }) }] : null
}

const socialClasses = ['twitter-tweet', 'instagram-media', 'tiktok-embed', 'bluesky-embed', 'reddit-embed-bq']

function socialQuote(node: PastedNode, read: Reading): readonly Block[] | null {
  if (!socialClasses.some((name) => hasClass(node, name))) return null
  const named = attribute(node, 'data-instgrm-permalink') || attribute(node, 'cite')
  const links = all(node, 'a').map((link) => attribute(link, 'href'))
  const embed = embedOf(named || (links.at(-1) ?? ''), { fallback: plain(node) })
  return embed ? [embed] : read.blocks(wrap(...childrenOf(node)))
}

function factBox(
  title: string,
  node: PastedNode,
  skip: PastedNode | undefined,
  read: Reading,
): readonly Block[] | null {
  const blocks = read.blocks(wrap(...childrenOf(node).filter((child) => child !== skip)))
  const body = blocks.filter(
    (block): block is FactBox['body'][number] => block.kind === 'paragraph' || block.kind === 'list',
  )
  if (!title || body.length === 0) return title ? [{ kind: 'paragraph', content: [{ text: title }] }, ...blocks] : null
  const others = blocks.filter((block) => block.kind !== 'paragraph' && block.kind !== 'list')
  return [{ kind: 'fact-box', title, body }, ...others]
}

/** Lines of verse and of code stay lines. */
function preformatted(node: PastedNode, _: Reading, { lose }: Hands): readonly Block[] {
  lose('formatting', 'pre')
  const lines = textOfLines(node).split(/\r?\n/)
  return lines.flatMap((line): readonly Block[] => {
    const text = line.trim()
    return text ? [{ kind: 'paragraph', content: [{ text }] }] : nothing
  })
}

function textOfLines(node: PastedNode): string {
  const name = nameOf(node)
  if (name === '#text') return node.nodeValue ?? ''
  return name === 'br' ? '\n' : childrenOf(node).map(textOfLines).join('')
}

function captioned(blocks: readonly Block[], words: string): readonly Block[] {
  return words ? blocks.map((block) => (block.kind === 'table' ? { ...block, caption: words } : block)) : blocks
}

function captionBlock(caption: PastedNode | undefined, read: Reading): readonly Block[] {
  const content: Inline = caption ? read.inline(caption) : []
  return content.length > 0 ? [{ kind: 'paragraph', content }] : nothing
}

function byClass(node: PastedNode, name: string): PastedNode | undefined {
  return all(node, '*').find((child) => hasClass(child, name))
}

function wrap(...nodes: readonly PastedNode[]): PastedNode {
  return { nodeType: 1, nodeName: 'div', nodeValue: null, childNodes: nodes }
}
