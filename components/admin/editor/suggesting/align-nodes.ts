import type { Node } from '@tiptap/pm/model'

/** A stretch of neighbours that became others. One of both may be empty. */
export type Stretch = {
  readonly before: readonly Node[]
  readonly after: readonly Node[]
  /** Place of the first of them among the new neighbours. */
  readonly index: number
}

/** Larger changes are one stretch: nobody reads thousands of small ones, and to find them would hold up a key. */
const mostCompared = 2500

/** What differs between two lists of nodes, without what only moved along. */
export function stretchesOf(before: readonly Node[], after: readonly Node[]): readonly Stretch[] {
  let start = 0
  while (isSame(before[start], after[start])) start++
  let kept = 0
  while (kept < Math.min(before.length, after.length) - start && isSame(before.at(-1 - kept), after.at(-1 - kept)))
    kept++
  const [old, young] = [before.slice(start, before.length - kept), after.slice(start, after.length - kept)]
  if (old.length === 0 && young.length === 0) return []
  const stretches: Stretch[] = []
  let [from, since] = [0, 0]
  for (const [one, other] of [...commonNodes(old, young), [old.length, young.length] as const]) {
    const stretch = { before: old.slice(from, one), after: young.slice(since, other), index: start + since }
    if (stretch.before.length + stretch.after.length > 0) stretches.push(stretch)
    from = one + 1
    since = other + 1
  }
  return stretches
}

/** The longest common part in order, as pairs of places. */
function commonNodes(before: readonly Node[], after: readonly Node[]): readonly (readonly [number, number])[] {
  if (before.length < 2 && after.length < 2) return []
  if (before.length * after.length > mostCompared) return []
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  const at = (one: number, other: number) => lengths[one]?.[other] ?? 0
  for (let one = before.length - 1; one >= 0; one--)
    for (let other = after.length - 1; other >= 0; other--) {
      const row = lengths[one]
      if (!row) continue
      row[other] = isSame(before[one], after[other])
        ? at(one + 1, other + 1) + 1
        : Math.max(at(one + 1, other), at(one, other + 1))
    }
  const pairs: (readonly [number, number])[] = []
  for (let [one, other] = [0, 0]; one < before.length && other < after.length; ) {
    if (isSame(before[one], after[other])) pairs.push([one++, other++])
    else if (at(one + 1, other) >= at(one, other + 1)) one++
    else other++
  }
  return pairs
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.eq(other)
}
