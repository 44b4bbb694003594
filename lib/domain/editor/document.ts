import type { Inline, Mark, Run } from '#lib/domain/text/body.ts'

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

/** One spelling of each text: neighbours with equal marks are one run, marks stand in their order, none is an empty list. */
export function canonicalInline(content: Inline): Inline {
  const runs: Run[] = []
  for (const { text, marks = [] } of content) {
    const sorted = [...marks].sort((one, other) => markOrder.indexOf(one.kind) - markOrder.indexOf(other.kind))
    const before = runs.at(-1)
    if (text === '') continue
    if (before && sameMarks(before.marks ?? [], sorted)) runs[runs.length - 1] = { ...before, text: before.text + text }
    else runs.push(sorted.length > 0 ? { text, marks: sorted } : { text })
  }
  return runs
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
