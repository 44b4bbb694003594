import type { GeoProjection } from 'd3-geo'
import type { PictureWords } from '#lib/media/demo/demo-picture.ts'
import type { Country } from './atlas.ts'
import { canvas } from './canvas.ts'
import { alpha2 } from './countries.ts'
import type { Candidate, Label } from './labels.ts'
import type { TextShape, Typesetter } from './text.ts'

type Context = {
  readonly projection: GeoProjection
  readonly words: PictureWords
  readonly set: Typesetter
}
type CountryLabel = { readonly countryId: string; readonly label: Label; readonly shape: TextShape }

const step = 48

/** Where our editions write another name than Unicode's. */
const houseNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { TR: 'Turkey' },
  ru: { KG: 'Кыргызстан' },
}

/** Names of the countries in sight, each anywhere inside its borders that holds it whole, best in the open. */
export function countryLabels(
  countries: readonly Country[],
  { projection, words, set }: Context,
): readonly CountryLabel[] {
  const names = new Intl.DisplayNames(words.locale, { type: 'region' })
  const isCased = words.direction === 'ltr'
  const grid = gridOf(projection)
  return countries.flatMap((country): CountryLabel[] => {
    const code = alpha2[country.id]
    const name = code ? (houseNames[words.locale]?.[code] ?? names.of(code)) : undefined
    if (!name) return []
    const text = isCased ? name.toLocaleUpperCase(words.locale) : name
    const shape = set(text, { size: isCased ? 36 : 44, weight: 600, tracking: 0.14 })
    const candidates = roomsIn(country, grid, { width: shape.width, height: shape.ascent + shape.descent })
    if (candidates.length === 0) return []
    return [{ countryId: country.id, label: { id: `country:${country.id}`, candidates, isOptional: true }, shape }]
  })
}

type Grid = readonly (readonly [number, number] | null)[]

const columns = Math.floor(canvas.width / step) + 1
const rows = Math.floor(canvas.height / step) + 1

/** Longitude and latitude of the canvas, every few pixels. */
function gridOf(projection: GeoProjection): Grid {
  return Array.from({ length: rows * columns }, (_, cell) => {
    return projection.invert?.([(cell % columns) * step, Math.floor(cell / columns) * step]) ?? null
  })
}

function roomsIn({ rings }: Country, grid: Grid, size: { width: number; height: number }): Candidate[] {
  const isInside = grid.map((lonLat) => lonLat !== null && rings.some((ring) => holds(ring, lonLat)))
  const [reachX, reachY] = [Math.ceil(size.width / 2 / step), Math.ceil(size.height / 2 / step)]
  const rooms = isInside.flatMap((_, cell): Candidate[] => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    const isFree = (right: number, down: number) => {
      const [x, y] = [column + right, row + down]
      return x >= 0 && y >= 0 && x < columns && y < rows && isInside[y * columns + x] === true
    }
    for (let right = -reachX; right <= reachX; right++)
      for (let down = -reachY; down <= reachY; down++) if (!isFree(right, down)) return []
    let clearance = 0
    while (clearance < 8 && [-1, 1].every((side) => isFree(0, side * (reachY + clearance + 1)))) clearance++
    const box = { ...size, x: column * step - size.width / 2, y: row * step - size.height / 2 }
    return [{ box, cost: 40 - clearance * 4, leader: null }]
  })
  // The openest ones will do, of whole continents too.
  return rooms.sort((one, other) => one.cost - other.cost).slice(0, 80)
}

// Ray casting; the atlas' edges are short enough to be straight.
function holds(ring: readonly (readonly number[])[], [x, y]: readonly [number, number]): boolean {
  let isInside = false
  for (let index = 0, last = ring.length - 1; index < ring.length; last = index++) {
    const [ax = 0, ay = 0] = ring[index] ?? []
    const [bx = 0, by = 0] = ring[last] ?? []
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside
  }
  return isInside
}
