import type { Picture } from '#lib/domain/media/picture.ts'
import type { TextShape } from './text.ts'

/** Three to two: large enough for every rendition, and 1,200 pixels high for the square one. */
export const canvas = { width: 1920, height: 1280 } as const

export type Drawing = { readonly svg: string; readonly focus: Picture['focus'] }

// A newspaper's: paper and ink, one red, water. Solid, so that a dark page shows the same picture.
export const ink = {
  paper: '#faf6ee',
  land: '#efe8da',
  ownLand: '#fdfbf6',
  water: '#cddce2',
  shore: '#9cb5c0',
  river: '#5d8ba5',
  waterText: '#33617c',
  border: '#a89d87',
  text: '#1c1a17',
  quiet: '#6d6658',
  faint: '#857d6c',
  rule: '#d9d0bf',
  slate: '#6b8794',
  accent: '#a3161e',
} as const

export function drawing(body: string, { background, focus }: { background: string; focus: Picture['focus'] }): Drawing {
  const { width, height } = canvas
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${background}"/>${body}</svg>`,
    focus,
  }
}

export function isVisible([x, y]: readonly [number, number]): boolean {
  return x > 0 && y > 0 && x < canvas.width && y < canvas.height
}

type Attributes = Readonly<Record<string, string | number | undefined>>

export function element(name: string, attributes: Attributes, body = ''): string {
  const list = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${value}"`))
  return `<${name}${list.join('')}>${body}</${name}>`
}

/** Text with its pen at x, y; a halo keeps it legible over lines. */
export function textAt(
  shape: TextShape,
  { x, y, fill, halo }: { readonly x: number; readonly y: number; readonly fill: string; readonly halo?: string },
): string {
  const outline = halo
    ? element('path', {
        d: shape.path,
        fill: 'none',
        stroke: halo,
        'stroke-width': 11,
        'stroke-opacity': 0.85,
        'stroke-linejoin': 'round',
      })
    : ''
  const place = `translate(${x.toFixed(1)} ${y.toFixed(1)})`
  return element('g', { transform: place }, outline + element('path', { d: shape.path, fill }))
}
