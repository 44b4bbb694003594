import type { DemoMap } from '#lib/media/demo/demo-picture.ts'
import { element, ink } from './canvas.ts'
import type { Spot } from './curve.ts'

type Place = Pick<DemoMap['places'][number], 'kind' | 'major' | 'context'>

export function markRadius({ kind, major }: Place): number {
  return kind === 'lake' ? 4 : major ? 19 : 15
}

/** The sign of a place. On a map without lines the places are the story, and red. */
export function drawMark(place: Place & { readonly at: Spot }, isStory: boolean): string {
  const [x, y] = place.at
  const radius = markRadius(place)
  const color = isStory || place.kind === 'pass' || place.kind === 'peak' ? ink.accent : ink.text
  const ring = { fill: color, stroke: ink.ownLand, 'stroke-width': 6 }
  switch (place.kind) {
    case 'lake':
      return ''
    case 'town':
      return place.context
        ? element('circle', { cx: x, cy: y, r: radius - 4, fill: ink.ownLand, stroke: ink.text, 'stroke-width': 6 })
        : element('circle', { cx: x, cy: y, r: radius, ...ring })
    case 'station':
      return element('rect', { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, ...ring })
    case 'peak':
      return element('path', {
        d: `M${x} ${y - 26}L${x + 26} ${y + 18}H${x - 26}Z`,
        ...ring,
        'stroke-linejoin': 'round',
      })
    case 'pass':
      return element('path', { d: `M${x} ${y - 23}L${x + 23} ${y}L${x} ${y + 23}L${x - 23} ${y}Z`, ...ring })
  }
}
