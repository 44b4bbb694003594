import { Fragment, type Node, type ResolvedPos, type Schema } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'

/** Kinds of text that one can become another. */
export type TextKind = 'paragraph' | 'crosshead' | 'list' | 'ordered-list' | 'quotation' | 'pullQuote' | 'factBox'

/** The run of whole blocks that the selection touches, inside the body or inside a fact box. */
type Span = {
  readonly from: number
  readonly to: number
  readonly nodes: readonly Node[]
  readonly isInFactBox: boolean
}

/**
 * Makes the selected blocks a kind of text, or plain paragraphs when they are that kind already. Every word stays: what the new kind
 * can't hold in one block becomes several.
 */
export function turnInto(kind: TextKind): Command {
  return (state, dispatch) => {
    // Taken first: inside an input rule it brings the rest of the state up to date.
    const { tr } = state
    const span = spanOf(state)
    if (!span || span.nodes.some((node) => node.isAtom || node.type.name === 'tableBlock')) return false
    if (span.isInFactBox && !['paragraph', 'list', 'ordered-list'].includes(kind)) return false
    const isAlready = span.nodes.every((node) => kindOf(node) === kind)
    const texts = span.nodes.flatMap(textsOf)
    const nodes = make(state.schema, isAlready ? 'paragraph' : kind, texts)
    if (nodes.length === 0) return false
    if (dispatch) {
      const { $from } = state.selection
      const index = textIndexOf(span, $from)
      tr.replaceWith(span.from, span.to, nodes)
      const at = sameText(tr.doc, span.from, index, $from.parentOffset)
      dispatch(tr.setSelection(at).scrollIntoView())
    }
    return true
  }
}

export function kindAt(state: EditorState): string | null {
  const nodes = spanOf(state)?.nodes ?? []
  const [first] = nodes
  return first && nodes.every((node) => kindOf(node) === kindOf(first)) ? kindOf(first) : null
}

/** Puts a block below the one with the caret, or in its place while that is an empty paragraph. */
export function insertBlock(json: Readonly<Record<string, unknown>>): Command {
  return (state, dispatch) => {
    const node = state.schema.nodeFromJSON(json)
    const { $from, $to } = state.selection
    const block = $from.depth > 0 ? $from.node(1) : null
    const isEmpty = block?.type.name === 'paragraph' && block.content.size === 0
    const from = isEmpty ? $from.before(1) : $to.depth > 0 ? $to.after(1) : state.selection.to
    const to = isEmpty ? $from.after(1) : from
    if (dispatch) {
      const tr = state.tr.replaceWith(from, to, node)
      dispatch(
        tr
          .setSelection(node.isAtom ? NodeSelection.create(tr.doc, from) : Selection.near(tr.doc.resolve(from + 1)))
          .scrollIntoView(),
      )
    }
    return true
  }
}

/** Leaves a quotation, a fact box, a table: an empty paragraph below it. */
export const leaveBlock: Command = (state, dispatch) => {
  const { $to } = state.selection
  if ($to.depth === 0 && !(state.selection instanceof NodeSelection)) return false
  const after = $to.depth > 0 ? $to.after(1) : state.selection.to
  const next = state.doc.nodeAt(after)
  const paragraph = state.schema.nodes.paragraph?.create()
  if (!paragraph) return false
  if (dispatch) {
    const isThere = next?.type.name === 'paragraph' && next.content.size === 0
    const tr = isThere ? state.tr : state.tr.insert(after, paragraph)
    dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  }
  return true
}

export const removeBlock: Command = (state, dispatch) => {
  const top = topOf(state)
  if (!top) return false
  if (dispatch) {
    const tr = state.tr
    const isOnly = state.doc.childCount === top.count
    if (isOnly) tr.replaceWith(top.from, top.to, state.schema.nodes.paragraph?.create() ?? Fragment.empty)
    else tr.delete(top.from, top.to)
    dispatch(
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(top.from, tr.doc.content.size)), -1)).scrollIntoView(),
    )
  }
  return true
}

export function moveBlock(step: -1 | 1): Command {
  return (state, dispatch) => {
    const top = topOf(state)
    if (!top) return false
    const neighbour = step < 0 ? state.doc.resolve(top.from).nodeBefore : state.doc.resolve(top.to).nodeAfter
    if (!neighbour) return false
    if (dispatch) {
      const { $anchor, $head } = state.selection
      const tr = state.tr
      const shift = step * neighbour.nodeSize
      const moved = state.doc.slice(top.from, top.to).content
      tr.delete(top.from, top.to).insert(top.from + shift, moved)
      const selection =
        state.selection instanceof NodeSelection
          ? NodeSelection.create(tr.doc, top.from + shift)
          : TextSelection.create(tr.doc, $anchor.pos + shift, $head.pos + shift)
      dispatch(tr.setSelection(selection).scrollIntoView())
    }
    return true
  }
}

