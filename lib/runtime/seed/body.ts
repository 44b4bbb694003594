import { anchorOf } from '#lib/domain/text/anchor.ts'
import type { Body, Inline, Mark } from '#lib/domain/text/body.ts'
import { parseBody } from '#lib/input/articles/body/body.ts'
import type { TextMark, TextRun } from '#lib/input/articles/body/inline-text.ts'
import type { DemoBlock } from '#lib/input/demo/demo-blocks.ts'

/** The rows that names in the files stand for, inside one edition. */
export type Names = {
  readonly articleIds: ReadonlyMap<string, number>
  readonly pictureIds: ReadonlyMap<string, number>
}

/** A body of the files as one of the newsroom. Throws with `where` when it would be refused from an editor too. */
export function bodyOf(blocks: readonly DemoBlock[], names: Names, where: string): Body {
  const anchors = new Set<string>()
  const parsed = parseBody(blocks.map((block) => blockOf(block, names, anchors)))
  if (parsed.ok) return parsed.value
  throw new Error(`${where}: ${parsed.error.map(({ path, message }) => `${path} ${message}`).join('; ')}`)
}

function blockOf(block: DemoBlock, names: Names, anchors: Set<string>): unknown {
  const inline = (runs: readonly TextRun[]) => inlineOf(runs, names)
  switch (block.kind) {
    case 'paragraph':
      return { ...block, content: inline(block.content) }
    case 'crosshead': {
      const anchor = anchorOf(block.text, anchors)
      anchors.add(anchor)
      return { ...block, anchor }
    }
    case 'quotation': {
      const attribution = block.attribution ? { attribution: inline(block.attribution) } : {}
      return { kind: block.kind, paragraphs: block.paragraphs.map(inline), ...attribution }
    }
    case 'pull-quote':
      return { kind: block.kind, text: block.text, ...(block.attribution ? { attribution: block.attribution } : {}) }
    case 'list':
      return { ...block, items: block.items.map(inline) }
    case 'figure':
      return { kind: block.kind, pictureId: names.pictureIds.get(block.picture), size: block.size }
    case 'table':
      return { ...block, head: block.head.map(inline), rows: block.rows.map((row) => row.map(inline)) }
    case 'fact-box':
      return { ...block, body: block.body.map((inner) => blockOf(inner, names, anchors)) }
    case 'embed':
    case 'divider':
      return block
  }
}

function inlineOf(runs: readonly TextRun[], names: Names): Inline {
  return runs.map(({ text, marks }) => {
    const known = marks.flatMap((mark) => markOf(mark, names))
    return known.length > 0 ? { text, marks: known } : { text }
  })
}

/** An article that this edition does not have leaves plain words behind. */
function markOf(mark: TextMark, { articleIds }: Names): readonly Mark[] {
  if (mark.kind !== 'family-link') return [mark]
  const articleId = articleIds.get(mark.family)
  return articleId ? [{ kind: 'article-link', articleId }] : []
}
