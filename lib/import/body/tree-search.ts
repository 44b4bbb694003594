import { attribute, childrenOf, nameOf, type PastedNode } from '#lib/domain/editor/paste/pasted-node.ts'

/** Every element of this name below a node and the node itself; `*` is any. */
export function all(node: PastedNode, name: string): readonly PastedNode[] {
  const own = nameOf(node)
  const isOne = own !== '' && own !== '#text' && (name === '*' || own === name)
  return [...(isOne ? [node] : []), ...childrenOf(node).flatMap((child) => all(child, name))]
}

export function first(node: PastedNode, name: string): PastedNode | undefined {
  return all(node, name)[0]
}

export function hasClass(node: PastedNode, name: string): boolean {
  const classes = attribute(node, 'class')
  return classes.includes(name) && classes.split(/\s+/).includes(name)
}

/** All words of a node as one line. */
export function plain(node: PastedNode | undefined): string {
  return node ? raw(node).replace(/\s+/g, ' ').trim().toWellFormed() : ''
}

function raw(node: PastedNode): string {
  const name = nameOf(node)
  if (name === '#text') return node.nodeValue ?? ''
  if (name === 'script' || name === 'style') return ''
  const inner = childrenOf(node).map(raw).join('')
  return name === 'br' || name === 'p' || name === 'div' ? ` ${inner} ` : inner
}
