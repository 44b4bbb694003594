import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import {
  addColumn,
  addRow,
  removeColumn,
  removeRow,
  tableState,
  toggleNumericColumn,
  toggleRowHeads,
} from '../commands/tables.ts'
import { useSetting } from '../setting.ts'
import { act } from './blocks.ts'

/** Rows and columns, while the caret is in a table. */
export function TableTools({
  editor,
  toggle,
  tool,
}: {
  readonly editor: Editor
  readonly toggle: (label: string, isOn: boolean, keys: string, run: () => void) => ReactNode
  readonly tool: (label: string, keys: string, run: () => void) => ReactNode
}) {
  const { words } = useSetting()
  const table = useEditorState({ editor, selector: ({ editor }) => tableState(editor.state) })
  if (!table) return null
  return (
    <>
      {tool(words('table.addRow'), 'Ctrl+Enter', () => act(editor, addRow('after')))}
      {tool(words('table.addRowAbove'), '', () => act(editor, addRow('before')))}
      {tool(words('table.removeRow'), 'Ctrl+Shift+⌫', () => act(editor, removeRow))}
      {tool(words('table.addColumn'), 'Ctrl+Shift+Enter', () => act(editor, addColumn('after')))}
      {tool(words('table.addColumnBefore'), '', () => act(editor, addColumn('before')))}
      {tool(words('table.removeColumn'), 'Ctrl+Shift+Delete', () => act(editor, removeColumn))}
      {toggle(words('table.numbers'), table.isNumeric, '', () => act(editor, toggleNumericColumn))}
      {toggle(words('table.rowHeads'), table.hasRowHeads, '', () => act(editor, toggleRowHeads))}
    </>
  )
}
