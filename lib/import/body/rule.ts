import type { Block, FactBox } from '#lib/domain/text/body.ts'
import type { Reading } from '#lib/domain/writing/editor/paste/blocks-from-html.ts'
import { attribute, childrenOf, nameOf, type PastedNode } from '#lib/domain/writing/editor/paste/pasted-node.ts'
import type { Lose, SourcePicture } from '../source-item.ts'
import { plain } from './tree-search.ts'

export type Hands = {
  readonly lose: Lose
  /** Keeps a picture and answers its number. */
  readonly keep: (picture: SourcePicture) => number
}

/** What an element becomes; null leaves it to the rules of pasting. */
export type Rule = (node: PastedNode, read: Reading, hands: Hands) => readonly Block[] | null

export const nothing: readonly Block[] = []

export const lost =
  (kind: Parameters<Lose>[0], detail: (node: PastedNode) => string): Rule =>
  (node, _, { lose }) => {
    lose(kind, detail(node))
    return nothing
  }

/** The words come along, their look does not. */
export const plainer: Rule = (node, _, { lose }) => {
  lose('formatting', nameOf(node))
  return null
}

/** A link in a line of its own: to something that lies elsewhere. */
export function linkTo(href: string, words: string): readonly Block[] {
  if (!/^https?:\/\//.test(href)) return words ? [{ kind: 'paragraph', content: [{ text: words }] }] : nothing
  const name = URL.parse(href)?.pathname.split('/').at(-1) || href
  return [{ kind: 'paragraph', content: [{ text: words || name, marks: [{ kind: 'link', href }] }] }]
}

/** What opens under a title. What can't stand in a fact box follows it. */
export function factBox(title: string, parts: readonly PastedNode[], read: Reading): readonly Block[] | null {
  const blocks = read.blocks(wrap(...parts))
  const body = blocks.filter(
    (block): block is FactBox['body'][number] => block.kind === 'paragraph' || block.kind === 'list',
  )
  if (!title || body.length === 0) return title ? [{ kind: 'paragraph', content: [{ text: title }] }, ...blocks] : null
  const others = blocks.filter((block) => block.kind !== 'paragraph' && block.kind !== 'list')
  return [{ kind: 'fact-box', title, body }, ...others]
}

export const pullQuote: Rule = (node) => {
  const [quote = node] = below(node, 'blockquote')
  const [cite] = below(node, 'cite')
  const attribution = plain(cite)
  const text = childrenOf(quote)
    .filter((child) => child !== cite)
    .map(plain)
    .filter(Boolean)
    .join(' ')
  return text ? [{ kind: 'pull-quote', text, ...(attribution && { attribution }) }] : null
}

/** A card whose words and pictures come along without its frame. */
export const plainerCard: Rule = (node, _, { lose }) => {
  const names = attribute(node, 'class').split(/\s+/)
  lose('formatting', names.find((name) => /^kg-.*-card$/.test(name)) ?? 'card')
  return null
}

export function wrap(...nodes: readonly PastedNode[]): PastedNode {
  return { nodeType: 1, nodeName: 'div', nodeValue: null, childNodes: nodes }
}

function below(node: PastedNode, name: string): readonly PastedNode[] {
  return childrenOf(node).flatMap((child) => (nameOf(child) === name ? [child] : below(child, name)))
}
