import type { Block } from '#lib/domain/text/body.ts'
import type { Adopt } from '#lib/domain/writing/editor/paste/blocks-from-html.ts'
import { cleanHref } from '#lib/domain/writing/editor/paste/clean-href.ts'
import {
  attribute,
  childrenOf,
  nameOf,
  type PastedNode,
  styleOf,
} from '#lib/domain/writing/editor/paste/pasted-node.ts'
import { mostColumns, mostRows } from '#lib/domain/writing/editor/paste/pasted-table.ts'
import { cards } from './cards.ts'
import { cover, figure, gallery, oldCaption, picture, sayLink } from './figures.ts'
import { file, player, script, socialQuote, widgets } from './players.ts'
import { factBox, type Hands, linkTo, lost, nothing, plainer, pullQuote, type Rule } from './rule.ts'
import { all, byClass, first, hasClass, plain } from './tree-search.ts'

/** What of published pages becomes which block of ours; what is not here goes by the rules of pasting. */
export function adopter(hands: Hands): Adopt {
  return (node, read) => {
    if (styleOf(node, 'display') === 'none' && plain(node))
      hands.lose('no-equivalent', `hidden ${plain(node)}`.slice(0, 200))
    const byName = attribute(node, 'class') && classRules.find(([name]) => hasClass(node, name))
    const adopted = byName ? byName[1](node, read, hands) : null
    return adopted ?? rules.get(nameOf(node))?.(node, read, hands) ?? null
  }
}

const struck: Rule = (node, _, { lose }) => {
  const text = plain(node)
  if (text) lose('struck-text', text.slice(0, 200))
  return nothing
}

const details: Rule = (node, read) => {
  const summary = first(node, 'summary')
  const parts = childrenOf(node).filter((child) => child !== summary)
  return factBox(plain(summary), parts, read)
}

/** A link that no article may carry leaves its words. */
const link: Rule = (node, _, hands) => {
  const href = attribute(node, 'href')
  if (href && !href.startsWith('#') && cleanHref(href) === null) hands.lose('no-equivalent', `link ${href}`)
  sayLink(node, hands)
  return null
}

const list: Rule = (node, _, { lose }) => {
  const isNested = (item: PastedNode): boolean =>
    childrenOf(item).some((child) => ['ul', 'ol'].includes(nameOf(child)) || isNested(child))
  if (isNested(node)) lose('formatting', 'list in a list')
  return null
}

const table: Rule = (node, _, { lose }) => {
  const rows = all(node, 'tr')
  const columns = Math.max(0, ...rows.map((row) => childrenOf(row).filter(isCell).length))
  if (rows.length > mostRows + 1 || columns > mostColumns) lose('no-equivalent', `table ${rows.length} × ${columns}`)
  return null
}

/** Lines of verse and of code stay lines. */
const preformatted: Rule = (node, _, { lose }) => {
  lose('formatting', 'pre')
  return textOfLines(node)
    .split(/\r?\n/)
    .flatMap((line): readonly Block[] => {
      const text = line.trim()
      return text ? [{ kind: 'paragraph', content: [{ text }] }] : nothing
    })
}

const form = lost('form', (node) => plain(node).slice(0, 200))

/** A Map: a name of markup that is also one of JavaScript's own finds no rule. */
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['a', link],
  ['img', picture],
  ['picture', picture],
  ['figure', figure],
  ['iframe', player],
  ['embed', player],
  ['oembed', player],
  ['masthead-embed', player],
  ['masthead-link', (node) => linkTo(attribute(node, 'src'), plain(node))],
  ['video', file],
  ['audio', file],
  ['object', lost('no-equivalent', (node) => `object ${attribute(node, 'data')}`.trim())],
  ['svg', lost('no-equivalent', () => 'svg')],
  ['canvas', lost('no-equivalent', () => 'canvas')],
  ['math', lost('no-equivalent', (node) => `math ${plain(node)}`.slice(0, 200))],
  ['script', script],
  ['form', form],
  ['button', form],
  ['select', form],
  ['textarea', form],
  ['del', struck],
  ['s', struck],
  ['strike', struck],
  ['details', details],
  ['blockquote', socialQuote],
  ['ul', list],
  ['ol', list],
  ['table', table],
  ['pre', preformatted],
  ...['sup', 'sub', 'u', 'mark', 'code', 'kbd', 'ruby'].map((name): [string, Rule] => [name, plainer]),
])

/** WordPress's blocks (github.com/WordPress/gutenberg, packages/block-library) whose class says what their element does not. */
const classRules: readonly (readonly [string, Rule])[] = [
  ['wp-block-pullquote', pullQuote],
  ['wp-block-gallery', gallery],
  ['blocks-gallery-grid', gallery],
  ['wp-caption', oldCaption],
  ['wp-block-cover', cover],
  ['wp-block-cover-image', cover],
  ['wp-block-cover__image-background', cover],
  ['wp-block-file', (node) => linkTo(attribute(first(node, 'a') ?? node, 'href'), plain(first(node, 'a')))],
  ['wp-block-accordion-item', accordionItem],
  ...cards,
  ...widgets,
]

function accordionItem(...[node, read]: Parameters<Rule>): ReturnType<Rule> {
  const title = byClass(node, 'wp-block-accordion-heading__toggle-title') ?? byClass(node, 'wp-block-accordion-heading')
  const panel = byClass(node, 'wp-block-accordion-panel')
  return panel ? factBox(plain(title), childrenOf(panel), read) : null
}

function isCell(node: PastedNode): boolean {
  return ['td', 'th'].includes(nameOf(node))
}

function textOfLines(node: PastedNode): string {
  const name = nameOf(node)
  if (name === '#text') return node.nodeValue ?? ''
  return name === 'br' ? '\n' : childrenOf(node).map(textOfLines).join('')
}
