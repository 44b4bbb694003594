import { canvas } from './canvas.ts'
import type { Spot } from './curve.ts'

export type LabelBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A place that a label may take: the box's corner, what it costs to take it, and the line that then leads to it. */
export type Candidate = { readonly box: LabelBox; readonly cost: number; readonly leader: readonly [Spot, Spot] | null }
export type Label = {
  readonly id: string
  readonly candidates: readonly Candidate[]
  /** Left out rather than laid over something. */
  readonly isOptional?: boolean
}
/** What labels should not cover, and how bad it is. */
export type Obstacle = { readonly box: LabelBox; readonly cost: number }

/** Chooses a place for each label so that, together, they cover as little as can be. The same input gives the same map. */
export function placeLabels(labels: readonly Label[], obstacles: readonly Obstacle[]): ReadonlyMap<string, Candidate> {
  const chosen = new Map<string, Candidate>()
  const fixed = new Map(labels.map((label) => [label.id, label.candidates.map((c) => ownCost(c, obstacles))] as const))
  // A first choice in order of importance, then each in turn again until nobody moves.
  for (let round = 0; round < 12; round++) {
    let hasMoved = false
    for (const { id, candidates, isOptional } of labels) {
      const others = [...chosen].flatMap(([other, candidate]) => (other === id ? [] : [candidate]))
      let best: { readonly candidate: Candidate; readonly cost: number } | null = null
      for (const [index, candidate] of candidates.entries()) {
        const cost = (fixed.get(id)?.[index] ?? 0) + others.reduce((sum, other) => sum + clash(candidate, other), 0)
        if (!best || cost < best.cost) best = { candidate, cost }
      }
      if (best && isOptional && best.cost > mostForOptional) {
        chosen.delete(id)
        continue
      }
      if (!best || chosen.get(id) === best.candidate) continue
      chosen.set(id, best.candidate)
      hasMoved = true
    }
    if (!hasMoved) break
  }
  return chosen
}

/** Places beside a mark: close by on every side, then further out on a line. */
export function placesAround([x, y]: Spot, size: { width: number; height: number }, radius: number): Candidate[] {
  const candidates: Candidate[] = []
  for (const distance of [radius + 12, 70, 110, 160, 220, 290, 370]) {
    const isClose = distance <= radius + 12
    const steps = isClose ? 8 : 24
    for (let step = 0; step < steps; step++) {
      const angle = (step / steps) * 2 * Math.PI
      const [right, down] = [Math.cos(angle), Math.sin(angle)]
      const middle = [x + right * (distance + size.width / 2), y + down * (distance + size.height / 2)] as const
      const box = { ...size, x: middle[0] - size.width / 2, y: middle[1] - size.height / 2 }
      // Readers look to the side of a mark first, then above it.
      const cost = (isClose ? 0 : 30 + distance / 4) + (1 - Math.abs(right)) * 5 + (down > 0 ? 1 : 0)
      const leader = isClose ? null : ([edgeOf([x, y], box, radius), nearest([x, y], box)] as const)
      candidates.push({ box, cost, leader })
    }
  }
  return candidates
}

function ownCost({ box, cost, leader }: Candidate, obstacles: readonly Obstacle[]): number {
  const outside = Math.max(0, 30 - box.x, box.x + box.width - canvas.width + 30)
  // The flattest crop takes a hundred pixels from above and below.
  const trimmed = Math.max(0, 110 - box.y, box.y + box.height - canvas.height + 110)
  let sum = cost + outside * 20 + trimmed * 2
  for (const obstacle of obstacles) {
    if (overlap(box, obstacle.box) > 0) sum += obstacle.cost
    if (leader && crosses(leader, obstacle.box)) sum += obstacle.cost / 3
  }
  return sum
}

function clash(one: Candidate, other: Candidate): number {
  let cost = overlap(one.box, other.box) > 0 ? 400 : 0
  if (one.leader && crosses(one.leader, other.box)) cost += 200
  if (other.leader && crosses(other.leader, one.box)) cost += 200
  if (one.leader && other.leader && meet(one.leader, other.leader)) cost += 120
  return cost
}

const air = 10
const mostForOptional = 120

function overlap(one: LabelBox, other: LabelBox): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) + air
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) + air / 2
  return across > 0 && down > 0 ? across * down : 0
}

function nearest([x, y]: Spot, box: LabelBox): Spot {
  return [Math.min(box.x + box.width, Math.max(box.x, x)), Math.min(box.y + box.height, Math.max(box.y, y))]
}

function edgeOf(from: Spot, box: LabelBox, radius: number): Spot {
  const [x, y] = nearest(from, box)
  const length = Math.hypot(x - from[0], y - from[1]) || 1
  return [from[0] + ((x - from[0]) / length) * radius, from[1] + ((y - from[1]) / length) * radius]
}

function crosses([from, to]: readonly [Spot, Spot], box: LabelBox): boolean {
  for (let step = 1; step < 16; step++) {
    const [x, y] = [from[0] + ((to[0] - from[0]) * step) / 16, from[1] + ((to[1] - from[1]) * step) / 16]
    if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height) return true
  }
  return false
}

function meet([a, b]: readonly [Spot, Spot], [c, d]: readonly [Spot, Spot]): boolean {
  const side = (p: Spot, q: Spot, r: Spot) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
