import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model'
import type { Signature, SuggestionKind, SuggestionMark } from '#lib/domain/writing/suggesting/suggested-body.ts'

/** Whose suggestion a change becomes, and of which one it is a part. */
export type Signed = { readonly schema: Schema; readonly signature: Signature }

export function markOf(node: Node, kind: SuggestionKind): Mark | undefined {
  return node.marks.find(({ type }) => type.name === kind)
}

export function isStruckOut(node: Node): boolean {
  return markOf(node, 'deletion') !== undefined
}

/** The suggestion that stands on a block as a whole. */
export function flagOf(node: Node): SuggestionMark | null {
  return (node.attrs.suggestion as SuggestionMark | null | undefined) ?? null
}

/** What words become when this person takes them out: their own suggested ones go, what is out already stays so. */
export function takenOut(words: Fragment, { schema, signature }: Signed): Fragment {
  return mapped(words, (node) => {
    if (markOf(node, 'insertion')?.attrs.by === signature.by) return null
    return markOf(node, 'deletion') ? node : marked(node, schema, 'deletion', signature)
  })
}

/** What words become when this person puts them in: nothing that is out already comes with them. */
export function putIn(words: Fragment, { schema, signature }: Signed): Fragment {
  return mapped(asAccepted(words), (node) => marked(node, schema, 'insertion', signature))
}

/** Words as they would read if all were accepted, and nothing of who suggested what. */
export function asAccepted(words: Fragment): Fragment {
  return mapped(words, (node) => (markOf(node, 'deletion') ? null : bare(node)))
}

/** A letter typed amid words that are struck out is not struck out with them. */
export function withoutDeletion(words: Fragment): Fragment {
  return mapped(words, (node) => node.mark(node.marks.filter(({ type }) => type.name !== 'deletion')))
}

/** Who takes words out and puts the same ones in right there suggests nothing. */
export function withoutEchoes(words: Fragment, by: string): Fragment {
  const nodes = words.content
  for (let start = 0; start < nodes.length; start++) {
    const middle = endOfRun(nodes, start, { kind: 'deletion', by })
    const end = endOfRun(nodes, middle, { kind: 'insertion', by })
    if (middle === start || end === middle) continue
    const back = asAccepted(fragment(nodes.slice(middle, end)))
    if (mapped(fragment(nodes.slice(start, middle)), bare).eq(back))
      return fragment(nodes.slice(0, start))
        .append(back)
        .append(fragment(nodes.slice(end)))
  }
  return words
}

/** Where the words end that one kind of suggestion, of one person or of anybody, marks without a gap. */
export function endOfRun(
  nodes: readonly Node[],
  from: number,
  { kind, by }: { readonly kind: SuggestionKind; readonly by?: string },
): number {
  const other = kind === 'deletion' ? 'insertion' : 'deletion'
  let end = from
  for (let node = nodes[end]; node; node = nodes[++end]) {
    const mark = markOf(node, kind)
    if (!mark || (by !== undefined && (mark.attrs.by !== by || markOf(node, other)))) break
  }
  return end
}

export function fragment(nodes: readonly Node[]): Fragment {
  return nodes.reduce((all, node) => all.append(Fragment.from(node)), Fragment.empty)
}

export function withoutSuggestions(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter(({ type }) => type.name !== 'insertion' && type.name !== 'deletion')
}

function bare(node: Node): Node {
  return node.mark(withoutSuggestions(node.marks))
}

function marked(node: Node, schema: Schema, kind: SuggestionKind, { id, by, at }: Signature): Node {
  const mark = schema.marks[kind]?.create({ id, by, at })
  return mark ? node.mark(mark.addToSet(node.marks)) : node
}

function mapped(words: Fragment, map: (node: Node) => Node | null): Fragment {
  return fragment(words.content.flatMap((node) => map(node) ?? []))
}
