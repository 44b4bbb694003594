import { Fragment, type Node } from '@tiptap/pm/model'
import type { Signature, SuggestionMark } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { type Stretch, stretchesOf } from './align-nodes.ts'
import { type Caret, changeOf, changeWords, ownSignature } from './change-words.ts'
import { asAccepted, flagOf, markOf, putIn, type Signed, takenOut } from './suggested-words.ts'

/** What makes a suggestion of a change that was made: places are those of the changed document. */
export type PlannedStep =
  | { readonly kind: 'bring-back'; readonly at: number; readonly node: Node }
  /** Null: nothing. */
  | { readonly kind: 'put-back'; readonly at: number; readonly size: number; readonly node: Node | null }
  | { readonly kind: 'flag'; readonly at: number; readonly flag: SuggestionMark | null }
  | {
      readonly kind: 'words'
      /** Where the words of the text block begin. */
      readonly at: number
      readonly was: Fragment
      readonly words: Fragment
      readonly place: (offset: number) => number
    }

export type Plan = {
  readonly steps: readonly PlannedStep[]
  /** A block, itself suggested, that could not be suggested to be another one: it is as it was. */
  readonly kept: SuggestionMark | null
}

export type Asked = {
  readonly before: Node
  readonly after: Node
  readonly signature: Signature
  /** Where the caret stands in the changed document; null where there is none. */
  readonly caret: number | null
  readonly isBackward: boolean
}

/**
 * A change of the document as a suggestion. Words that went are struck out where they stood, words that came are marked; a block that
 * can't show that inside itself goes as a whole, and its new form comes after it.
 */
export function planChange(asked: Asked): Plan {
  const first = plannedFor(asked)
  // What touches a suggestion of the same person is a part of it.
  return first.near && first.near.id !== asked.signature.id ? plannedFor({ ...asked, signature: first.near }) : first
}

type Notes = { near: Signature | null; kept: SuggestionMark | null }
type Work = Signed & Pick<Asked, 'caret' | 'isBackward'> & { readonly notes: Notes }

function plannedFor({ before, after, signature, caret, isBackward }: Asked): Plan & Notes {
  const notes: Notes = { near: null, kept: null }
  const work = { schema: after.type.schema, signature, caret, isBackward, notes }
  return { steps: planChildren(before, after, 0, work) ?? [], ...notes }
}

/** Null: what happened among these children can't be shown among them. */
function planChildren(before: Node, after: Node, at: number, work: Work): readonly PlannedStep[] | null {
  const steps: PlannedStep[] = []
  let index = 0
  let position = at
  for (const stretch of stretchesOf(before.children, after.children)) {
    for (; index < stretch.index; index++) position += after.child(index).nodeSize
    const planned = planStretch(stretch, { at: position, parent: after, work })
    if (!planned) return null
    steps.push(...planned)
  }
  return steps
}

type Place = { readonly at: number; readonly parent: Node; readonly work: Work }

function planStretch(stretch: Stretch, { at, parent, work }: Place): readonly PlannedStep[] | null {
  const { before, after } = stretch
  const steps: PlannedStep[] = []
  let position = at
  const pairs = pairsOf(before, after)
  if (pairs.size === 0 || before.every(isEmpty)) noteNeighbours(stretch, parent, work)
  let gone = 0
  const add = (planned: readonly PlannedStep[] | null) => {
    if (planned) steps.push(...planned)
    return planned !== null
  }
  const goUntil = (end: number) => {
    for (; gone < end; gone++) {
      const node = before[gone]
      if (node && !add(planGone(node, { at: position, parent, work }))) return false
    }
    return true
  }
  const isInStep = before.length === after.length
  for (const [index, node] of after.entries()) {
    const partner = pairs.get(index)
    const old = partner === undefined ? undefined : before[partner]
    // What went stands before what came: out, then in.
    const until = partner ?? (isInStep ? index + 1 : (pairs.get(after.length - 1) ?? before.length))
    if (!goUntil(until)) return null
    const within = old && (planPair(old, node, position, work) ?? planOut(old, node, position, work))
    if (within) gone++
    else if (old && !goUntil(gone + 1)) return null
    if (!add(within ?? planNew(node, { at: position, parent, work }))) return null
    position += node.nodeSize
  }
  return goUntil(before.length) ? steps : null
}

