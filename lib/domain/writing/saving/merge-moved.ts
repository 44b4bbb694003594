import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import type { SuggestedBlock, SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { align, likenessOf } from './align.ts'
import { differences, type Part, type Three } from './merge-lists.ts'

/** Of a block that is carried elsewhere more must be left than of one that stays: nothing but its words tells that it is the same. */
const leastLikeness = 0.6
/** More than these came and went in one text: it was written anew. */
const mostPairs = 2_500

/** A block that stands in all three texts, wherever and in whatever words. */
type Followed = Three<SuggestedBlock>

type Undone = {
  /** The three texts with every followed block in its old words: what is left between them is order, and what came or went. */
  readonly order: Three<SuggestedBody>
  readonly followed: ReadonlyMap<string, Followed>
}

/** Null where nobody moved a block: then there is nothing to tell apart. */
export function undoWords({ base, mine, theirs }: Three<SuggestedBody>): Undone | null {
  const [baseKeys, mineKeys, theirsKeys] = [base, mine, theirs].map((body) => body.map(canonicalJson))
  if (!baseKeys || !mineKeys || !theirsKeys) return null
  const [mineAt, theirsAt] = [placesIn(base, baseKeys, mine, mineKeys), placesIn(base, baseKeys, theirs, theirsKeys)]
  if (!isMoved(mineAt) && !isMoved(theirsAt)) return null
  const [mineOld, theirsOld] = [[...mine], [...theirs]]
  const followed = new Map<string, Followed>()
  for (const [index, block] of base.entries()) {
    const [here, there] = [mineAt[index] ?? -1, theirsAt[index] ?? -1]
    const [one, other] = [mine[here], theirs[there]]
    const key = baseKeys[index] ?? ''
    // What is said twice could be either.
    const isElsewhere = holds(mineKeys, key, here) || holds(theirsKeys, key, there) || holds(baseKeys, key, index)
    if (!one || !other || isElsewhere) continue
    mineOld[here] = block
    theirsOld[there] = block
    followed.set(key, { base: block, mine: one, theirs: other })
  }
  return { order: { base, mine: mineOld, theirs: theirsOld }, followed }
}

/**
 * What one moved to the edge of a place that is asked about is no part of the question: whatever is answered, the block goes where it
 * was moved, and once. Between are the questions that are left.
 */
export function withoutMoved(
  parts: readonly Part<SuggestedBlock>[],
  followed: ReadonlyMap<string, Followed>,
  mergeRest: (rest: Three<SuggestedBody>) => readonly Part<SuggestedBlock>[],
): readonly Part<SuggestedBlock>[] {
  const counts = new Map<string, number>()
  for (const key of parts
    .flatMap((part) => (part.kind === 'agreed' ? part.items : [...part.mine, ...part.theirs]))
    .map(canonicalJson))
    counts.set(key, (counts.get(key) ?? 0) + 1)
  const isLone = (block: SuggestedBlock) => followed.has(canonicalJson(block)) && counts.get(canonicalJson(block)) === 1
  return parts.flatMap((part) => {
    if (part.kind === 'agreed') return [part]
    const [mine, theirs] = [edgesOf(part.mine, isLone), edgesOf(part.theirs, isLone)]
    const [before, after] = [
      [...mine.before, ...theirs.before],
      [...mine.after, ...theirs.after],
    ]
    if (before.length + after.length === 0) return [part]
    return [agreed(before), mergeRest({ base: part.base, mine: mine.rest, theirs: theirs.rest }), agreed(after)].flat()
  })
}

/** Whether each followed block comes out once, whatever is answered: agreed, or in one question, there on both sides. */
export function isOnceEach(parts: readonly Part<SuggestedBlock>[], followed: ReadonlyMap<string, Followed>): boolean {
  const found = new Map<string, string[]>()
  for (const [place, part] of parts.entries()) {
    const sides = part.kind === 'agreed' ? { agreed: part.items } : { mine: part.mine, theirs: part.theirs }
    for (const [side, blocks] of Object.entries(sides))
      for (const key of blocks.map(canonicalJson)) {
        const where = side === 'agreed' ? side : `${side} ${place}`
        if (followed.has(key)) found.set(key, [...(found.get(key) ?? []), where])
      }
  }
  return [...followed.keys()].every((key) => {
    const [one = '', other, ...more] = found.get(key) ?? []
    if (other === undefined) return one === 'agreed'
    return more.length === 0 && one.startsWith('mine') && other === one.replace('mine', 'theirs')
  })
}

function agreed(items: SuggestedBody): readonly Part<SuggestedBlock>[] {
  return items.length > 0 ? [{ kind: 'agreed', items }] : []
}

function edgesOf(blocks: SuggestedBody, isLone: (block: SuggestedBlock) => boolean) {
  const from = blocks.findIndex((block) => !isLone(block))
  if (from < 0) return { before: blocks, rest: [], after: [] }
  const to = blocks.findLastIndex((block) => !isLone(block)) + 1
  return { before: blocks.slice(0, from), rest: blocks.slice(from, to), after: blocks.slice(to) }
}

/** For each block of `base` its place in `body`, or -1: first in the same order, edited or not; then what was carried elsewhere. */
function placesIn(
  base: SuggestedBody,
  baseKeys: readonly string[],
  body: SuggestedBody,
  keys: readonly string[],
): readonly number[] {
  const places = base.map(() => -1)
  let [nextBase, next] = [0, 0]
  const same = (untilBase: number) => {
    while (nextBase < untilBase) places[nextBase++] = next++
  }
  for (const [[start, length], [otherStart, otherLength]] of differences(baseKeys, keys)) {
    same(start)
    const pairs = align(base.slice(start, start + length), body.slice(otherStart, otherStart + otherLength))
    for (const [index, place] of pairs?.entries() ?? []) if (place >= 0) places[start + index] = otherStart + place
    nextBase = start + length
    next = otherStart + otherLength
  }
  same(base.length)
  const taken = new Set(places)
  const lost = [...base.keys()].filter((index) => places[index] === -1)
  const loose = [...body.keys()].filter((place) => !taken.has(place))
  if (lost.length * loose.length > mostPairs) return places
  const pairs = lost.flatMap((index) =>
    loose.map((place) => ({ index, place, likeness: likenessAt(base, index, body, place) })),
  )
  for (const { index, place, likeness } of pairs.toSorted((one, other) => other.likeness - one.likeness)) {
    if (likeness < leastLikeness || places[index] !== -1 || taken.has(place)) continue
    places[index] = place
    taken.add(place)
  }
  return places
}

function likenessAt(base: SuggestedBody, index: number, body: SuggestedBody, place: number): number {
  const [one, other] = [base[index], body[place]]
  return one && other ? likenessOf(one, other) : 0
}

function isMoved(places: readonly number[]): boolean {
  const found = places.filter((place) => place >= 0)
  return found.some((place, index) => index > 0 && place < (found[index - 1] ?? 0))
}

function holds(keys: readonly string[], key: string, butAt: number): boolean {
  return keys.some((one, place) => one === key && place !== butAt)
}
