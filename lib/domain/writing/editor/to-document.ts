import type {
  SuggestedBlock,
  SuggestedBody,
  SuggestedInline,
  SuggestedMark,
  SuggestedTable,
} from '#lib/domain/writing/suggesting/suggested-body.ts'
import { canonicalInline, type DocMark, type DocNode, unwritten } from './document.ts'

/** A body as the editor's document. A document is never empty: there is always a place to write. */
export function toDocument(body: SuggestedBody): DocNode {
  return { type: 'doc', content: body.length > 0 ? body.map(blockNode) : [{ type: 'paragraph' }] }
}

function blockNode(block: SuggestedBlock): DocNode {
  const node = bareNode(block)
  return block.suggestion ? { ...node, attrs: { ...node.attrs, suggestion: block.suggestion } } : node
}

function bareNode(block: SuggestedBlock): DocNode {
  switch (block.kind) {
    case 'paragraph':
      return textblock('paragraph', block.content)
    case 'crosshead':
      return { ...plain('crosshead', block.text), attrs: { anchor: block.anchor } }
    case 'quotation':
      return parent('quotation', [
        ...block.paragraphs.map((content) => textblock('paragraph', content)),
        textblock('attribution', block.attribution ?? []),
      ])
    case 'pull-quote':
      return parent('pullQuote', [plain('pullText', block.text), plain('pullBy', block.attribution ?? '')])
    case 'list':
      return {
        ...parent(
          'list',
          block.items.map((item) => textblock('listItem', item)),
        ),
        attrs: { ordered: block.ordered },
      }
    case 'figure':
      return {
        type: 'figure',
        attrs: { pictureId: block.pictureId, size: block.size, decorative: block.decorative ?? null },
      }
    case 'table':
      return tableNode(block)
    case 'fact-box':
      return parent('factBox', [plain('factTitle', block.title), ...block.body.map(blockNode)])
    case 'embed': {
      const { provider, url, title, fallback } = block
      return { type: 'embed', attrs: { provider, url, title, fallback } }
    }
    case 'divider':
      return { type: 'divider' }
  }
}

function tableNode({ caption, head, rows, hasRowHeads, numericColumns }: SuggestedTable): DocNode {
  const row = (cells: readonly SuggestedInline[]) =>
    parent(
      'tableRow',
      cells.map((cell, column) => ({
        ...parent('tableCell', [textblock('paragraph', cell)]),
        attrs: { numeric: numericColumns.includes(column) },
      })),
    )
  return {
    ...parent('tableBlock', [plain('tableCaption', caption), parent('table', [head, ...rows].map(row))]),
    attrs: { hasRowHeads },
  }
}

function textblock(type: string, content: SuggestedInline): DocNode {
  const runs = canonicalInline(content)
  const [only] = runs
  const isUnwritten = runs.length === 1 && only?.text === unwritten && !only.marks
  return parent(
    type,
    isUnwritten
      ? []
      : runs.map(({ text, marks }) => ({ type: 'text', text, ...(marks && { marks: marks.map(docMark) }) })),
  )
}

function plain(type: string, text: string): DocNode {
  return parent(type, text === '' || text === unwritten ? [] : [{ type: 'text', text }])
}

/** ProseMirror writes no empty `content`. */
function parent(type: string, content: readonly DocNode[]): DocNode {
  return content.length > 0 ? { type, content } : { type }
}

function docMark(mark: SuggestedMark): DocMark {
  switch (mark.kind) {
    case 'strong':
    case 'emphasis':
      return { type: mark.kind }
    case 'link':
      return { type: 'link', attrs: { href: mark.href } }
    case 'article-link':
      return { type: 'articleLink', attrs: { articleId: mark.articleId } }
    case 'language':
      return { type: 'language', attrs: { lang: mark.lang } }
    case 'insertion':
    case 'deletion':
      return { type: mark.kind, attrs: { id: mark.id, by: mark.by, at: mark.at } }
  }
}
