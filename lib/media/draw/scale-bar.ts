import { type GeoProjection, geoDistance } from 'd3-geo'
import type { PictureWords } from '#lib/media/demo/demo-picture.ts'
import { canvas, element, ink, textAt } from './canvas.ts'
import type { Typesetter } from './text.ts'

const earthRadiusKm = 6371

/** A round number of kilometres at the middle of the map, where its scale is that of its subject. */
export function scaleBar(projection: GeoProjection, words: PictureWords, set: Typesetter): string {
  const middle = [canvas.width / 2, canvas.height / 2] as const
  const [from, to] = [
    projection.invert?.([middle[0] - 100, middle[1]]),
    projection.invert?.([middle[0] + 100, middle[1]]),
  ]
  if (!from || !to) return ''
  const kmPerPixel = (geoDistance(from, to) * earthRadiusKm) / 200
  const km = [1000, 500, 200, 100, 50, 20, 10].find((km) => km / kmPerPixel <= 300) ?? 10
  const width = km / kmPerPixel
  const label = set(new Intl.NumberFormat(words.locale, { style: 'unit', unit: 'kilometer' }).format(km), {
    size: 38,
    weight: 400,
  })
  const [x, y] = [80, canvas.height - 130]
  const bar = element('path', {
    d: `M${x} ${y - 14}V${y}H${x + width}V${y - 14}`,
    fill: 'none',
    stroke: ink.text,
    'stroke-width': 4,
  })
  const bed = element('path', {
    d: `M${x} ${y - 14}V${y}H${x + width}V${y - 14}`,
    fill: 'none',
    stroke: ink.ownLand,
    'stroke-width': 10,
  })
  return bed + bar + textAt(label, { x: x + 4, y: y - 24, fill: ink.text, halo: ink.ownLand })
}
