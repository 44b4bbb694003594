import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { toDocument } from '#lib/domain/writing/editor/to-document.ts'
import type { EditorWords } from '#lib/i18n/admin/editor/words.ts'
import { insertBlock, turnInto } from '../commands/blocks.ts'
import { divider } from '../commands/keys.ts'
import type { Asking } from './body-editor.tsx'

/** A kind of block as the menu offers it: done at once, or asked about first. */
export type BlockOffer = {
  readonly name: Parameters<EditorWords>[0] & `block.${string}`
  readonly keys: string
  readonly act: Command | Asking
}

export const offers: readonly BlockOffer[] = [
  { name: 'block.paragraph', keys: 'Ctrl+Alt+0', act: turnInto('paragraph') },
  { name: 'block.crosshead', keys: '## · Ctrl+Alt+2', act: turnInto('crosshead') },
  { name: 'block.list', keys: '- · Ctrl+Shift+8', act: turnInto('list') },
  { name: 'block.orderedList', keys: '1. · Ctrl+Shift+7', act: turnInto('ordered-list') },
  { name: 'block.quotation', keys: '> · Ctrl+Shift+9', act: turnInto('quotation') },
  { name: 'block.pullQuote', keys: 'Ctrl+Alt+P', act: turnInto('pullQuote') },
  { name: 'block.factBox', keys: 'Ctrl+Alt+F', act: turnInto('factBox') },
  { name: 'block.figure', keys: '', act: 'picture' },
  { name: 'block.table', keys: '', act: (...given) => insertBlock(emptyTable)(...given) },
  { name: 'block.embed', keys: '', act: 'embed' },
  { name: 'block.divider', keys: '--- · Ctrl+Alt+H', act: insertBlock(divider) },
]

export function act(editor: Editor, command: Command): boolean {
  editor.view.focus()
  return command(editor.state, editor.view.dispatch, editor.view)
}

const [emptyTable = divider] =
  toDocument([
    {
      ...{ kind: 'table', caption: '', hasRowHeads: false, numericColumns: [] },
      head: [[], [], []],
      rows: [
        [[], [], []],
        [[], [], []],
      ],
    },
  ]).content ?? []
