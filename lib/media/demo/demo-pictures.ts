import sharp from 'sharp'
import type { Picture } from '#lib/domain/media/picture.ts'
import { drawBars } from '#lib/media/draw/bars.ts'
import type { Drawing } from '#lib/media/draw/canvas.ts'
import { drawLetters } from '#lib/media/draw/letters.ts'
import { drawMap } from '#lib/media/draw/map.ts'
import { loadTypesetter, type Typesetter } from '#lib/media/draw/text.ts'
import { drawTimeline } from '#lib/media/draw/timeline.ts'
import type { DemoPicture, PictureWords } from './demo-picture.ts'

/** A PNG of 1920 × 1280 with its focal point. */
export type DrawnPicture = { readonly bytes: Buffer; readonly focus: Picture['focus'] }

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
