import { canonicalJson } from '#lib/domain/workflow/canonical-json.ts'
import type { SuggestedBlock } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { blockText } from './block-text.ts'
import { wordsOf } from './words.ts'

/** From here on two blocks are one that was edited, and not two. Half of an edited sentence is usually still there. */
const leastLikeness = 0.4
/** Cells of the table below: a region this large was rewritten, and pairing its blocks helps nobody. */
const mostCells = 40_000

/**
 * For each block of `before` the place in `after` of the block that it became, or -1. Order is kept. Null when the lists are too
 * long to be compared.
 */
export function align(before: readonly SuggestedBlock[], after: readonly SuggestedBlock[]): readonly number[] | null {
  if (before.length * after.length > mostCells) return null
  const likeness = before.map((one) => after.map((other) => likenessOf(one, other)))
  const best = table(before.length + 1, after.length + 1)
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const pair = at(likeness, i, j)
      const paired = pair >= leastLikeness ? pair + at(best, i + 1, j + 1) : 0
      const row = best[i]
      if (row) row[j] = Math.max(paired, at(best, i + 1, j), at(best, i, j + 1))
    }
  const places: number[] = before.map(() => -1)
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const pair = at(likeness, i, j)
    if (pair >= leastLikeness && at(best, i, j) === pair + at(best, i + 1, j + 1)) places[i++] = j++
    else if (at(best, i + 1, j) >= at(best, i, j + 1)) i++
    else j++
  }
  return places
}

/** 1 for the same block, 0 for one of another kind; between, the share of words that both have. */
export function likenessOf(one: SuggestedBlock, other: SuggestedBlock): number {
  if (one.kind !== other.kind) return 0
  if (canonicalJson(one) === canonicalJson(other)) return 1
  if (one.kind === 'figure' && other.kind === 'figure') return one.pictureId === other.pictureId ? 1 : 0
  const words = wordsOf(blockText(one)).map((word) => word.trim())
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const others = wordsOf(blockText(other)).map((word) => word.trim())
  let shared = 0
  for (const word of others) {
    const count = counts.get(word) ?? 0
    if (count === 0) continue
    counts.set(word, count - 1)
    shared++
  }
  return words.length + others.length === 0 ? 0 : (2 * shared) / (words.length + others.length)
}

function table(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0))
}

function at(cells: readonly (readonly number[])[], row: number, column: number): number {
  return cells[row]?.[column] ?? 0
}
