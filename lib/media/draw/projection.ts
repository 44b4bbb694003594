import { type GeoProjection, geoConicConformal } from 'd3-geo'
import { canvas } from './canvas.ts'
import type { Bounds } from './clip.ts'

const margin = { x: 90, y: 130 }

/** The bounds in the middle of the canvas, as large as they fit, with the land around them to its edges. */
export function projectionOf(bounds: Bounds): GeoProjection {
  const [west, south, east, north] = bounds
  const reach = north - south
  // Standard parallels a sixth inside the map keep its shapes true (Snyder, Map Projections, 1987, p. 104).
  const projection = geoConicConformal()
    .parallels([south + reach / 6, north - reach / 6])
    .rotate([-(west + east) / 2, 0])
  return projection
    .fitExtent(
      [
        [margin.x, margin.y],
        [canvas.width - margin.x, canvas.height - margin.y],
      ],
      { type: 'MultiPoint', coordinates: outlineOf(bounds) },
    )
    .clipExtent([
      [-20, -20],
      [canvas.width + 20, canvas.height + 20],
    ])
}

/** What the canvas really shows, in degrees, and a little more: what is cut off there must stay out of sight. */
export function visibleBounds(projection: GeoProjection): Bounds {
  const { width, height } = canvas
  const corners: [number, number][] = [0, 0.25, 0.5, 0.75, 1].flatMap((part): [number, number][] => [
    [part * width, 0],
    [part * width, height],
    [0, part * height],
    [width, part * height],
  ])
  const places = corners.flatMap((corner) => projection.invert?.(corner) ?? [])
  const [lons, lats] = [places.filter((_, index) => index % 2 === 0), places.filter((_, index) => index % 2 === 1)]
  const air = (Math.max(...lats) - Math.min(...lats)) / 10
  return [Math.min(...lons) - air, Math.min(...lats) - air, Math.max(...lons) + air, Math.max(...lats) + air]
}

// Edges curve in a conic projection: corners alone would let their middles run off the canvas.
function outlineOf([west, south, east, north]: Bounds): [number, number][] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((part): [number, number][] => [
    [west + (east - west) * part, south],
    [west + (east - west) * part, north],
    [west, south + (north - south) * part],
    [east, south + (north - south) * part],
  ])
}
