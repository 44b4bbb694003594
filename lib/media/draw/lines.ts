import { element, ink } from './canvas.ts'
import { curveThrough, type Spot } from './curve.ts'

const looks = {
  river: { stroke: ink.river, 'stroke-width': 8 },
  road: { stroke: ink.accent, 'stroke-width': 9 },
  railway: { stroke: ink.text, 'stroke-width': 7 },
} as const

/** A river, road or railway, on a pale bed that lifts it off the land. */
export function drawLine(kind: keyof typeof looks, spots: readonly Spot[]): string {
  const d = curveThrough(spots)
  const common = { d, fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' }
  const bed = kind === 'river' ? '' : element('path', { ...common, stroke: ink.ownLand, 'stroke-width': 17 })
  const line = element('path', { ...common, ...looks[kind] })
  // Sleepers: short strokes across, as on every railway map.
  const sleepers = {
    ...common,
    'stroke-linecap': 'butt',
    stroke: ink.text,
    'stroke-width': 24,
    'stroke-dasharray': '4 30',
  }
  return bed + line + (kind === 'railway' ? element('path', sleepers) : '')
}
