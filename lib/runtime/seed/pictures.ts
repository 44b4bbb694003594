import type { DemoEdition, DemoNewsroom, DemoPictureWords } from '#lib/input/demo-files.ts'
import { type DemoPicture, demoPicturesOf } from '#lib/media/demo-picture.ts'
import { type DrawnPicture, drawDemoPicture } from '#lib/media/demo-pictures.ts'
import { type Original, storeOriginal } from '#lib/media/originals.ts'

/** A drawn and stored picture, before it has a row. */
export type SeedPicture = {
  readonly key: string
  readonly original: Original
  readonly focus: DrawnPicture['focus']
  readonly words: DemoPictureWords
}

/** sharp has threads of its own; more at once only cost memory. */
const atOnce = 4

/** Draws every picture once for each edition that has words for it: the names on a map are in its readers' language. */
export async function drawPictures(
  demo: DemoNewsroom,
  log: (text: string) => void,
): Promise<ReadonlyMap<string, ReadonlyMap<string, SeedPicture>>> {
  const jobs = demoPicturesOf(demo.pictures).flatMap((picture) =>
    demo.editions.flatMap((edition) => {
      const words = edition.pictureWords[picture.key]
      return words ? [{ picture, edition, words }] : []
    }),
  )
  const drawn = new Map(demo.editions.map((edition) => [edition.key, new Map<string, SeedPicture>()]))
  let done = 0
  const queue = jobs.values()
  const work = async () => {
    for (const { picture, edition, words } of queue) {
      drawn.get(edition.key)?.set(picture.key, await draw(picture, edition, words))
      if (++done % 10 === 0 || done === jobs.length) log(`${done} of ${jobs.length} pictures drawn`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return drawn
}

async function draw(picture: DemoPicture, edition: DemoEdition, words: DemoPictureWords): Promise<SeedPicture> {
  const { locale, direction } = edition
  const { bytes, focus } = await drawDemoPicture(picture, { locale, direction, labels: words.labels })
  const stored = await storeOriginal(bytes, `${picture.key}-${edition.key}.png`)
  if (!stored.ok) throw new Error(`Picture ${picture.key} of edition ${edition.key} was refused: ${stored.error.kind}`)
  return { key: picture.key, original: stored.value, focus, words }
}
