export type Spot = readonly [number, number]

/** A path through all points without corners (Catmull–Rom as Bézier curves). */
export function curveThrough(points: readonly Spot[], isClosed = false): string {
  const count = points.length
  const at = (index: number): Spot => {
    const place = isClosed ? (index + count) % count : Math.min(count - 1, Math.max(0, index))
    return points[place] ?? [0, 0]
  }
  const start = at(0)
  let path = `M${text(start)}`
  for (let index = 0; index < (isClosed ? count : count - 1); index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const first: Spot = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const second: Spot = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    path += `C${text(first)} ${text(second)} ${text(to)}`
  }
  return isClosed ? `${path}Z` : path
}

function text([x, y]: Spot): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}
