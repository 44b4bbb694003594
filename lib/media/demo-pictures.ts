import sharp from 'sharp'
import type { Picture } from '#lib/domain/picture.ts'
import type { DemoPicture, PictureWords } from './demo-picture.ts'
import { drawBars } from './draw/bars.ts'
import type { Drawing } from './draw/canvas.ts'
import { drawLetters } from './draw/letters.ts'
import { drawMap } from './draw/map.ts'
import { loadTypesetter, type Typesetter } from './draw/text.ts'
import { drawTimeline } from './draw/timeline.ts'

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
