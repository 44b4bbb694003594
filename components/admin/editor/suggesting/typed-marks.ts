import type { Mark } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import type { Signature } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { planChange } from './plan-change.ts'
import { markOf, withoutSuggestions } from './suggested-words.ts'

/**
 * The marks that a letter has from the start, so that nothing is left to do when it stands there: input rules act only on what the
 * letter before them left as it was. Null where it is no suggestion.
 */
export function typedMarks(state: EditorState, at: number, signature: Signature): readonly Mark[] | null {
  const { doc } = state
  const $at = doc.resolve(at)
  const others = withoutSuggestions(state.storedMarks ?? $at.marks())
  const before = $at.nodeBefore && markOf($at.nodeBefore, 'insertion')
  const isOwn = before?.attrs.by === signature.by && $at.nodeBefore && !markOf($at.nodeBefore, 'deletion')
  const mark = before && isOwn ? before : plannedMark(state, at, signature)
  return mark ? mark.addToSet(others) : null
}

function plannedMark({ doc, tr }: EditorState, at: number, signature: Signature): Mark | null {
  const after = tr.insertText('x', at).doc
  const { steps } = planChange({ before: doc, after, signature, caret: at + 1, isBackward: false })
  for (const step of steps) {
    if (step.kind !== 'words' || at < step.at || at > step.at + step.was.size) continue
    const end = step.place(at + 1 - step.at)
    const [typed] = step.words.cut(end - 1, end).content
    return (typed && markOf(typed, 'insertion')) ?? null
  }
  return null
}
