import { jsonList, jsonMembers, jsonWord } from '../reading/json-word.ts'
import { escaped } from '../reading/xml-units.ts'
import { cardHtml } from './ghost-cards.ts'

type LexicalNode = Readonly<Record<string, unknown>>

/** Lexical as Ghost 5 and 6 keep it: texts whose HTML was not exported. */
export function htmlOfLexical(json: string): string {
  try {
    return inner(jsonMembers(jsonMembers(JSON.parse(json)).root), 0)
  } catch (error) {
    if (error instanceof SyntaxError) return ''
    throw error
  }
}

const deepest = 100

function inner(node: LexicalNode, depth: number): string {
  if (depth > deepest) return ''
  return jsonList(node.children)
    .map((child) => html(jsonMembers(child), depth + 1))
    .join('')
}

function html(node: LexicalNode, depth: number): string {
  const type = jsonWord(node.type)
  switch (type) {
    case 'linebreak':
      return '<br>'
    case 'paragraph':
      return `<p>${inner(node, depth)}</p>`
    case 'heading':
    case 'extended-heading': {
      const tag = /^h[1-6]$/.test(jsonWord(node.tag)) ? jsonWord(node.tag) : 'h2'
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
    case 'autolink':
      return `<a href="${escaped(jsonWord(node.url))}">${inner(node, depth)}</a>`
    case 'horizontalrule':
      return '<hr>'
    default:
      // Kinds of text have names of their own: "extended-text", "tk", "zwnj", "tab", "code-highlight".
      if (typeof node.text === 'string') return formatted(node.text, Number(jsonWord(node.format)))
      return Array.isArray(node.children) ? inner(node, depth) : cardHtml(type, node)
  }
}

/** Bits of Lexical's TextNode: 1 bold, 2 italic, 4 struck, 8 underlined, 16 code, 32 below, 64 above the line, 128 marked. */
const formats = ['strong', 'em', 's', 'u', 'code', 'sub', 'sup', 'mark']

function formatted(text: string, format: number): string {
  return formats.reduce((html, tag, bit) => (format & (1 << bit) ? `<${tag}>${html}</${tag}>` : html), escaped(text))
}
