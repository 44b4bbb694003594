import type { Block, Body } from '#lib/domain/text/body.ts'

/** A body in short, for a test to read: what each block is, and its words. */
export function inShort(body: Body): readonly string[] {
  return body.map(blockInShort)
}

function words(content: readonly { readonly text: string }[]): string {
  return content.map(({ text }) => text).join('')
}

function blockInShort(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `p ${words(block.content)}`
    case 'crosshead':
      return `h ${block.text}`
    case 'quotation':
      return `quote ${block.paragraphs.map(words).join(' / ')}${block.attribution ? ` — ${words(block.attribution)}` : ''}`
    case 'pull-quote':
      return `pull ${block.text}${block.attribution ? ` — ${block.attribution}` : ''}`
    case 'list':
      return `${block.ordered ? 'ol' : 'ul'} ${block.items.map(words).join(' / ')}`
    case 'figure':
      return `figure ${block.size}`
    case 'table':
      return `table ${block.caption}: ${[block.head, ...block.rows].map((row) => row.map(words).join(',')).join(';')}`
    case 'fact-box':
      return `facts ${block.title}`
    case 'embed':
      return `embed ${block.provider} ${block.url}`
    case 'divider':
      return 'divider'
  }
}
