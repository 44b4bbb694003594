import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment, type TreeAdapter } from 'parse5'
import type { PastedNode } from '#lib/domain/writing/editor/paste/pasted-node.ts'

type Node = DefaultTreeAdapterMap['node']
type Resolve = (url: string, name: string) => string

/** Deeper than any page is laid out; what is below is kept as text. */
const deepest = 400
/** Elements open at once: every further tag asks all of them, so a million would take hours. */
const mostOpen = 1_000
/** Unclosed formatting is repeated in every following paragraph, so a small text can ask for billions of elements. */
const mostElements = 200_000

class TooMuch extends Error {}

/**
 * Markup as the paste rules walk it. `resolve` makes addresses of links and pictures whole; `flatten` hears of markup that only its
 * words are left of.
 */
export function htmlTree(html: string, resolve: Resolve, flatten: () => void = () => undefined): PastedNode {
  return nodeOf(fragmentOf(html, flatten), { resolve, flatten }, 0)
}

function fragmentOf(html: string, flatten: () => void): Node {
  try {
    return parseFragment(html, { treeAdapter: bounded() })
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    flatten()
    return parseFragment(html.replace(/<[^<>]*>/g, ' ').replaceAll('<', '&lt;'))
  }
}

function bounded(): TreeAdapter<DefaultTreeAdapterMap> {
  let elements = 0
  let open = 0
  return {
    ...defaultTreeAdapter,
    createElement: (...element) => {
      if (++elements > mostElements) throw new TooMuch()
      return defaultTreeAdapter.createElement(...element)
    },
    onItemPush: () => {
      if (++open > mostOpen) throw new TooMuch()
    },
    onItemPop: () => {
      open--
    },
  }
}

type Hands = { readonly resolve: Resolve; readonly flatten: () => void }

function nodeOf(node: Node, hands: Hands, depth: number): PastedNode {
  const attributes = new Map('attrs' in node ? node.attrs.map(({ name, value }) => [name, value]) : [])
  const children = childrenOf(node)
  const isFlat = depth === deepest && children.length > 0
  if (isFlat) hands.flatten()
  return {
    nodeType: typeOf(node.nodeName),
    nodeName: node.nodeName,
    nodeValue: 'value' in node ? node.value : null,
    childNodes: isFlat ? [textNode(node)] : children.map((child) => nodeOf(child, hands, depth + 1)),
    getAttribute: (name) => {
      const value = attributes.get(name)
      return value === undefined ? null : addresses.has(name) ? hands.resolve(value.trim(), node.nodeName) : value
    },
  }
}

function childrenOf(node: Node): readonly Node[] {
  return 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : []
}

function textNode(node: Node): PastedNode {
  return { nodeType: 3, nodeName: '#text', nodeValue: textOf(node), childNodes: [] }
}

function textOf(node: Node): string {
  if (node.nodeName === 'script' || node.nodeName === 'style') return ''
  return node.nodeName === '#text' && 'value' in node ? node.value : childrenOf(node).map(textOf).join(' ')
}

const addresses: ReadonlySet<string> = new Set(['href', 'src', 'data-src', 'poster', 'data-href', 'url'])

function typeOf(name: string): number {
  if (name === '#text') return 3
  if (name === '#comment') return 8
  return name.startsWith('#') ? 9 : 1
}
