import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
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
import { Tool } from './tool.tsx'

/** Rows and columns, while the caret is in a table. */
export function TableTools({ editor }: { readonly editor: Editor }) {
  const { words } = useSetting()
  const table = useEditorState({ editor, selector: ({ editor }) => tableState(editor.state) })
  if (!table) return null
  const { isNumeric, hasRowHeads } = table
  const tool = (label: string, run: Parameters<typeof act>[1]) => ({ label, onPress: () => act(editor, run) })
  return (
    <>
      <Tool {...tool(words('table.addRow'), addRow('after'))} sign="rowBelow" keys="Ctrl+Enter" />
      <Tool {...tool(words('table.addRowAbove'), addRow('before'))} sign="rowAbove" />
      <Tool {...tool(words('table.removeRow'), removeRow)} sign="removeRow" keys="Ctrl+Shift+⌫" />
      <Tool {...tool(words('table.addColumn'), addColumn('after'))} sign="columnAfter" keys="Ctrl+Shift+Enter" />
      <Tool {...tool(words('table.addColumnBefore'), addColumn('before'))} sign="columnBefore" />
      <Tool {...tool(words('table.removeColumn'), removeColumn)} sign="removeColumn" keys="Ctrl+Shift+Delete" />
      <Tool {...tool(words('table.numbers'), toggleNumericColumn)} sign="numbers" isOn={isNumeric} />
      <Tool {...tool(words('table.rowHeads'), toggleRowHeads)} sign="rowHeads" isOn={hasRowHeads} />
    </>
  )
}
