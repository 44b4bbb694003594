import { Extension } from '@tiptap/core'
import { closeHistory, isHistoryTransaction } from '@tiptap/pm/history'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { Verdict } from '#lib/domain/writing/suggesting/settle.ts'
import type { Signature, SuggestionMark } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { applyPlan } from './apply-plan.ts'
import { keepMarked, losesMarks } from './keep-marked.ts'
import { planChange } from './plan-change.ts'
import { readText } from './read-text.ts'
import { settleInDocument } from './settle-in-document.ts'
import { typedMarks } from './typed-marks.ts'

export type SuggestingSetting = {
  /** The user's id. */
  readonly by: string
  /** A block that is itself somebody's suggestion can't be suggested away. */
  readonly onKept: (flag: SuggestionMark) => void
  /** Words with suggestions were to become a kind of text that holds none. */
  readonly onRefused: () => void
}

type Mode = { readonly isOn: boolean }
type Word = { readonly isOn: boolean } | { readonly isSettling: true }

const key = new PluginKey<Mode>('suggesting')

/**
 * While it is on, each change of the text becomes a suggestion right after it was made: whatever made the change, it takes no part in
 * this. Undo, and settling, are no changes of that kind.
 */
export const Suggesting = Extension.create<SuggestingSetting>({
  name: 'suggesting',
  // Before what else hears of letters: input rules among them.
  priority: 1000,
  addOptions: () => ({ by: '', onKept: () => undefined, onRefused: () => undefined }),
  addProseMirrorPlugins() {
    return [suggestingPlugin(this.options)]
  },
})

export function suggestingPlugin({ by, onKept, onRefused }: SuggestingSetting): Plugin<Mode> {
  return new Plugin<Mode>({
    key,
    state: {
      init: () => ({ isOn: false }),
      apply: (tr, mode) => {
        const word = wordOf(tr)
        return word && 'isOn' in word ? word : mode
      },
    },
    props: {
      clipboardTextSerializer: ({ content }) => readText(content),
      handleTextInput: (view, from, to) => {
        const { state } = view
        if (from !== to || view.composing || !isSuggesting(state)) return false
        const marks = typedMarks(state, from, signatureOf(by))
        if (marks) view.dispatch(state.tr.setStoredMarks(marks).setMeta('addToHistory', false))
        return false
      },
    },
    filterTransaction: (tr, state) => {
      const isRefused = tr.docChanged && !isLeftAlone(tr) && losesMarks(state.doc, tr.doc)
      if (isRefused) onRefused()
      return !isRefused
    },
    appendTransaction: (transactions, before, after) => {
      if (!transactions.some((tr) => tr.docChanged) || transactions.some(isLeftAlone)) return null
      const caret = after.selection.empty ? after.selection.head : null
      if (!isSuggesting(after)) return applyPlan(after, keepMarked(before.doc, after.doc, caret))
      const { steps, kept } = planChange({
        ...{ before: before.doc, after: after.doc, caret, isBackward: wentBack(before, after) },
        signature: signatureOf(by),
      })
      if (kept) onKept(kept)
      return applyPlan(after, steps)
    },
  })
}

function signatureOf(by: string): Signature {
  return { id: crypto.randomUUID(), by, at: new Date().toISOString() }
}

function isSuggesting(state: EditorState): boolean {
  return key.getState(state)?.isOn ?? false
}

export function setSuggesting(state: EditorState, isOn: boolean): Transaction {
  return state.tr.setMeta(key, { isOn } satisfies Word).setMeta('addToHistory', false)
}

/** Null: none of these suggestions is in the text. One step of its own for undo, however soon after a key. */
export function settling(state: EditorState, ids: readonly string[], verdict: Verdict): Transaction | null {
  const tr = settleInDocument(state, ids, verdict)
  return tr && closeHistory(tr.setMeta(key, { isSettling: true } satisfies Word))
}

function isLeftAlone(tr: Transaction): boolean {
  const word = wordOf(tr)
  return isHistoryTransaction(tr) || (word !== undefined && 'isSettling' in word)
}

function wordOf(tr: Transaction): Word | undefined {
  return tr.getMeta(key)
}

/** Backspace and its like take out what stands before the caret; Delete and a chosen stretch leave the caret after what is out. */
function wentBack({ selection: old }: EditorState, { selection }: EditorState): boolean {
  return old.empty && selection.empty && selection.head < old.head
}
