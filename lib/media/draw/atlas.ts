import { createRequire } from 'node:module'
import type { Feature, MultiLineString, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type Bounds, clipLine, clipRing } from './clip.ts'

/** A country's land inside the map, as rings that lie in the map. */
export type Country = { readonly id: string; readonly rings: readonly Position[][]; readonly land: Feature<Polygon>[] }
export type Region = { readonly countries: readonly Country[]; readonly borders: MultiLineString }

type Names = { readonly name?: string }
type World = Topology<{ readonly countries: GeometryCollection<Names> }>
type Piece = { readonly id: string; readonly polygons: readonly (readonly Position[][])[]; readonly bounds: Bounds }
type Sheet = { readonly pieces: readonly Piece[]; readonly borders: readonly Position[][] }

/** Countries that reach into the bounds, and the borders between them, from Natural Earth. */
export function regionOf(bounds: Bounds): Region {
  const { pieces, borders } = sheetOf(bounds[2] - bounds[0] > 30 ? '50m' : '10m')
  const byId = new Map<string, Country>()
  for (const { id, polygons, bounds: own } of pieces) {
    if (!touch(own, bounds)) continue
    const country = byId.get(id) ?? { id, rings: [], land: [] }
    const inside = polygons.map((rings) =>
      rings.map((ring) => clipRing(ring, bounds)).filter(({ length }) => length > 3),
    )
    const seen = inside.filter(({ length }) => length > 0)
    byId.set(id, {
      id,
      rings: [...country.rings, ...seen.flatMap(([outer]) => (outer ? [outer] : []))],
      land: [
        ...country.land,
        ...seen.map((coordinates): Feature<Polygon> => {
          return { type: 'Feature', properties: null, geometry: { type: 'Polygon', coordinates } }
        }),
      ],
    })
  }
  const near = borders.flatMap((line) => clipLine(line, bounds))
  return { countries: [...byId.values()], borders: { type: 'MultiLineString', coordinates: near } }
}

const sheets = new Map<'10m' | '50m', Sheet>()

function sheetOf(scale: '10m' | '50m'): Sheet {
  const kept = sheets.get(scale)
  if (kept) return kept
  const world: World = createRequire(import.meta.url)(`world-atlas/countries-${scale}.json`)
  const { features } = feature(world, world.objects.countries)
  const pieces = features.flatMap((country): Piece[] => {
    const { geometry } = country
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return []
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return [{ id: idOf(country), polygons, bounds: boundsOf(polygons) }]
  })
  const between = mesh(world, world.objects.countries, (one, other) => {
    return idOf(one as Identified) !== idOf(other as Identified)
  })
  const sheet = { pieces, borders: between.coordinates }
  sheets.set(scale, sheet)
  return sheet
}

type Identified = { readonly id?: string | number; readonly properties?: Names | null }

// The atlas cuts the leased cosmodrome out of Kazakhstan. Other areas without a number are disputed: drawn, not named.
function idOf({ id, properties }: Identified): string {
  return properties?.name === 'Baikonur' ? '398' : String(id ?? 'unnumbered')
}

function boundsOf(polygons: Piece['polygons']): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [outer = []] of polygons)
    for (const [x = 0, y = 0] of outer) {
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, y)
      north = Math.max(north, y)
    }
  return [west, south, east, north]
}

function touch(one: Bounds, other: Bounds): boolean {
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3]
}
