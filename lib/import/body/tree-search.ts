import { attribute, childrenOf, nameOf, type PastedNode } from '#lib/domain/writing/editor/paste/pasted-node.ts'

/** Every element of this name below a node and the node itself; `*` is any. */
export function all(node: PastedNode, name: string): readonly PastedNode[] {
  const found: PastedNode[] = []
  gather(node, (own) => name === '*' || own === name, found)
  return found
}

function gather(node: PastedNode, isOne: (name: string) => boolean, found: PastedNode[]): void {
  const own = nameOf(node)
  if (own !== '' && own !== '#text' && isOne(own)) found.push(node)
  for (const child of childrenOf(node)) gather(child, isOne, found)
}

export function first(node: PastedNode, name: string): PastedNode | undefined {
  return all(node, name)[0]
}

export function byClass(node: PastedNode, name: string): PastedNode | undefined {
  return all(node, '*').find((child) => hasClass(child, name))
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
