import { Extension } from '@tiptap/core'
import { closeHistory, isHistoryTransaction } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Verdict } from '#lib/domain/writing/suggesting/settle.ts'
import type { Signature, SuggestionMark } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { applyPlan } from './apply-plan.ts'
import { keepMarked, losesMarks } from './keep-marked.ts'
import { type Plan, planChange } from './plan-change.ts'
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

type Mode = { readonly isOn: boolean; readonly by: string; readonly composed: Composed | null }
type Word = { readonly isOn: boolean } | { readonly isSettling: true } | { readonly isComposed: true }

/**
 * What an input method is writing: phones do all of it so, word by word. Until it is done the document must be what the browser shows,
 * or the browser gives up its word and writes it twice; then it becomes a suggestion, compared with what stood there before.
 */
type Composed = { readonly before: EditorState; readonly signature: Signature; readonly composition: unknown }

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
  // One step of undo with what was composed: to take back only that it is a suggestion would leave plain words.
  dispatchTransaction({ transaction, next }) {
    const composed = composedIn(this.editor.state)
    if (composed && transaction.docChanged && !isLeftAlone(transaction)) {
      if (compositionOf(transaction) === undefined) transaction.setMeta(key, { isComposed: true } satisfies Word)
      transaction.setMeta('composition', composed.composition)
    }
    next(transaction)
  },
  addProseMirrorPlugins() {
    return [suggestingPlugin(this.options)]
  },
})

export function suggestingPlugin({ by, onKept, onRefused }: SuggestingSetting): Plugin<Mode> {
  return new Plugin<Mode>({
    key,
    state: {
      init: () => ({ isOn: false, by, composed: null }),
      apply: (tr, mode, before) => {
        const word = wordOf(tr)
        if (word && 'isOn' in word) return { ...mode, isOn: word.isOn, composed: null }
        if (word || isHistoryTransaction(tr)) return { ...mode, composed: null }
        if (!tr.docChanged) return mode
        const composition = compositionOf(tr)
        if (composition === undefined) return { ...mode, composed: null }
        return mode.composed ? mode : { ...mode, composed: { before, signature: signatureOf(by), composition } }
      },
    },
    props: {
      clipboardTextSerializer: ({ content }) => readText(content),
      // What the browser wrote last is heard of first, and before Tiptap's input rules, which wait as long.
      handleDOMEvents: { compositionend: (view) => void setTimeout(() => endComposition(view)) },
      handleTextInput: (view, from, to, text, written) => {
        const { state } = view
        if (view.composing || text === '' || !isSuggesting(state)) return false
        if (from !== to) return typeOver(view, written())
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
      const composed = composedIn(before)
      if (transactions.some(isLeftAlone) || composedIn(after)) return null
      if (!composed && !transactions.some((tr) => tr.docChanged)) return null
      const { steps, kept } = planned(before, after)
      if (kept) onKept(kept)
      return applyPlan(after, steps)
    },
  })
}

/** Unless the next word has begun already: Korean syllables follow each other so. */
function endComposition(view: EditorView): void {
  if (view.isDestroyed || view.composing || !composedIn(view.state)) return
  view.dispatch(view.state.tr.setMeta(key, { isComposed: true } satisfies Word))
}

/** What is typed over a selection stands behind what was struck out: there input rules are asked again, as after a composition. */
function typeOver(view: EditorView, typed: Transaction): boolean {
  view.dispatch(typed)
  const { head } = view.state.selection
  view.someProp('handleTextInput', (handle) => handle(view, head, head, '', () => view.state.tr))
  return true
}

/** What makes of a change what it has to be: a suggestion, or a change that leaves what is suggested marked. */
function planned(before: EditorState, after: EditorState): Plan {
  const { isOn, by, composed } = key.getState(before) ?? { isOn: false, by: '', composed: null }
  const from = composed?.before ?? before
  const caret = after.selection.empty ? after.selection.head : null
  const signature = composed?.signature ?? signatureOf(by)
  if (!isOn) return { steps: keepMarked(from.doc, after.doc, { signature, caret }), kept: null }
  return planChange({ before: from.doc, after: after.doc, caret, isBackward: wentBack(from, after), signature })
}

/** The text as it is to be kept: in it a word that an input method has not done with is a suggestion already. */
export function textToKeep(state: EditorState): Node {
  return (composedIn(state) && applyPlan(state, planned(state, state).steps)?.doc) || state.doc
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

function composedIn(state: EditorState): Composed | null {
  return key.getState(state)?.composed ?? null
}

/** Of the change itself, or of the one that this one tidies up after. */
function compositionOf(tr: Transaction): unknown {
  const root: Transaction = tr.getMeta('appendedTransaction') ?? tr
  return wordOf(root) ? undefined : root.getMeta('composition')
}

/** Null: none of these suggestions is in the text, or a word is not written to its end. One step of its own for undo, however soon after a key. */
export function settling(state: EditorState, ids: readonly string[], verdict: Verdict): Transaction | null {
  const tr = composedIn(state) ? null : settleInDocument(state, ids, verdict)
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
