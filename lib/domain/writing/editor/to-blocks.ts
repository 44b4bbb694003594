import { anchorOf } from '#lib/domain/text/anchor.ts'
import type {
  SuggestedBlock,
  SuggestedBody,
  SuggestedFactBox,
  SuggestedInline,
  SuggestedMark,
  SuggestedTable,
  SuggestionMark,
} from '#lib/domain/writing/suggesting/suggested-body.ts'
import { canonicalInline, type DocMark, type DocNode, unwritten } from './document.ts'

/**
 * What is written in the editor's document, as a body. Places that are still empty are left out, or say that they are unwritten
 * where the block can't be without them. The result is as trustworthy as the document: the server parses it (lib/input/articles/body/body.ts).
 */
export function toBlocks(document: DocNode): SuggestedBody {
  return withAnchors(children(document).flatMap((node) => blockOf(node) ?? []))
}

function blockOf(node: DocNode): SuggestedBlock | null {
  return flagged(readers[node.type]?.(node) ?? null, node)
}

/** The block with the suggestion that stands on it as a whole. */
function flagged<T extends SuggestedBlock>(block: T | null, { attrs }: DocNode): T | null {
  return block && isFlag(attrs?.suggestion) ? { ...block, suggestion: suggestionOf(attrs.suggestion) } : block
}

type Flag = { readonly kind: unknown; readonly id: unknown; readonly by: unknown; readonly at: unknown }

function isFlag(value: unknown): value is Flag {
  return typeof value === 'object' && value !== null && 'kind' in value
}

function suggestionOf({ kind, id, by, at }: Flag): SuggestionMark {
  return { kind: kind === 'deletion' ? kind : 'insertion', id: String(id), by: String(by), at: String(at) }
}

const readers: Readonly<Record<string, (node: DocNode) => SuggestedBlock | null>> = {
  paragraph: paragraphOf,
  list: listOf,
  crosshead: (node) => {
    const text = textOf(node)
    return isBlank(text) ? null : { kind: 'crosshead', text, anchor: String(node.attrs?.anchor ?? '') }
  },
  quotation: (node) => {
    const paragraphs = written(children(node, 'paragraph').map(inlineOf))
    const attribution = children(node, 'attribution').flatMap(inlineOf)
    if (paragraphs.length === 0 && attribution.length === 0) return null
    return {
      kind: 'quotation',
      paragraphs: paragraphs.length > 0 ? paragraphs : [[{ text: unwritten }]],
      ...(attribution.length > 0 && { attribution }),
    }
  },
  pullQuote: (node) => {
    const text = children(node, 'pullText').map(textOf).join('')
    const attribution = children(node, 'pullBy').map(textOf).join('')
    if (isBlank(text) && isBlank(attribution)) return null
    return { kind: 'pull-quote', text: orUnwritten(text), ...(!isBlank(attribution) && { attribution }) }
  },
  figure: ({ attrs }) => ({
    kind: 'figure',
    pictureId: Number(attrs?.pictureId),
    size: attrs?.size === 'wide' ? 'wide' : 'text',
    ...(attrs?.decorative ? { decorative: String(attrs.decorative) } : {}),
  }),
  tableBlock: tableOf,
  factBox: (node) => {
    const title = children(node, 'factTitle').map(textOf).join('')
    const body = children(node).flatMap((part): SuggestedFactBox['body'] => {
      const block = part.type === 'list' ? listOf(part) : part.type === 'paragraph' ? paragraphOf(part) : null
      return block ? [flagged<SuggestedFactBox['body'][number]>(block, part) ?? block] : []
    })
    if (isBlank(title) && body.length === 0) return null
    const isEmpty = body.length === 0
    return {
      kind: 'fact-box',
      title: orUnwritten(title),
      body: isEmpty ? [{ kind: 'paragraph', content: [{ text: unwritten }] }] : body,
    }
  },
  embed: ({ attrs }) => ({
    kind: 'embed',
    provider: String(attrs?.provider ?? ''),
    url: String(attrs?.url ?? ''),
    title: String(attrs?.title ?? ''),
    fallback: String(attrs?.fallback ?? ''),
  }),
  divider: () => ({ kind: 'divider' }),
}

