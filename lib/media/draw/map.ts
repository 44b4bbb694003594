import { geoGraticule, geoPath } from 'd3-geo'
import type { DemoMap, PictureWords } from '#lib/media/demo/demo-picture.ts'
import { regionOf } from './atlas.ts'
import { canvas, type Drawing, drawing, element, ink, isVisible } from './canvas.ts'
import { curveThrough, type Spot } from './curve.ts'
import { type Lake, lakes } from './lakes.ts'
import { drawLine } from './lines.ts'
import { mapNames } from './map-names.ts'
import { drawMark } from './marks.ts'
import { projectionOf, visibleBounds } from './projection.ts'
import { scaleBar } from './scale-bar.ts'
import type { Typesetter } from './text.ts'

/** A map of land, borders and water with the picture's own places and lines, named in the edition's language. */
export function drawMap(map: DemoMap, words: PictureWords, set: Typesetter): Drawing {
  const projection = projectionOf(map.bounds)
  const bounds = visibleBounds(projection)
  const { countries, borders } = regionOf(bounds)
  const path = geoPath(projection).digits(1)
  const spot = (lonLat: readonly number[]): Spot => projection([lonLat[0] ?? 0, lonLat[1] ?? 0]) ?? [-999, -999]
  const isOwn = (id: string) => map.highlight.length === 0 || map.highlight.includes(id)

  const land = countries.map(({ id, land }) => {
    const d = land.map((part) => path(part) ?? '').join('')
    return { d, fill: isOwn(id) ? ink.ownLand : ink.land }
  })
  const grid = path(geoGraticule().step(gridStep(bounds[2] - bounds[0]))()) ?? ''
  const water = Object.entries(lakes).map(([id, lake]) => ({ ...lake, id, spots: lake.shore.map(spot) }))
  // A lake of a few pixels is a stain; a lake that is gone matters only where it can be made out.
  const seen = water.filter(
    ({ spots, formerYear }) => spots.some(isVisible) && widthOf(spots) > (formerYear ? 250 : 14),
  )
  const places = map.places.map((place) => ({ ...place, at: spot([place.lon, place.lat]) }))
  const lines = map.lines.map((line) => ({ ...line, spots: line.points.map(spot) }))
  // Without a country of its own a map spans too many to name.
  const named = map.highlight.length > 0 ? countries : []
  const names = mapNames({ places, lines, lakes: seen, countries: named, isOwn }, { projection, words, set })
  const outline = { fill: 'none', 'stroke-linejoin': 'round' }
  const [focusX, focusY] = spot([
    map.bounds[0] + (map.bounds[2] - map.bounds[0]) * map.focus[0],
    map.bounds[3] - (map.bounds[3] - map.bounds[1]) * map.focus[1],
  ])

  const body = [
    element('path', { ...outline, d: land.map(({ d }) => d).join(''), stroke: ink.shore, 'stroke-width': 5 }),
    ...land.map(({ d, fill }) => element('path', { d, fill, stroke: fill })),
    element('path', { ...outline, d: grid, stroke: ink.text, 'stroke-opacity': 0.07, 'stroke-width': 2 }),
    ...seen.map(drawLake),
    element('path', { ...outline, d: path(borders) ?? '', stroke: ink.border, 'stroke-width': 4 }),
    ...lines.map(({ kind, spots }) => drawLine(kind, spots)),
    // On a map without lines the places are the story.
    ...places.map((place) => drawMark(place, map.lines.length === 0 && !place.context)),
    names,
    scaleBar(projection, words, set),
  ]
  return drawing(body.join(''), {
    background: ink.water,
    focus: { x: share(focusX / canvas.width), y: share(focusY / canvas.height) },
  })
}

function drawLake({ spots, formerYear }: Lake & { readonly spots: readonly Spot[] }): string {
  const d = curveThrough(spots, true)
  if (!formerYear) return element('path', { d, fill: ink.water, stroke: ink.shore, 'stroke-width': 3 })
  const dashes = { stroke: ink.shore, 'stroke-width': 4, 'stroke-dasharray': '14 10' }
  return element('path', { d, fill: ink.water, 'fill-opacity': 0.45, ...dashes })
}

function widthOf(spots: readonly Spot[]): number {
  const xs = spots.map(([x]) => x)
  return Math.max(...xs) - Math.min(...xs)
}

function gridStep(degrees: number): [number, number] {
  const step = [1, 2, 5, 10, 20].find((step) => degrees / step <= 12) ?? 20
  return [step, step]
}

function share(part: number): number {
  return Math.round(Math.min(0.95, Math.max(0.05, part)) * 1000) / 1000
}