/** Which new node is which old one, changed: all of them in order, or the first, or the last. By place among the new ones. */
function pairsOf(before: readonly Node[], after: readonly Node[]): ReadonlyMap<number, number> {
  const isOne = before.length === 1 && after.length === 1
  if (before.length === after.length)
    return new Map(
      before.flatMap((node, index) => {
        const other = after[index]
        return other && (isOne ? node.type === other.type : isAlike(node, other)) ? [[index, index] as const] : []
      }),
    )
  const [first, last] = [after[0], after.at(-1)]
  if (before[0] && first && isAlike(before[0], first, 'start')) return new Map([[0, 0]])
  const [end, young] = [before.length - 1, after.length - 1]
  const old = before[end]
  return old && last && isAlike(old, last, 'end') ? new Map([[young, end]]) : new Map()
}

function isAlike(one: Node, other: Node, side?: 'start' | 'end'): boolean {
  if (one.type !== other.type) return false
  if (one.textContent === other.textContent) return true
  const begins = one.content.findDiffStart(other.content) !== 0
  const ends = one.content.findDiffEnd(other.content)?.a !== one.content.size
  return side === 'start' ? begins : side === 'end' ? ends : begins || ends
}

/** The same block with other words in it. Null: another block. */
function planPair(before: Node, after: Node, at: number, work: Work): readonly PlannedStep[] | null {
  if (before.eq(after)) return []
  if (!before.sameMarkup(after)) return null
  const { by } = work.signature
  const flag = flagOf(after)
  // Within what they put in as a whole, its writer is free.
  if (flag?.kind === 'insertion' && flag.by === by) return []
  if (after.isTextblock) return takesSuggestions(after) ? [planWords(before, after, at, work)] : null
  if (after.isLeaf) return null
  if (after.type.spec.tableRole || after.type.name === 'tableBlock') return planTable(before, after, at, work)
  return planChildren(before, after, at + 1, work)
}

/** A block that is to go as a whole stays as it was: another form of it would be a block that nobody wants. */
function planOut(before: Node, after: Node, at: number, { notes }: Work): readonly PlannedStep[] | null {
  const flag = flagOf(before)
  if (flag?.kind !== 'deletion' || !before.sameMarkup(after)) return null
  notes.kept = flag
  return [{ kind: 'put-back', at, size: after.nodeSize, node: before }]
}

/** A row or a column is no suggestion of its own. */
function planTable(before: Node, after: Node, at: number, work: Work): readonly PlannedStep[] | null {
  if (before.childCount !== after.childCount) return null
  const steps: PlannedStep[] = []
  let position = at + 1
  for (const [index, child] of after.children.entries()) {
    const planned = planPair(before.child(index), child, position, work)
    if (!planned) return null
    steps.push(...planned)
    position += child.nodeSize
  }
  return steps
}

function planWords(before: Node, after: Node, at: number, work: Work): PlannedStep {
  const caret: Caret = { offset: offsetIn(after, at, work.caret), isBackward: work.isBackward }
  const { words, place, near } = changeWords(before.content, after.content, work, caret)
  work.notes.near ??= near
  return { kind: 'words', at: at + 1, was: after.content, words, place }
}

function offsetIn(node: Node, at: number, caret: number | null): number | null {
  const offset = caret === null ? -1 : caret - at - 1
  return offset >= 0 && offset <= node.content.size ? offset : null
}

/** What of a node that went is still to be seen. An empty place was nothing, and what its own writer put in is gone. */
function planGone(node: Node, { at, parent, work }: Place): readonly PlannedStep[] | null {
  const { signature } = work
  const flag = flagOf(node)
  if (flag?.kind === 'insertion' && flag.by === signature.by) return []
  if (isOfWords(node)) {
    const left = flag?.kind === 'deletion' ? node : withWords(node, (words) => takenOut(words, work))
    return left.textContent === '' ? [] : [{ kind: 'bring-back', at, node: left }]
  }
  if (parent.type.name !== 'doc') return isListOfWords(node) ? goneList(node, at, work) : null
  if (flag?.kind === 'insertion') work.notes.kept = flag
  const left = flag
    ? node
    : node.type.create({ ...node.attrs, suggestion: flagAs('deletion', signature) }, node.content)
  return [{ kind: 'bring-back', at, node: left }]
}

