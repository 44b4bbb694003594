import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import type { PastedNode } from '#lib/domain/editor/paste/pasted-node.ts'

type Node = DefaultTreeAdapterMap['node']

/** Deeper than any page is laid out; below it, only text would come. */
const deepest = 400

/** Markup as the paste rules walk it. `resolve` makes addresses of links and pictures whole. */
export function htmlTree(html: string, resolve: (url: string, name: string) => string): PastedNode {
  return nodeOf(parseFragment(html), resolve, 0)
}

function nodeOf(node: Node, resolve: (url: string, name: string) => string, depth: number): PastedNode {
  const attributes = new Map('attrs' in node ? node.attrs.map(({ name, value }) => [name, value]) : [])
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : []
  return {
    nodeType: typeOf(node.nodeName),
    nodeName: node.nodeName,
    nodeValue: 'value' in node ? node.value : null,
    childNodes: depth > deepest ? [] : children.map((child) => nodeOf(child, resolve, depth + 1)),
    getAttribute: (name) => {
      const value = attributes.get(name)
      return value === undefined ? null : addresses.has(name) ? resolve(value.trim(), node.nodeName) : value
    },
  }
}

const addresses: ReadonlySet<string> = new Set(['href', 'src', 'data-src', 'poster', 'data-href'])

function typeOf(name: string): number {
  if (name === '#text') return 3
  if (name === '#comment') return 8
  return name.startsWith('#') ? 9 : 1
}
