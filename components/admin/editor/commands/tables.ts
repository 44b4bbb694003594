import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  goToNextCell,
  isInTable,
  selectedRect,
} from '@tiptap/pm/tables'
import { leaveBlock } from './blocks.ts'

export { isInTable }

export function addRow(side: 'before' | 'after'): Command {
  return side === 'before' ? addRowBefore : addRowAfter
}

export function addColumn(side: 'before' | 'after'): Command {
  return side === 'before' ? addColumnBefore : addColumnAfter
}

/** Of a head and one row neither can go: that would be no table. */
export const removeRow: Command = (state, dispatch) =>
  isInTable(state) && selectedRect(state).map.height > 2 && deleteRow(state, dispatch)

export const removeColumn: Command = (state, dispatch) =>
  isInTable(state) && selectedRect(state).map.width > 1 && deleteColumn(state, dispatch)

/** The next or the previous cell. After the last one a new row, and after a row that stayed empty the way out. */
export function moveInTable(step: -1 | 1): Command {
  return (state, dispatch, view) => {
    if (goToNextCell(step)(state, dispatch)) return true
    if (step < 0) return false
    const row = state.selection.$head.node(-2)
    if (row.textContent === '') return leaveBlock(state, dispatch, view)
    addRowAfter(state, dispatch)
    return view ? goToNextCell(1)(view.state, dispatch) : true
  }
}

/** The cell below, in a new row below the last one. */
export const moveToRowBelow: Command = (state, dispatch, view) => {
  const { map, bottom, left } = selectedRect(state)
  if (bottom === map.height) {
    if (!dispatch || !view) return true
    addRowAfter(state, dispatch)
    return moveToRowBelow(view.state, dispatch, view)
  }
  const { tableStart } = selectedRect(state)
  const cell = map.map[bottom * map.width + left]
  if (cell === undefined) return false
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(tableStart + cell + 1))).scrollIntoView())
  return true
}

/** Numbers of a column line up at its end. */
export const toggleNumericColumn: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  const { map, left, tableStart, table } = selectedRect(state)
  const cells = Array.from({ length: map.height }, (_, row) => map.map[row * map.width + left] ?? 0)
  const isNumeric = cells.some((cell) => table.nodeAt(cell)?.attrs.numeric)
  if (dispatch) {
    const tr = state.tr
    for (const cell of cells) tr.setNodeAttribute(tableStart + cell, 'numeric', !isNumeric)
    dispatch(tr)
  }
  return true
}

export const toggleRowHeads: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.depth === 0 || $from.node(1).type.name !== 'tableBlock') return false
  dispatch?.(state.tr.setNodeAttribute($from.before(1), 'hasRowHeads', !$from.node(1).attrs.hasRowHeads))
  return true
}

export function tableState(state: EditorState): { readonly isNumeric: boolean; readonly hasRowHeads: boolean } | null {
  if (!isInTable(state)) return null
  const { map, left, table } = selectedRect(state)
  return {
    isNumeric: table.nodeAt(map.map[left] ?? 0)?.attrs.numeric === true,
    hasRowHeads: state.selection.$from.node(1).attrs.hasRowHeads === true,
  }
}
