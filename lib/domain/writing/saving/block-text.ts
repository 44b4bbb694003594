import type { SuggestedBlock, SuggestedInline, SuggestedRun } from '#lib/domain/writing/suggesting/suggested-body.ts'

type SayRun = (run: SuggestedRun) => string

/**
 * Everything that a block says, a line for each of its parts: what revisions compare and comments stand on. What is suggested in it
 * is told with the rest, deleted words too: `say` may mark them.
 */
export function blockLines(block: SuggestedBlock, say: SayRun = wordsOfRun): readonly string[] {
  const inlineText = (content: SuggestedInline) => content.map(say).join('')
  switch (block.kind) {
    case 'paragraph':
      return [inlineText(block.content)]
    case 'crosshead':
      return [block.text]
    case 'quotation':
      return [...block.paragraphs, ...(block.attribution ? [block.attribution] : [])].map(inlineText)
    case 'pull-quote':
      return [block.text, ...(block.attribution ? [block.attribution] : [])]
    case 'list':
      return block.items.map(inlineText)
    case 'figure':
    case 'divider':
      return []
    case 'table':
      return [block.caption, ...[block.head, ...block.rows].map((row) => row.map(inlineText).join(' | '))]
    case 'fact-box':
      return [block.title, ...block.body.flatMap((part) => blockLines(part, say))]
    case 'embed':
      return [block.title, block.fallback, block.url]
  }
}

export function blockText(block: SuggestedBlock): string {
  return blockLines(block).join('\n')
}

function wordsOfRun({ text }: SuggestedRun): string {
  return text
}
