import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { DocNode } from '#lib/domain/writing/editor/document.ts'
import { toBlocks } from '#lib/domain/writing/editor/to-blocks.ts'
import { toDocument } from '#lib/domain/writing/editor/to-document.ts'
import { settle, type Verdict } from '#lib/domain/writing/suggesting/settle.ts'
import { marksIn, type SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'

/** Accepts or rejects in the document, by the rules of the newsroom (lib/domain/writing/suggesting): only blocks that are touched are made anew. */
export function settleInDocument(state: EditorState, ids: readonly string[], verdict: Verdict): Transaction | null {
  const chosen = new Set(ids)
  const touched = placesOf(state.doc).filter(({ body }) => marksIn(body).some(({ id }) => chosen.has(id)))
  if (touched.length === 0) return null
  const anchors = anchorsOf(
    settle(
      touched.flatMap(({ body }) => body),
      chosen,
      verdict,
    ),
  )
  const { tr } = state
  const settled = touched.map(({ at, node, body }) => ({
    ...{ at, node },
    // An anchor can come from another block: taken from the whole, crosshead by crosshead.
    body: settle(body, chosen, verdict).map((block) =>
      block.kind === 'crosshead' ? { ...block, anchor: anchors.shift() ?? block.anchor } : block,
    ),
  }))
  const isAll = touched.length === state.doc.childCount && settled.every(({ body }) => body.length === 0)
  for (const { at, node, body } of settled.toReversed())
    tr.replaceWith(
      at,
      at + node.nodeSize,
      isAll && at === 0 ? nodesOf(state, []) : body.length > 0 ? nodesOf(state, body) : [],
    )
  return tr
}

function placesOf(
  document: Node,
): readonly { readonly at: number; readonly node: Node; readonly body: SuggestedBody }[] {
  let at = 0
  return document.children.map((node) => {
    const place = { at, node, body: toBlocks({ type: 'doc', content: [node.toJSON() as DocNode] }) }
    at += node.nodeSize
    return place
  })
}

function anchorsOf(body: SuggestedBody): string[] {
  return body.flatMap((block) => (block.kind === 'crosshead' ? [block.anchor] : []))
}

function nodesOf({ schema }: EditorState, body: SuggestedBody): readonly Node[] {
  return (toDocument(body).content ?? []).map((node) => schema.nodeFromJSON(node))
}
