import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { SuggestionMark } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { flagOf, markOf } from './suggested-words.ts'

type Place = SuggestionMark & { readonly from: number; readonly to: number; readonly isBlock: boolean }

/** Where the caret is: in suggested words or at their edge, or in a suggested block. */
export function suggestionAt({ doc, selection }: EditorState): SuggestionMark | null {
  const { $from, from } = selection
  if (selection instanceof NodeSelection && flagOf(selection.node)) return flagOf(selection.node)
  for (const node of [doc.nodeAt(from), $from.nodeBefore])
    for (const kind of ['deletion', 'insertion'] as const) {
      const mark = node && markOf(node, kind)
      if (mark) return { ...(mark.attrs as Omit<SuggestionMark, 'kind'>), kind }
    }
  for (let depth = $from.depth; depth > 0; depth--) {
    const flag = flagOf($from.node(depth))
    if (flag) return flag
  }
  return null
}

/** Selects the first place of a suggestion and brings it into view. */
export function toSuggestion(state: EditorState, id: string): Transaction | null {
  const place = placesIn(state.doc).find((one) => one.id === id)
  return place ? selecting(state, place) : null
}

/** The next suggestion after the caret, or the one before; around the ends of the text. */
export function toNeighbour(state: EditorState, step: 1 | -1): Transaction | null {
  const places = firstOfEach(placesIn(state.doc))
  const { from } = state.selection
  const here = suggestionAt(state)?.id
  const at = places.findIndex(({ id }) => id === here)
  const before = places.filter((place) => place.from < from).length
  const next = at >= 0 ? at + step : step > 0 ? before : before - 1
  const place = places.at(next % Math.max(places.length, 1))
  return place ? selecting(state, place) : null
}

function selecting({ tr }: EditorState, { from, to, isBlock }: Place): Transaction {
  const node = tr.doc.nodeAt(from)
  const selection =
    isBlock && node?.isAtom
      ? NodeSelection.create(tr.doc, from)
      : isBlock
        ? TextSelection.near(tr.doc.resolve(from + 1))
        : TextSelection.create(tr.doc, from, to)
  return tr.setSelection(selection).scrollIntoView()
}

function placesIn(document: Node): readonly Place[] {
  const places: Place[] = []
  document.descendants((node, from) => {
    const to = from + node.nodeSize
    const flag = flagOf(node)
    if (flag) places.push({ ...flag, from, to, isBlock: true })
    for (const kind of ['deletion', 'insertion'] as const) {
      const mark = markOf(node, kind)
      if (mark) places.push({ ...(mark.attrs as Omit<SuggestionMark, 'kind'>), kind, from, to, isBlock: false })
    }
  })
  return places
}

function firstOfEach(places: readonly Place[]): readonly Place[] {
  const first = new Map<string, Place>()
  for (const place of places) if (!first.has(place.id)) first.set(place.id, place)
  return [...first.values()]
}
