import type { Fragment, Node } from '@tiptap/pm/model'
import type { Signature } from '#lib/domain/writing/suggesting/suggested-body.ts'
import {
  endOfRun,
  fragment,
  markOf,
  putIn,
  type Signed,
  takenOut,
  withoutDeletion,
  withoutEchoes,
} from './suggested-words.ts'

/** Where the caret came to stand in the new words, and from which side: what Backspace struck out stays behind it. */
export type Caret = { readonly offset: number | null; readonly isBackward: boolean }

type ChangedWords = {
  readonly words: Fragment
  /** Where a place in the words as they were typed is now. */
  readonly place: (offset: number) => number
  /** A suggestion of the same person that this one touches: they are one. */
  readonly near: Signature | null
}

/** The words of one text block after a change: what was taken out is struck out, what was put in is marked. */
export function changeWords(before: Fragment, after: Fragment, signed: Signed, caret: Caret): ChangedWords {
  const { by } = signed.signature
  const made = changeOf(before, after, caret.offset)
  const change = withOwnDeletion(before, made, by)
  const { start, endBefore, endAfter } = change
  const was = before.cut(start, endBefore)
  const out = takenOut(was, signed)
  const typed = after.cut(start, endAfter)
  const back = putIn(isAmidDeletion(before, made) ? withoutDeletion(typed) : typed, signed)
  const whole = before.cut(0, start).append(out).append(back).append(before.cut(endBefore))
  const words = withoutEchoes(whole, by)
  const echo = whole.size - words.size
  const passed = out.eq(was) ? passedBy(before, change, caret.isBackward) : null
  return {
    words,
    place: (offset) => {
      if (offset < start) return offset
      if (offset > endAfter) return offset + words.size - after.size
      if (back.size === 0) return (passed ?? (caret.isBackward ? start : start + out.size)) - echo
      return start + out.size + Math.min(offset - start, back.size) - echo
    },
    near: ownAround(before, change, by) ?? firstOwn(typed.content, by),
  }
}

type Change = { readonly start: number; readonly endBefore: number; readonly endAfter: number }

/** The one stretch that differs. Of the places where an equal letter may have come or gone, the one at the caret. */
export function changeOf(before: Fragment, after: Fragment, caret: number | null): Change {
  const start = before.findDiffStart(after)
  const end = before.findDiffEnd(after)
  if (start === null || !end) return { start: before.size, endBefore: before.size, endAfter: after.size }
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const change = { start, endBefore: end.a + overlap, endAfter: end.b + overlap }
  return (caret !== null && atCaret(before, after, change, caret)) || change
}

function atCaret(
  before: Fragment,
  after: Fragment,
  { start, endBefore, endAfter }: Change,
  caret: number,
): Change | null {
  const removed = endBefore - start
  const added = endAfter - start
  if (removed > 0 && added > 0) return null
  const from = caret - added
  if (from < 0 || from >= start) return null
  const same = before.cut(0, from).append(before.cut(from + removed))
  return same.eq(after.cut(0, from).append(after.cut(caret)))
    ? { start: from, endBefore: from + removed, endAfter: caret }
    : null
}

/** New words come after the ones that their writer has just struck out, not before. */
function withOwnDeletion(before: Fragment, change: Change, by: string): Change {
  const { start, endBefore, endAfter } = change
  if (endBefore > start || endAfter === start) return change
  const earlier = before.cut(0, start).lastChild
  if (earlier && markOf(earlier, 'insertion')?.attrs.by === by) return change
  const later = before.cut(start).content
  const run = fragment(later.slice(0, endOfRun(later, 0, { kind: 'deletion', by })))
  return { start, endBefore: start + run.size, endAfter }
}

/** A letter typed between words that are struck out at once. */
export function isAmidDeletion(before: Fragment, { start, endBefore }: Change): boolean {
  if (endBefore > start) return false
  const [one, other] = around(before, start, start).map((node) => node && markOf(node, 'deletion'))
  return Boolean(one && other && one.eq(other))
}

/**
 * Of other words between what somebody else put in, or for a part of it, the signature that makes them their writer's own; null: they
 * stand elsewhere. One's own words there before are no border.
 */
export function signatureAmidOthers(
  before: Fragment,
  typed: Fragment,
  change: Change,
  signature: Signature,
): Signature | null {
  const { by } = signature
  const was = before.cut(change.start, change.endBefore)
  const theirs = (node: Node | null | undefined) => {
    const mark = node && markOf(node, 'insertion')
    return mark && mark.attrs.by !== by ? mark : null
  }
  const isOwn = (node: Node) => markOf(node, 'insertion')?.attrs.by === by
  const earlier = theirs(before.cut(0, change.start).content.findLast((node) => !isOwn(node)))
  const later = theirs(before.cut(change.endBefore).content.find((node) => !isOwn(node)))
  const isBetween = earlier !== null && later?.eq(earlier) && was.content.every((node) => markOf(node, 'insertion'))
  const isForPart = was.size > 0 && theirs(typed.firstChild) !== null && was.content.every(theirs)
  // Bold words are the same words.
  if (!(isBetween || isForPart) || textOf(was) === textOf(typed)) return null
  return ownAround(before, change, by) ?? signature
}

function textOf(words: Fragment): string {
  return words.textBetween(0, words.size)
}

/** Who deletes what is struck out already means what is beyond: the caret passes by all of it. */
function passedBy(before: Fragment, { start, endBefore }: Change, isBackward: boolean): number | null {
  if (endBefore === start) return null
  const nodes = isBackward ? before.cut(0, start).content.toReversed() : before.cut(endBefore).content
  const run = fragment(nodes.slice(0, endOfRun(nodes, 0, { kind: 'deletion' }))).size
  return isBackward ? start - run : endBefore + run
}

function ownAround(before: Fragment, { start, endBefore }: Change, by: string): Signature | null {
  return firstOwn([...around(before, start, endBefore), ...before.cut(start, endBefore).content], by)
}

function firstOwn(nodes: readonly (Node | null)[], by: string): Signature | null {
  for (const node of nodes) {
    const own = node && ownSignature(node, by)
    if (own) return own
  }
  return null
}

/** The suggestion of this person that these words are a part of. */
export function ownSignature(node: Node, by: string): Signature | null {
  const own = (['insertion', 'deletion'] as const)
    .map((kind) => markOf(node, kind))
    .find((mark) => mark?.attrs.by === by)
  return own ? (own.attrs as Signature) : null
}

function around(words: Fragment, start: number, end: number): readonly (Node | null)[] {
  return [words.cut(0, start).lastChild, words.cut(end).firstChild]
}
