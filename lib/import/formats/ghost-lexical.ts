import { escaped } from '../reading/xml-units.ts'
import { cardHtml } from './ghost-cards.ts'

type LexicalNode = Readonly<Record<string, unknown>> & { readonly type?: unknown; readonly children?: unknown }

/** Lexical as Ghost 5 and 6 keep it: texts whose HTML was not exported. */
export function htmlOfLexical(json: string): string {
  try {
    const { root } = JSON.parse(json) as { readonly root?: LexicalNode }
    return root ? inner(root, 0) : ''
  } catch {
    return ''
  }
}

const deepest = 100

function inner(node: LexicalNode, depth: number): string {
  if (!Array.isArray(node.children) || depth > deepest) return ''
  return (node.children as LexicalNode[]).map((child) => html(child, depth + 1)).join('')
}

function html(node: LexicalNode, depth: number): string {
  switch (node.type) {
    case 'text':
    case 'extended-text':
      return formatted(String(node.text ?? ''), Number(node.format ?? 0))
    case 'linebreak':
      return '<br>'
    case 'paragraph':
      return `<p>${inner(node, depth)}</p>`
    case 'heading':
    case 'extended-heading': {
      const tag = /^h[1-6]$/.test(String(node.tag)) ? String(node.tag) : 'h2'
      return `<${tag}>${inner(node, depth)}</${tag}>`
    }
    case 'list': {
      const tag = node.listType === 'number' ? 'ol' : 'ul'
      return `<${tag}>${inner(node, depth)}</${tag}>`
    }
    case 'listitem':
      return `<li>${inner(node, depth)}</li>`
    case 'quote':
    case 'extended-quote':
      return `<blockquote>${inner(node, depth)}</blockquote>`
    case 'aside':
      return `<blockquote class="kg-blockquote-alt">${inner(node, depth)}</blockquote>`
    case 'link':
      return `<a href="${escaped(String(node.url ?? ''))}">${inner(node, depth)}</a>`
    case 'horizontalrule':
      return '<hr>'
    default:
      return node.children ? inner(node, depth) : cardHtml(String(node.type ?? ''), node)
  }
}

/** Bits of Lexical's TextNode: 1 bold, 2 italic, 4 struck, 8 underlined, 16 code, 32 below, 64 above the line. */
const formats = ['strong', 'em', 's', 'u', 'code', 'sub', 'sup']

function formatted(text: string, format: number): string {
  return formats.reduce((html, tag, bit) => (format & (1 << bit) ? `<${tag}>${html}</${tag}>` : html), escaped(text))
}
