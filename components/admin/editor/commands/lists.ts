import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'

/** An item becomes a paragraph outside; the items before and after it stay lists. By Enter only while it is empty. */
export function leaveListItem(
  state: EditorState,
  dispatch?: (tr: Transaction) => void,
  _view?: unknown,
  { evenWritten } = { evenWritten: false },
): boolean {
  const { $from, empty } = state.selection
  const { paragraph } = state.schema.nodes
  if (!empty || !paragraph || $from.parent.type.name !== 'listItem') return false
  if ($from.parent.content.size > 0 && !evenWritten) return false
  const list = $from.node(-1)
  const index = $from.index(-1)
  const part = (from: number, to: number): readonly Node[] => {
    const items = list.children.slice(from, to)
    return items.length > 0 ? [list.type.create(list.attrs, items)] : []
  }
  const before = part(0, index)
  if (dispatch) {
    const start = $from.before(-1)
    const nodes = [...before, paragraph.create(null, $from.parent.content), ...part(index + 1, list.childCount)]
    const tr = state.tr.replaceWith(start, $from.after(-1), nodes)
    const caret = start + (before[0]?.nodeSize ?? 0) + 1
    dispatch(tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView())
  }
  return true
}
