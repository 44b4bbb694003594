import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'

/** A cell holds one line: what is pasted into it is one, and the table stays whole. Cells that are pasted go into cells. */
export function pasteInCell(slice: Slice): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const isInCell = $from.depth > 1 && $from.node(-1).type.name === 'tableCell' && $from.sameParent($to)
    const texts = textsOf(slice.content)
    if (!isInCell || texts.length < 2 || holdsOnlyTable(slice.content)) return false
    const space = state.schema.text(' ')
    const line = texts.reduce((all, text) => all.append(Fragment.from(space)).append(text))
    dispatch?.(
      state.tr
        .replaceSelection(new Slice(line, 0, 0))
        .scrollIntoView()
        .setMeta('paste', true),
    )
    return true
  }
}

/** A table that is pasted into a table is its cells: ProseMirror's table rules put them in, but know none of a table with a caption. */
export function asCells(slice: Slice): Slice {
  const block = slice.content.childCount === 1 ? slice.content.firstChild : null
  return block?.type.name === 'tableBlock' && block.lastChild ? new Slice(Fragment.from(block.lastChild), 0, 0) : slice
}

function textsOf(content: Fragment): readonly Fragment[] {
  const texts: Fragment[] = []
  content.descendants((node) => {
    if (node.isTextblock && node.content.size > 0) texts.push(node.content)
    return !node.isTextblock
  })
  return texts
}

function holdsOnlyTable(content: Fragment): boolean {
  return content.childCount === 1 && isOfTable(content.child(0))
}

function isOfTable({ type }: Node): boolean {
  return type.name === 'tableBlock' || type.spec.tableRole !== undefined
}
