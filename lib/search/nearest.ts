/** The candidate that the fewest slips of the finger part from the word; null when all are too far. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: { readonly candidate: string; readonly slips: number } | null = null
  for (const candidate of candidates) {
    const slips = slipsBetween(word, candidate)
    if (slips <= allowedSlips(word) && (!best || slips < best.slips)) best = { candidate, slips }
  }
  return best?.candidate ?? null
}

/** As Lucene's and Elasticsearch's AUTO fuzziness: none up to two letters, one up to five, then two. */
function allowedSlips(word: string): number {
  return word.length <= 2 ? 0 : word.length <= 5 ? 1 : 2
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY
  const width = b.length + 1
  const cost = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => cost[i * width + j] ?? 0
  for (let i = 0; i <= a.length; i++) cost[i * width] = i
  for (let j = 0; j <= b.length; j++) cost[j] = j
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1)
      cost[i * width + j] = least
    }
  }
  return at(a.length, b.length)
}
