import { z } from 'zod'
import type { Direction } from '#lib/domain/edition.ts'

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

/** Reads prisma/demo/pictures.yaml, parsed as YAML. Throws on what it can't draw. */
export function demoPicturesOf(content: unknown): readonly DemoPicture[] {
  return z.array(demoPicture).parse(content)
}
