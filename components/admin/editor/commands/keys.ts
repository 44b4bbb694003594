import { Extension, type KeyboardShortcutCommand } from '@tiptap/core'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { insertBlock, leaveBlock, moveBlock, removeBlock, turnInto } from './blocks.ts'
import { leaveListItem } from './lists.ts'
import { addColumn, addRow, isInTable, moveInTable, moveToRowBelow, removeColumn, removeRow } from './tables.ts'

export const divider = { type: 'divider' }

/**
 * Keys of the editor, after what Word, Docs and Ghost taught hands. Tab leaves the editor, but inside a table it goes from cell to
 * cell; at its end it goes on (WCAG 2.1.2: no trap).
 */
export const Keys = Extension.create({
  name: 'keys',
  priority: 500,
  addKeyboardShortcuts() {
    const run =
      (command: Command): KeyboardShortcutCommand =>
      ({ editor }) =>
        command(editor.state, editor.view.dispatch, editor.view)
    const inTable =
      (within: Command, elsewhere: Command): Command =>
      (state, dispatch, view) =>
        isInTable(state) ? within(state, dispatch, view) : elsewhere(state, dispatch, view)
    const never: Command = () => false
    return {
      'Mod-b': ({ editor }) => editor.commands.toggleMark('strong'),
      'Mod-i': ({ editor }) => editor.commands.toggleMark('emphasis'),
      'Mod-Alt-0': run(turnInto('paragraph')),
      'Mod-Alt-2': run(turnInto('crosshead')),
      'Mod-Shift-7': run(turnInto('ordered-list')),
      'Mod-Shift-8': run(turnInto('list')),
      'Mod-Shift-9': run(turnInto('quotation')),
      'Mod-Alt-p': run(turnInto('pullQuote')),
      'Mod-Alt-f': run(turnInto('factBox')),
      'Mod-Shift-Enter': run(inTable(addColumn('after'), never)),
      'Mod-Enter': run(inTable(addRow('after'), leaveBlock)),
      'Mod-Shift-Backspace': run(inTable(removeRow, removeBlock)),
      'Mod-Shift-Delete': run(inTable(removeColumn, never)),
      'Alt-Shift-ArrowUp': run(moveBlock(-1)),
      'Alt-Shift-ArrowDown': run(moveBlock(1)),
      'Mod-Alt-h': run(insertBlock(divider)),
      Tab: run(inTable(moveInTable(1), never)),
      'Shift-Tab': run(inTable(moveInTable(-1), never)),
      Enter: run(inTable(moveToRowBelow, first(leaveListItem, toNextPart, splitInQuotation))),
      Backspace: run(leaveListAtStart),
      // A new line inside a text is a new paragraph: readers' blocks hold no line breaks.
      'Shift-Enter': ({ editor }) => editor.commands.keyboardShortcut('Enter'),
    }
  },
})

function first(...commands: readonly Command[]): Command {
  return (state, dispatch, view) => commands.some((command) => command(state, dispatch, view))
}

const leaveListAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const isStart = empty && $from.parent.type.name === 'listItem' && $from.parentOffset === 0 && $from.index(-1) === 0
  return isStart && leaveListItem(state, dispatch, undefined, { evenWritten: true })
}

/** ProseMirror would begin an attribution here, for that may follow a paragraph too. */
const splitInQuotation: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const { paragraph } = state.schema.nodes
  const isThere = $from.depth === 2 && $from.node(1).type.name === 'quotation' && $from.parent.type === paragraph
  if (!isThere || !paragraph || $from.parent !== $to.parent) return false
  if (dispatch) {
    const tr = state.tr.deleteSelection()
    dispatch(tr.split(tr.selection.from, 1, [{ type: paragraph }]).scrollIntoView())
  }
  return true
}

/** From a caption, a title, a quotation's empty last line or a pull-quote's text to what follows; from the last part out of the block. */
const toNextPart: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  const name = $from.parent.type.name
  if (!empty || $from.depth < 2) return false
  if (name === 'attribution' || name === 'pullBy') return leaveBlock(state, dispatch, view)
  const isEmptyLastOfQuotation =
    $from.node(-1).type.name === 'quotation' &&
    name === 'paragraph' &&
    $from.parent.content.size === 0 &&
    $from.index(-1) === $from.node(-1).childCount - 2
  if (!(isEmptyLastOfQuotation || ['pullText', 'tableCaption', 'factTitle'].includes(name))) return false
  if (dispatch) {
    const tr = state.tr
    const isSpare = isEmptyLastOfQuotation && $from.node(-1).childCount > 2
    const after = isSpare ? $from.before() : $from.after()
    if (isSpare) tr.delete($from.before(), $from.after())
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView())
  }
  return true
}
