import type { Block } from '#lib/domain/text/body.ts'
import { attribute, childrenOf, nameOf, type PastedNode } from '#lib/domain/writing/editor/paste/pasted-node.ts'
import { embedOf } from './embed-of.ts'
import { type Hands, linkTo, nothing, type Rule, wrap } from './rule.ts'
import { all, byClass, first, hasClass, plain } from './tree-search.ts'

export const player: Rule = (node, _, hands) => playerOf(node, '', hands)

export function playerOf(node: PastedNode, caption: string, { lose }: Hands): readonly Block[] {
  const source = attribute(node, 'src') || attribute(node, 'data-src') || attribute(node, 'url')
  const embed = embedOf(source, { title: caption || attribute(node, 'title') })
  if (embed) return [embed]
  lose('no-equivalent', `${nameOf(node)} ${source}`.trim())
  return nothing
}

/** Sound and film lie where they lay: the library holds pictures. Readers get a link. */
export const file: Rule = (node, _, { lose }) => {
  const media =
    nameOf(node) === 'video' || nameOf(node) === 'audio' ? node : (first(node, 'video') ?? first(node, 'audio') ?? node)
  const source = attribute(media, 'src') || attribute(first(media, 'source') ?? media, 'src')
  lose('player', source || nameOf(media))
  return linkTo(source, plain(byClass(node, 'kg-audio-title')))
}

/** Scripts that only draw what stands beside them as a quotation. */
const widgetScript =
  /(twitter|x)\.com\/widgets|instagram\.com\/embed|tiktok\.com\/embed|facebook\.net|bsky\.app\/static/

export const script: Rule = (node, _, { lose }) => {
  const post = attribute(node, 'data-telegram-post')
  const embed = /^[\w/]{1,100}$/.test(post) ? embedOf(`https://t.me/${post}`) : null
  if (embed) return [embed]
  const source = attribute(node, 'src')
  if (!widgetScript.test(source)) lose('script', source || 'inline')
  return nothing
}

const socialClasses = [
  ...['twitter-tweet', 'twitter-video', 'instagram-media', 'tiktok-embed', 'bluesky-embed', 'reddit-embed-bq'],
  ...['reddit-card', 'imgur-embed-pub', 'text-post-media', 'mastodon-embed', 'wp-embedded-content'],
]
const permalinks = ['data-instgrm-permalink', 'data-text-post-permalink', 'cite']

/** A post of a network, quoted in words for who has no scripts: the embed keeps them. */
export const socialQuote: Rule = (node, read) => {
  if (!socialClasses.some((name) => hasClass(node, name))) return null
  const named = permalinks.map((name) => attribute(node, name)).find(Boolean)
  const links = all(node, 'a').map((link) => attribute(link, 'href'))
  const embed = embedOf(named || (links.at(-1) ?? ''), { fallback: plain(node) })
  return embed ? [embed] : read.blocks(wrap(...childrenOf(node)))
}

/** Elements that a script of their service fills: where they lead stands in an attribute. */
export const widget =
  (address: (node: PastedNode) => string): Rule =>
  (node) => {
    const embed = embedOf(address(node), { fallback: plain(node) })
    return embed ? [embed] : null
  }

export const widgets: readonly (readonly [name: string, rule: Rule])[] = [
  ['fb-post', widget((node) => attribute(node, 'data-href'))],
  ['fb-video', widget((node) => attribute(node, 'data-href'))],
  [
    'flourish-embed',
    widget((node) => serviceUrl('https://flo.uri.sh/', /(?:visualisation|story)\/\d+/, node, 'data-src')),
  ],
  ['infogram-embed', widget((node) => serviceUrl('https://infogram.com/', /^[\w-]+$/, node, 'data-id'))],
  ['tenor-gif-embed', widget((node) => attribute(first(node, 'a') ?? node, 'href'))],
]

function serviceUrl(base: string, place: RegExp, node: PastedNode, name: string): string {
  const [found] = place.exec(attribute(node, name)) ?? []
  return found ? base + found : ''
}
