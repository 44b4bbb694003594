import type { GeoProjection } from 'd3-geo'
import type { DemoMap, PictureWords } from '#lib/media/demo/demo-picture.ts'
import type { Country } from './atlas.ts'
import { canvas, element, ink, isVisible, textAt } from './canvas.ts'
import { countryLabels } from './country-labels.ts'
import type { Spot } from './curve.ts'
import { type Candidate, type Label, type LabelBox, type Obstacle, placeLabels, placesAround } from './labels.ts'
import type { Lake } from './lakes.ts'
import { markRadius } from './marks.ts'
import type { TextShape, TextStyle, Typesetter } from './text.ts'

type Matter = {
  readonly places: readonly (DemoMap['places'][number] & { readonly at: Spot })[]
  readonly lines: readonly (DemoMap['lines'][number] & { readonly spots: readonly Spot[] })[]
  readonly lakes: readonly (Lake & { readonly id: string; readonly spots: readonly Spot[] })[]
  readonly countries: readonly Country[]
  readonly isOwn: (countryId: string) => boolean
}
type Means = { readonly projection: GeoProjection; readonly words: PictureWords; readonly set: Typesetter }

type Name = { readonly shape: TextShape; readonly fill: string; readonly halo: string; readonly label: Label }

/** All words of a map, each where it covers least. */
export function mapNames({ places, lines, lakes, countries, isOwn }: Matter, means: Means): string {
  const { words, set } = means
  const shores = new Map(lakes.map(({ id, spots }) => [id, boxAround(spots)] as const))
  const name = (id: string, style: TextStyle & { readonly fill: string; readonly halo: string }, text?: string) => {
    const shape = set(text ?? words.labels[id] ?? id, style)
    const size = { width: shape.width, height: shape.ascent + shape.descent }
    const named = (candidates: readonly Candidate[], halo = style.halo): Name => {
      return { shape, fill: style.fill, halo, label: { id, candidates } }
    }
    return { size, named }
  }

  const ofPlaces = places.map((place): Name => {
    const fill = place.kind === 'lake' ? ink.waterText : place.context ? ink.quiet : ink.text
    const weight = place.major && !place.context ? 700 : 500
    const { size, named } = name(place.id, { size: place.major ? 60 : 51, weight, fill, halo: ink.ownLand })
    const shore = shores.get(place.id)
    if (place.kind === 'lake' && shore && shore.width > size.width * 1.1)
      return named([centred(shore, size)], ink.water)
    return named(placesAround(place.at, size, markRadius(place)))
  })
  const ofLines = lines.map(({ id, kind, spots }): Name => {
    const fill = kind === 'river' ? ink.waterText : kind === 'road' ? ink.accent : ink.text
    const { size, named } = name(id, { size: 46, weight: 500, fill, halo: ink.ownLand })
    return named(beside(between(spots).filter(isVisible), size))
  })
  const years = new Intl.NumberFormat(words.locale, { useGrouping: false })
  const ofFormerLakes = lakes.flatMap(({ id, formerYear }): Name[] => {
    const shore = shores.get(id)
    if (!formerYear || !shore) return []
    const style = { size: 42, weight: 400, fill: ink.waterText, halo: ink.ownLand }
    const { size, named } = name(id, style, years.format(formerYear))
    return [named([centred(shore, size)])]
  })
  const ofCountries = countryLabels(countries, means).map(({ label, shape, countryId }): Name => {
    return { label, shape, fill: ink.faint, halo: isOwn(countryId) ? ink.ownLand : ink.land }
  })

  const onWater: Obstacle[] = [...shores.values()].map((box) => ({ box, cost: 40 }))
  const marks: Obstacle[] = [
    ...places.map((place) => ({ box: boxAround([place.at], markRadius(place)), cost: 300 })),
    ...lines.flatMap(({ spots }) => between(spots).map((spot) => ({ box: boxAround([spot], 4), cost: 20 }))),
    { box: { x: 60, y: canvas.height - 210, width: 340, height: 100 }, cost: 300 },
  ]
  const labels = [...ofPlaces, ...ofFormerLakes, ...ofLines, ...ofCountries]
  const chosen = placeLabels(
    labels.map(({ label }) => label),
    [...marks, ...onWater],
  )
  // Countries first: what the map is about lies over its ground.
  return labels
    .reverse()
    .map((label) => drawName(label, chosen.get(label.label.id)))
    .join('')
}

function drawName({ shape, fill, halo }: Name, place: Candidate | undefined): string {
  if (!place) return ''
  const { box, leader } = place
  const line = leader ? `M${leader[0].join()}L${leader[1].join()}` : ''
  const tie = line ? element('path', { d: line, stroke: ink.text, 'stroke-width': 3 }) : ''
  return tie + textAt(shape, { x: box.x, y: box.y + shape.ascent, fill, halo })
}

/** Places along a line, best near its middle. */
function beside(spots: readonly Spot[], size: { width: number; height: number }): Candidate[] {
  return spots.flatMap((at, index) => {
    const fromMiddle = Math.abs(index / Math.max(1, spots.length - 1) - 0.5)
    const close = placesAround(at, size, 10).filter(({ leader }) => !leader)
    return close.map((candidate) => ({ ...candidate, cost: candidate.cost + fromMiddle * 40 }))
  })
}

/** Points every thirty pixels or so along a line. */
function between(spots: readonly Spot[]): Spot[] {
  return spots.slice(1).flatMap((to, index) => {
    const from = spots[index] ?? to
    const steps = Math.min(80, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 30))
    return Array.from({ length: steps }, (_, step): Spot => {
      return [from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps]
    })
  })
}

function centred(area: LabelBox, size: { width: number; height: number }): Candidate {
  const [x, y] = [area.x + (area.width - size.width) / 2, area.y + (area.height - size.height) / 2]
  return { box: { ...size, x, y }, cost: 0, leader: null }
}

function boxAround(spots: readonly Spot[], margin = 0): LabelBox {
  const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)]
  const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin]
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y }
}
