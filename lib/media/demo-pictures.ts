import sharp from 'sharp'
import { z } from 'zod'
import type { Direction } from '#lib/domain/edition.ts'
import type { Picture } from '#lib/domain/picture.ts'
import { drawBars } from './draw/bars.ts'
import type { Drawing } from './draw/canvas.ts'
import { drawLetters } from './draw/letters.ts'
import { drawMap } from './draw/map.ts'
import { loadTypesetter, type Typesetter } from './draw/text.ts'
import { drawTimeline } from './draw/timeline.ts'

const point = z.tuple([z.number(), z.number()])
const map = z.object({
  key: z.string(),
  kind: z.literal('map'),
  /** West, south, east, north: what must be seen. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** 0…1 of the bounds, from left and top. */
  focus: point,
  /** ISO 3166-1 numbers of the countries that the map is about. */
  highlight: z.array(z.string()),
  places: z.array(
    z.object({
      id: z.string(),
      lon: z.number(),
      lat: z.number(),
      kind: z.enum(['town', 'lake', 'pass', 'peak', 'station']),
      major: z.boolean(),
      /** Only there to find one's way. */
      context: z.boolean().default(false),
    }),
  ),
  lines: z
    .array(z.object({ id: z.string(), kind: z.enum(['river', 'road', 'railway']), points: z.array(point).min(2) }))
    .default([]),
})
const item = z.object({ id: z.string(), value: z.number(), year: z.number().optional() })
const bars = z.object({
  key: z.string(),
  kind: z.literal('chart'),
  chart: z.literal('bars'),
  unit: z.string(),
  items: z.array(item).min(1),
})
const timeline = bars.extend({ chart: z.literal('timeline') })
const letters = z.object({ key: z.string(), kind: z.literal('letters'), letters: z.array(z.string()).min(1) })
const demoPicture = z.union([map, bars, timeline, letters])

export type DemoPicture = z.infer<typeof demoPicture>
export type DemoMap = z.infer<typeof map>
export type DemoBars = z.infer<typeof bars>
export type DemoTimeline = z.infer<typeof timeline>
export type DemoLetters = z.infer<typeof letters>

/** An edition's words for one picture. */
export type PictureWords = {
  readonly locale: string
  readonly direction: Direction
  /** By the id of a place, line or item; `unit` and `note` name themselves. */
  readonly labels: Readonly<Record<string, string>>
}

/** A PNG of 1920 × 1280 with its focal point. */
export type DrawnPicture = { readonly bytes: Buffer; readonly focus: Picture['focus'] }

/** Reads prisma/demo/pictures.yaml, parsed as YAML. Throws on what it can't draw. */
export function demoPicturesOf(content: unknown): readonly DemoPicture[] {
  return z.array(demoPicture).parse(content)
}

/** Draws a picture with the words of one edition: each edition has a file of its own. */
export async function drawDemoPicture(picture: DemoPicture, words: PictureWords): Promise<DrawnPicture> {
  typesetter ??= loadTypesetter()
  const { svg, focus } = drawingOf(picture, words, await typesetter)
  return { bytes: await sharp(Buffer.from(svg)).png({ compressionLevel: 8 }).toBuffer(), focus }
}

let typesetter: Promise<Typesetter> | undefined

function drawingOf(picture: DemoPicture, words: PictureWords, set: Typesetter): Drawing {
  if (picture.kind === 'map') return drawMap(picture, words, set)
  if (picture.kind === 'letters') return drawLetters(picture, words, set)
  return picture.chart === 'bars' ? drawBars(picture, words, set) : drawTimeline(picture, words, set)
}