/** In a fact box: a list goes item by item. */
function goneList(list: Node, at: number, work: Work): readonly PlannedStep[] {
  const items = list.children.map((item) => withWords(item, (words) => takenOut(words, work)))
  const left = items.filter((item) => item.textContent !== '')
  return left.length > 0 ? [{ kind: 'bring-back', at, node: list.copy(Fragment.from(left)) }] : []
}

function planNew(node: Node, { at, parent, work }: Place): readonly PlannedStep[] | null {
  const { signature } = work
  const flag = flagOf(node)
  const isOwn = flag?.kind === 'insertion' && flag.by === signature.by
  if (isOfWords(node)) {
    const unflagged: readonly PlannedStep[] =
      flag && (!isOwn || isEmpty(node)) ? [{ kind: 'flag', at, flag: null }] : []
    const words = isOwn ? asAccepted(node.content) : putIn(node.content, work)
    return [...unflagged, ...wordsStep(node, at, words)]
  }
  if (parent.type.name !== 'doc') return isListOfWords(node) ? eachText(node, at, (words) => putIn(words, work)) : null
  // A copy of what is to go is nothing that anybody wants.
  if (flag?.kind === 'deletion') {
    const instead = parent.childCount === 1 ? parent.type.contentMatch.defaultType?.create() : null
    return [{ kind: 'put-back', at, size: node.nodeSize, node: instead ?? null }]
  }
  const flagged: readonly PlannedStep[] = isOwn ? [] : [{ kind: 'flag', at, flag: flagAs('insertion', signature) }]
  return [...flagged, ...eachText(node, at, asAccepted)]
}

function eachText(node: Node, at: number, change: (words: Fragment) => Fragment): readonly PlannedStep[] {
  const steps: PlannedStep[] = []
  node.descendants((child, position) => {
    if (child.isTextblock) steps.push(...wordsStep(child, at + 1 + position, change(child.content)))
    return !child.isTextblock
  })
  return steps
}

function wordsStep(node: Node, at: number, words: Fragment): readonly PlannedStep[] {
  if (words.eq(node.content)) return []
  const { start, endBefore, endAfter } = changeOf(node.content, words, null)
  const place = (offset: number) =>
    words.size === node.content.size || offset <= start ? offset : Math.max(endAfter, offset + endAfter - endBefore)
  return [{ kind: 'words', at: at + 1, was: node.content, words, place }]
}

/** Suggested by all of its words: without words it isn't there. A name under a quotation always is. */
function isOfWords(node: Node): boolean {
  return node.type.name === 'paragraph' || node.type.name === 'listItem'
}

function isEmpty(node: Node): boolean {
  return node.isTextblock && node.content.size === 0
}

function isListOfWords(node: Node): boolean {
  return node.type.name === 'list'
}

function takesSuggestions({ type }: Node): boolean {
  const { insertion } = type.schema.marks
  return insertion !== undefined && type.allowsMarkType(insertion)
}

function withWords(node: Node, change: (words: Fragment) => Fragment): Node {
  return node.copy(change(node.content))
}

function flagAs(kind: SuggestionMark['kind'], { id, by, at }: Signature): SuggestionMark {
  return { kind, id, by, at }
}

/** Whole blocks next to blocks, or to words at their edge, that the same person suggested. */
function noteNeighbours({ before, after, index }: Stretch, parent: Node, { notes, signature }: Work): void {
  const kind = before.length === 0 ? 'insertion' : after.length === 0 ? 'deletion' : null
  const earlier = index > 0 ? parent.child(index - 1) : null
  const later = parent.maybeChild(index + after.length)
  for (const [node, edge] of [
    [earlier, 'lastChild'],
    [later, 'firstChild'],
  ] as const)
    for (let inner: Node | null = node; inner; inner = inner[edge]) {
      const flag = flagOf(inner)
      const own = flag?.by === signature.by ? flag : inner.isText ? ownSignature(inner, signature.by) : null
      const isKind = kind === null || (flag ? flag.kind === kind : markOf(inner, kind) !== undefined)
      if (own && isKind) notes.near ??= { id: own.id, by: own.by, at: own.at }
    }
}