function topOf(state: EditorState): { readonly from: number; readonly to: number; readonly count: number } | null {
  const { $from, $to, from, to } = state.selection
  if ($from.depth === 0) return state.selection instanceof NodeSelection ? { from, to, count: 1 } : null
  return { from: $from.before(1), to: $to.after(1), count: $to.index(0) - $from.index(0) + 1 }
}

function spanOf(state: EditorState): Span | null {
  const { $from, $to } = state.selection
  if ($from.depth === 0 || $to.depth === 0) return null
  const isInFactBox = $from.node(1).type.name === 'factBox' && $from.node(1) === $to.node(1) && $from.index(1) > 0
  const depth = isInFactBox ? 1 : 0
  const parent = $from.node(depth)
  const nodes = Array.from({ length: $to.index(depth) - $from.index(depth) + 1 }, (_, offset) =>
    parent.child($from.index(depth) + offset),
  )
  return { from: $from.before(depth + 1), to: $to.after(depth + 1), nodes, isInFactBox }
}

function kindOf(node: Node): string {
  return node.type.name === 'list' && node.attrs.ordered ? 'ordered-list' : node.type.name
}

/** The texts of a block in their order: one a paragraph, an item, an attribution that is written. */
function textsOf(node: Node): readonly Fragment[] {
  if (node.isTextblock) return [node.content]
  const texts: Fragment[] = []
  node.descendants((child) => {
    if (!child.isTextblock) return true
    const isOptional = ['attribution', 'pullBy', 'factTitle'].includes(child.type.name)
    if (!isOptional || child.content.size > 0) texts.push(child.content)
    return false
  })
  return texts.length > 0 ? texts : [Fragment.empty]
}

function make({ nodes }: Schema, kind: TextKind, texts: readonly Fragment[]): readonly Node[] {
  const {
    paragraph,
    crosshead,
    list,
    listItem,
    quotation,
    attribution,
    pullQuote,
    pullText,
    pullBy,
    factBox,
    factTitle,
  } = nodes
  const paragraphs = () => texts.flatMap((text) => paragraph?.create(null, text) ?? [])
  const made = {
    paragraph: paragraphs,
    crosshead: () => texts.map((text) => crosshead?.create(null, withoutMarks(text))),
    list: () => [
      list?.create(
        { ordered: false },
        texts.flatMap((text) => listItem?.create(null, text) ?? []),
      ),
    ],
    'ordered-list': () => [
      list?.create(
        { ordered: true },
        texts.flatMap((text) => listItem?.create(null, text) ?? []),
      ),
    ],
    quotation: () => [quotation?.create(null, [...paragraphs(), ...(attribution ? [attribution.create()] : [])])],
    pullQuote: () =>
      texts.map(
        (text) =>
          pullText && pullBy && pullQuote?.create(null, [pullText.create(null, withoutMarks(text)), pullBy.create()]),
      ),
    factBox: () => [factBox?.create(null, [...(factTitle ? [factTitle.create()] : []), ...paragraphs()])],
  } satisfies Record<TextKind, () => readonly (Node | undefined)[]>
  return made[kind]().filter((node) => node !== undefined)
}

function withoutMarks(text: Fragment): Fragment {
  const nodes: Node[] = []
  text.forEach((node) => {
    nodes.push(node.mark([]))
  })
  return Fragment.from(nodes)
}

/** Which of the span's texts the caret stands in. */
function textIndexOf(span: Span, $from: ResolvedPos): number {
  let count = 0
  $from.doc.nodesBetween(span.from, $from.pos, (node, position) => {
    if (!node.isTextblock || position < span.from) return true
    const isOptional = ['attribution', 'pullBy', 'factTitle'].includes(node.type.name) && node.content.size === 0
    if (!isOptional && position + node.nodeSize <= $from.pos) count++
    return false
  })
  return count
}

function sameText(document: Transaction['doc'], from: number, index: number, offset: number): Selection {
  let seen = 0
  let found: Selection | null = null
  document.nodesBetween(from, document.content.size, (node, position) => {
    if (found || position < from) return position < from
    if (!node.isTextblock) return true
    if (node.type.name === 'factTitle' && node.content.size === 0) return false
    if (seen++ === index) found = TextSelection.create(document, position + 1 + Math.min(offset, node.content.size))
    return false
  })
  return found ?? Selection.near(document.resolve(from))
}
