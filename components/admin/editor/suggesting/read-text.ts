import type { Fragment, Node } from '@tiptap/pm/model'
import { flagOf, markOf } from './suggested-words.ts'

/** Copied as plain text, a text is what it would read as: nobody wants struck out words in a letter. */
export function readText(content: Fragment): string {
  return content.content.flatMap(linesOf).join('\n\n')
}

function linesOf(node: Node): readonly string[] {
  if (flagOf(node)?.kind === 'deletion') return []
  if (node.isText) return markOf(node, 'deletion') ? [] : [node.text ?? '']
  if (!node.isTextblock) return node.children.flatMap(linesOf)
  const text = node.children.flatMap(linesOf).join('')
  return text === '' && node.content.size > 0 ? [] : [text]
}