function paragraphOf(node: DocNode) {
  const content = inlineOf(node)
  return content.length > 0 ? ({ kind: 'paragraph', content } as const) : null
}

function listOf(node: DocNode) {
  const items = written(children(node, 'listItem').map(inlineOf))
  return items.length > 0 ? ({ kind: 'list', ordered: node.attrs?.ordered === true, items } as const) : null
}

function tableOf(node: DocNode): SuggestedTable | null {
  const rows = children(node, 'table').flatMap((table) => children(table, 'tableRow'))
  const cells = rows.map((row) => children(row, 'tableCell'))
  const texts = cells.map((row) => row.map((cell) => children(cell, 'paragraph').flatMap(inlineOf)))
  const caption = children(node, 'tableCaption').map(textOf).join('')
  const [head, ...body] = texts
  const isEmpty = isBlank(caption) && texts.every((row) => row.every((cell) => cell.length === 0))
  if (!head || isEmpty) return null
  return {
    kind: 'table',
    caption: orUnwritten(caption),
    head,
    // A table of readers has a row below its head.
    rows: body.length > 0 ? body : [head.map(() => [])],
    hasRowHeads: node.attrs?.hasRowHeads === true,
    numericColumns: head.flatMap((_, column) =>
      cells.some((row) => row[column]?.attrs?.numeric === true) ? [column] : [],
    ),
  }
}

/**
 * A crosshead gets its anchor from its first wording and keeps it; of two that were split or pasted, the second gets its own. One
 * that is only suggested takes none from a crosshead that readers have.
 */
function withAnchors(blocks: SuggestedBody): SuggestedBody {
  const taken = new Set<string>()
  const anchored = (isMeant: (block: SuggestedBlock) => boolean) => (block: SuggestedBlock) => {
    if (block.kind !== 'crosshead' || !isMeant(block)) return block
    const isOwn = block.anchor !== '' && !taken.has(block.anchor)
    const anchor = isOwn ? block.anchor : anchorOf(block.text, taken)
    taken.add(anchor)
    return { ...block, anchor }
  }
  const isInserted = ({ suggestion }: SuggestedBlock) => suggestion?.kind === 'insertion'
  return blocks.map(anchored((block) => !isInserted(block))).map(anchored(isInserted))
}

function inlineOf(node: DocNode): SuggestedInline {
  return canonicalInline<SuggestedMark>(
    children(node, 'text').map(({ text = '', marks = [] }) => ({
      text,
      marks: marks.flatMap((mark) => markOf(mark) ?? []),
    })),
  )
}

function markOf({ type, attrs }: DocMark): SuggestedMark | null {
  switch (type) {
    case 'strong':
    case 'emphasis':
      return { kind: type }
    case 'link':
      return { kind: 'link', href: String(attrs?.href) }
    case 'articleLink':
      return { kind: 'article-link', articleId: Number(attrs?.articleId) }
    case 'language':
      return { kind: 'language', lang: String(attrs?.lang) }
    case 'insertion':
    case 'deletion':
      return suggestionOf({ kind: type, id: attrs?.id, by: attrs?.by, at: attrs?.at })
    default:
      return null
  }
}

function children(node: DocNode, type?: string): readonly DocNode[] {
  const content = node.content ?? []
  return type === undefined ? content : content.filter((child) => child.type === type)
}

function textOf(node: DocNode): string {
  return children(node, 'text')
    .map(({ text }) => text ?? '')
    .join('')
}

function written(texts: readonly SuggestedInline[]): readonly SuggestedInline[] {
  return texts.filter((text) => text.length > 0)
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

function orUnwritten(text: string): string {
  return isBlank(text) ? unwritten : text
}
