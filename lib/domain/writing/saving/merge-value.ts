import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import type { SuggestedBlock, SuggestedInline, SuggestedRun } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { canonicalInline } from '../editor/document.ts'
import { mergedList, type Three } from './merge-lists.ts'
import { wordsOf } from './words.ts'

/** A merged value; null where both changed the same words in different ways. */
export type Merged<T> = { readonly value: T } | null

/** Strings that people read. The others (addresses, names of kinds) are one thing and never merged out of halves. */
const prose: ReadonlySet<string> = new Set(['text', 'title', 'caption', 'fallback', 'attribution'])

export function mergeText(three: Three<string>): Merged<string> {
  const words = mergedList({
    base: wordsOf(three.base),
    mine: wordsOf(three.mine),
    theirs: wordsOf(three.theirs),
  })
  return words && { value: words.join('') }
}

/** Both edited the same block: merged when they did so in different words or different parts of it. */
export function mergeBlock(three: Three<SuggestedBlock>): Merged<SuggestedBlock> {
  const merged = mergeValue(three, '')
  if (!merged) return null
  const block = merged.value as SuggestedBlock
  // One took away the first half and the other the second: nothing is left, and that nobody wanted.
  return block.kind === 'paragraph' && block.content.length === 0 ? null : { value: block }
}

function mergeValue(three: Three<unknown>, key: string): Merged<unknown> {
  const { base, mine, theirs } = three
  if (same(mine, theirs) || same(base, theirs)) return { value: mine }
  if (same(base, mine)) return { value: theirs }
  if (isText(three)) return prose.has(key) ? mergeText(three) : null
  if (isInline(three)) return mergeInline(three)
  if (isList(three)) return mergeEach(three, key)
  if (isRecord(three)) return mergeRecord(three)
  return null
}

function mergeInline({ base, mine, theirs }: Three<SuggestedInline>): Merged<SuggestedInline> {
  const runs = mergedList({ base: wordRuns(base), mine: wordRuns(mine), theirs: wordRuns(theirs) })
  return runs && { value: canonicalInline(runs) }
}

/** A run for each word, so that a mark on one word leaves the others of the run alone. */
function wordRuns(content: SuggestedInline): readonly SuggestedRun[] {
  return canonicalInline(content).flatMap((run) => wordsOf(run.text).map((text) => ({ ...run, text })))
}

function mergeEach({ base, mine, theirs }: Three<readonly unknown[]>, key: string): Merged<unknown> {
  if (mine.length !== base.length || theirs.length !== base.length) {
    const merged = mergedList({ base, mine, theirs })
    return merged && { value: merged }
  }
  const values: unknown[] = []
  for (const [index, one] of base.entries()) {
    const merged = mergeValue({ base: one, mine: mine[index], theirs: theirs[index] }, key)
    if (!merged) return null
    values.push(merged.value)
  }
  return { value: values }
}

function mergeRecord({ base, mine, theirs }: Three<Readonly<Record<string, unknown>>>): Merged<unknown> {
  const values: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const merged = mergeValue({ base: base[key], mine: mine[key], theirs: theirs[key] }, key)
    if (!merged) return null
    if (merged.value !== undefined) values[key] = merged.value
  }
  return { value: values }
}

function same(one: unknown, other: unknown): boolean {
  return one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other))
}

function isText(three: Three<unknown>): three is Three<string> {
  return all(three, (value) => typeof value === 'string')
}

function isList(three: Three<unknown>): three is Three<readonly unknown[]> {
  return all(three, Array.isArray)
}

function isInline(three: Three<unknown>): three is Three<SuggestedInline> {
  return all(
    three,
    (value) => Array.isArray(value) && value.every((run) => typeof run?.text === 'string' && !('kind' in run)),
  )
}

function isRecord(three: Three<unknown>): three is Three<Readonly<Record<string, unknown>>> {
  return all(three, (value) => typeof value === 'object' && value !== null && !Array.isArray(value))
}

function all({ base, mine, theirs }: Three<unknown>, is: (value: unknown) => boolean): boolean {
  return [base, mine, theirs].every(is)
}
