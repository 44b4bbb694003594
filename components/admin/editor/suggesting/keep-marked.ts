import type { Node } from '@tiptap/pm/model'
import type { Signature } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { type Stretch, stretchesOf } from './align-nodes.ts'
import { changeOf, isAmidDeletion, signatureAmidOthers } from './change-words.ts'
import type { PlannedStep } from './plan-change.ts'
import { flagOf, markOf, putIn, withoutDeletion } from './suggested-words.ts'

/** Who writes, should it be amid somebody else's words, and where the caret stands in the changed document; null where there is none. */
type Writing = { readonly signature: Signature; readonly caret: number | null }

/**
 * What is written straight into the text leaves what is suggested in it marked: a suggested list that becomes paragraphs is
 * suggested still, or readers would get it without anybody's yes. What is written amid words that somebody else put in is no word of
 * theirs, and the text has no place for it without them: it is a suggestion of who writes.
 */
export function keepMarked(before: Node, after: Node, writing: Writing, at = 0): readonly PlannedStep[] {
  const steps: PlannedStep[] = []
  let position = at
  let index = 0
  for (const stretch of stretchesOf(before.children, after.children)) {
    for (; index < stretch.index; index++) position += after.child(index).nodeSize
    for (const node of stretch.after) {
      steps.push(...keepOne(node, stretch.before, position, writing))
      position += node.nodeSize
      index++
    }
  }
  return steps
}

function keepOne(node: Node, before: readonly Node[], at: number, writing: Writing): readonly PlannedStep[] {
  const flags = before.map(flagOf)
  const [flag] = flags
  // A new line after a suggested block is no part of it.
  const isEmpty = node.isTextblock && node.content.size === 0
  if (isEmpty) return flagOf(node) ? [{ kind: 'flag', at, flag: null }] : []
  if (flag && !flagOf(node) && flags.every((one) => one?.id === flag.id)) return [{ kind: 'flag', at, flag }]
  const [old] = before
  if (old?.type !== node.type) return []
  return old.isTextblock ? keepWords(old, node, at, writing) : keepMarked(old, node, writing, at + 1)
}

function keepWords(old: Node, node: Node, at: number, { signature, caret }: Writing): readonly PlannedStep[] {
  const offset = caret === null ? null : caret - at - 1
  const change = changeOf(old.content, node.content, offset)
  const { start, endAfter } = change
  const typed = node.content.cut(start, endAfter)
  const free = isAmidDeletion(old.content, change) ? withoutDeletion(typed) : typed
  const own = signatureAmidOthers(old.content, typed, change, signature)
  const kept = own ? putIn(free, { schema: node.type.schema, signature: own }) : free
  if (kept.eq(typed)) return []
  const words = node.content.cut(0, start).append(kept).append(node.content.cut(endAfter))
  return [{ kind: 'words', at: at + 1, was: node.content, words, place: (place) => place }]
}

/**
 * Crossheads, pull-quotes, captions and titles hold no suggestions: words that carry some can't become theirs. And a block that is
 * suggested can't run into one that is not.
 */
export function losesMarks(before: Node, after: Node): boolean {
  return stretchesOf(before.children, after.children).some((stretch) => {
    const marked = markedIn(stretch.before)
    const becomesPlain =
      marked > 0 &&
      stretch.after.some((node) => hasNewPlainText(node, stretch.before)) &&
      markedIn(stretch.after) < marked
    return becomesPlain || runsIntoText(stretch)
  })
}

function runsIntoText({ before, after }: Stretch): boolean {
  const ids = new Set(before.map((node) => flagOf(node)?.id))
  if (ids.size < 2) return false
  const suggested = before.filter((node) => flagOf(node)?.kind === 'insertion').flatMap(textsOf)
  return after.some((node) => !flagOf(node) && suggested.some((text) => node.textContent.includes(text)))
}

function textsOf(node: Node): readonly string[] {
  if (node.isTextblock) return node.content.size > 0 ? [node.textContent] : []
  return node.children.flatMap(textsOf)
}

function markedIn(nodes: readonly Node[]): number {
  let size = 0
  for (const node of nodes)
    node.descendants((child) => {
      if (child.isText && (markOf(child, 'insertion') || markOf(child, 'deletion'))) size += child.nodeSize
    })
  return size
}

function hasNewPlainText(node: Node, before: readonly Node[]): boolean {
  const texts = new Set(before.flatMap(plainTexts))
  return plainTexts(node).some((text) => !texts.has(text))
}

function plainTexts(node: Node): readonly string[] {
  const { insertion } = node.type.schema.marks
  const texts: string[] = []
  const look = (one: Node) => {
    if (one.isTextblock && one.content.size > 0 && insertion && !one.type.allowsMarkType(insertion))
      texts.push(`${one.type.name} ${one.textContent}`)
    return !one.isTextblock
  }
  look(node)
  node.descendants(look)
  return texts
}
