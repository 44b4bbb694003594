import type { Position } from 'geojson'

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number]

/** The part of a closed ring inside the bounds (Sutherland and Hodgman, 1974): Russia has 40,000 corners, a map shows few. */
export function clipRing(ring: readonly Position[], bounds: Bounds): Position[] {
  let points: Position[] = ring.slice(0, -1)
  for (const edge of edges) {
    const clipped: Position[] = []
    for (const [index, to] of points.entries()) {
      const from = points[(index + points.length - 1) % points.length] ?? to
      const [before, after] = [beyond(from, edge, bounds), beyond(to, edge, bounds)]
      if (before <= 0 !== after <= 0) clipped.push(between(from, to, before / (before - after)))
      if (after <= 0) clipped.push(to)
    }
    points = clipped
  }
  const [first] = points
  return first ? [...points, first] : []
}

/** The stretches of a line that touch the bounds. */
export function clipLine(line: readonly Position[], bounds: Bounds): Position[][] {
  const stretches: Position[][] = []
  let stretch: Position[] = []
  for (const [index, to] of line.entries()) {
    const from = line[index - 1]
    if (!from) continue
    if (edges.some((edge) => beyond(from, edge, bounds) > 0 && beyond(to, edge, bounds) > 0)) stretch = []
    else if (stretch.length > 0) stretch.push(to)
    else {
      stretch = [from, to]
      stretches.push(stretch)
    }
  }
  return stretches
}

const edges = ['west', 'south', 'east', 'north'] as const

/** How far a point lies outside of one edge; below zero inside. */
function beyond([x = 0, y = 0]: Position, edge: (typeof edges)[number], [west, south, east, north]: Bounds): number {
  return { west: west - x, south: south - y, east: x - east, north: y - north }[edge]
}

function between([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, share: number): Position {
  return [ax + (bx - ax) * share, ay + (by - ay) * share]
}
