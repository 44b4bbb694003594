import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { changeOf } from './change-words.ts'
import type { PlannedStep } from './plan-change.ts'

/** The steps in one transaction; the caret stays where its writer has it. Null: there is nothing to do. */
export function applyPlan(state: EditorState, steps: readonly PlannedStep[]): Transaction | null {
  const { tr, selection } = state
  // The last first: what stands before keeps its place.
  for (const step of steps.toReversed()) applyStep(tr, step)
  if (!tr.docChanged) return null
  if (selection instanceof TextSelection) {
    const [anchor, head] = [selection.anchor, selection.head].map((place) => placeOf(place, steps, tr))
    if (anchor !== undefined && head !== undefined)
      tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)))
  }
  return tr
}

function applyStep(tr: Transaction, step: PlannedStep): void {
  switch (step.kind) {
    case 'bring-back':
      tr.insert(step.at, step.node)
      return
    case 'put-back':
      tr.replaceWith(step.at, step.at + step.size, step.node ?? [])
      return
    case 'flag':
      tr.setNodeAttribute(step.at, 'suggestion', step.flag)
      return
    case 'words': {
      if (step.words.eq(step.was)) return
      const { start, endBefore, endAfter } = changeOf(step.was, step.words, null)
      tr.replaceWith(step.at + start, step.at + endBefore, step.words.cut(start, endAfter))
    }
  }
}

function placeOf(place: number, steps: readonly PlannedStep[], tr: Transaction): number {
  for (const step of steps)
    if (step.kind === 'words' && place >= step.at && place <= step.at + step.was.size)
      return tr.mapping.map(step.at, -1) + step.place(place - step.at)
  return tr.mapping.map(place)
}
