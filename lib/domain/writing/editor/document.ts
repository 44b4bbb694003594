import type { Mark } from '#lib/domain/text/body.ts'
import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import type { SuggestedMark } from '#lib/domain/writing/suggesting/suggested-body.ts'

/** A ProseMirror document as JSON, in the editor's schema (components/admin/editor/schema). */
export type DocNode = {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly DocNode[]
  readonly marks?: readonly DocMark[]
  readonly text?: string
}
export type DocMark = { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }

/**
 * Stands in a body where a block may not be empty but its writer has not come to it: the caption of a new table, the title of a
 * fact box. In the editor that place is empty.
 */
export const unwritten = '…'

/** The outermost first: a link is one link however its words are marked. The schema ranks its marks in this order. */
export const markOrder: readonly Mark['kind'][] = ['link', 'article-link', 'language', 'strong', 'emphasis']

/** Innermost are suggestions (lib/domain/writing/suggesting): a link, half of which somebody wants gone, is one link. */
const order: readonly SuggestedMark['kind'][] = [...markOrder, 'insertion', 'deletion']

type MarkedRun<M extends SuggestedMark> = { readonly text: string; readonly marks?: readonly M[] }

/** One spelling of each text: neighbours with equal marks are one run, marks stand in their order, none is an empty list. */
export function canonicalInline<M extends SuggestedMark>(content: readonly MarkedRun<M>[]): readonly MarkedRun<M>[] {
  const runs: MarkedRun<M>[] = []
  for (const { text, marks = [] } of content) {
    const sorted = [...marks].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
    const before = runs.at(-1)
    if (text === '') continue
    if (before && sameMarks(before.marks ?? [], sorted)) runs[runs.length - 1] = { ...before, text: before.text + text }
    else runs.push(sorted.length > 0 ? { text, marks: sorted } : { text })
  }
  return runs
}

function sameMarks(one: readonly SuggestedMark[], other: readonly SuggestedMark[]): boolean {
  return one.length === other.length && canonicalJson(one) === canonicalJson(other)
}
