import { getSchema } from '@tiptap/core'
import { joinBackward, splitBlock, toggleMark } from '@tiptap/pm/commands'
import { history } from '@tiptap/pm/history'
import { Node, Slice } from '@tiptap/pm/model'
import { type Command, EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import type { DocNode } from '#lib/domain/writing/editor/document.ts'
import { toBlocks } from '#lib/domain/writing/editor/to-blocks.ts'
import { toDocument } from '#lib/domain/writing/editor/to-document.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { insertBlock, leaveBlock, moveBlock, removeBlock, turnInto } from '../../commands/blocks.ts'
import { divider } from '../../commands/keys.ts'
import { leaveListItem } from '../../commands/lists.ts'
import { bodyNodes } from '../../schema/nodes.ts'
import { setSuggesting, suggestingPlugin } from '../suggesting.ts'

/** Hands that write, without a browser. */

export const schema = getSchema(bodyNodes({ draw: () => [], says: () => '' }))

export function stateOf(body: SuggestedBody, by = 'me', isOn = true): EditorState {
  const plugin = suggestingPlugin({ by, onKept: () => undefined, onRefused: () => undefined })
  const state = EditorState.create({
    schema,
    doc: Node.fromJSON(schema, toDocument(body)),
    plugins: [plugin, history()],
  })
  return state.apply(setSuggesting(state, isOn))
}

export function bodyIn(state: EditorState): SuggestedBody {
  state.doc.check()
  return toBlocks(state.doc.toJSON() as DocNode)
}

export function run(state: EditorState, command: Command): EditorState {
  let next = state
  command(state, (tr) => {
    next = next.apply(tr)
  })
  return next
}

/** The document as the command alone leaves it. */
export function raw(state: EditorState, command: Command): Node {
  let { doc } = state
  command(state, (tr) => {
    doc = tr.doc
  })
  return doc
}

export function isValid(document: Node): boolean {
  try {
    document.check()
    return true
  } catch {
    return false
  }
}

export const typing =
  (text: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insertText(text))
    return true
  }

/** What an input method makes of it, in a composition that goes on. */
export const composing =
  (command: Command): Command =>
  (state, dispatch) =>
    command(state, dispatch && ((tr) => dispatch(tr.setMeta('composition', 1))))

/** Places are offsets in all the words of the document, for texts of paragraphs alone. */
export const at =
  (from: number, to = from): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
    return true
  }

export const backspace: Command = (state, dispatch) => {
  const { selection, tr } = state
  if (!selection.empty) {
    dispatch?.(tr.deleteSelection())
    return true
  }
  if (joinBackward(state, dispatch)) return true
  const { $from } = selection
  if ($from.parentOffset === 0) return false
  dispatch?.(tr.delete($from.pos - 1, $from.pos))
  return true
}

export const forward: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.parentOffset === $from.parent.content.size) return false
  dispatch?.(state.tr.delete($from.pos, $from.pos + 1))
  return true
}

/** Whatever hands do to a text, in any order. */
export const edits: readonly ((next: () => number) => Command)[] = [
  (next) => {
    const words = schema.text(next() < 0.5 ? 'a' : 'new 😀')
    return (state, dispatch) => {
      if (!state.selection.$from.parent.isTextblock) return false
      dispatch?.(state.tr.replaceSelectionWith(words, false))
      return true
    }
  },
  () => backspace,
  () => forward,
  () => splitBlock,
  () => removeBlock,
  (next) => moveBlock(next() < 0.5 ? 1 : -1),
  (next) =>
    turnInto(
      (['paragraph', 'crosshead', 'list', 'quotation', 'pullQuote', 'factBox'] as const)[Math.floor(next() * 6)] ??
        'list',
    ),
  () => insertBlock(divider),
  () => leaveBlock,
  () => (state, dispatch) => leaveListItem(state, dispatch, undefined, { evenWritten: true }),
  () => toggleMark(schema.marks.strong as never),
  (next) => {
    const [start, length] = [next(), Math.floor(next() * 40)]
    return (state, dispatch) => {
      const { size } = state.doc.content
      const from = Math.floor(start * size)
      const { content, openStart, openEnd } = state.doc.slice(from, Math.min(size, from + length))
      dispatch?.(state.tr.replaceSelection(new Slice(content, openStart, openEnd)))
      return true
    }
  },
]

export const somewhere =
  (next: () => number): Command =>
  (state, dispatch) => {
    const place = () => state.doc.resolve(Math.floor(next() * (state.doc.content.size + 1)))
    const from = place()
    const far = next() < 0.3 ? place() : from
    const node = from.nodeAfter
    const selection =
      next() < 0.2 && node && !node.isText && NodeSelection.isSelectable(node)
        ? NodeSelection.create(state.doc, from.pos)
        : far === from
          ? Selection.near(from)
          : TextSelection.between(from, far)
    dispatch?.(state.tr.setSelection(selection))
    return true
  }
