/** What the paste rules need of a DOM node: a browser's own fits, and a test's parser. */
export type PastedNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<PastedNode>
  readonly getAttribute?: (name: string) => string | null
}

export function childrenOf(node: PastedNode): readonly PastedNode[] {
  return Array.from(node.childNodes)
}

/** Lower-case name of an element, `#text` of text; of anything else an empty one. */
export function nameOf(node: PastedNode): string {
  if (node.nodeType === 3) return '#text'
  return node.nodeType === 1 ? node.nodeName.toLowerCase() : ''
}

export function attribute(node: PastedNode, name: string): string {
  return node.getAttribute?.(name) ?? ''
}

/** One property of the inline style, as written, in lower case. Word writes properties that no browser knows. */
export function styleOf(node: PastedNode, property: string): string {
  for (const declaration of attribute(node, 'style').split(';')) {
    const colon = declaration.indexOf(':')
    if (declaration.slice(0, colon).trim().toLowerCase() === property)
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return ''
}

/** Elements that show nothing to a reader: machinery of Word and of pages, deleted text, margin comments, hidden parts. */
export function isJunk(node: PastedNode): boolean {
  const name = nameOf(node)
  if (name === '' || junk.has(name) || name.startsWith('w:') || name.startsWith('m:')) return true
  if (name === '#text') return false
  return (
    styleOf(node, 'display') === 'none' ||
    styleOf(node, 'mso-list') === 'ignore' ||
    /^(comment|comment-list|field-begin)$/.test(styleOf(node, 'mso-element')) ||
    /\bMsoCommentReference\b/.test(attribute(node, 'class'))
  )
}

const junk: ReadonlySet<string> = new Set(
  'head meta title style script noscript template xml link button input select textarea option canvas del s strike'.split(
    ' ',
  ),
)

export const pictureElements: ReadonlySet<string> = new Set(
  'img picture svg video audio iframe object embed v:shape v:imagedata'.split(' '),
)
