import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { DemoNewsroom, DemoPictureWords } from '#lib/input/demo/demo-files.ts'
import { demoPicturesOf } from '#lib/media/demo/demo-picture.ts'
import type { DrawingJob, DrawnFile } from './drawing-job.ts'

/** A drawn and stored picture, before it has a row. */
export type SeedPicture = DrawnFile & { readonly key: string; readonly words: DemoPictureWords }

type Job = DrawingJob & { readonly editionKey: string; readonly words: DemoPictureWords }

/** More would wait for each other's memory. */
const mostWorkers = 4

/**
 * Draws every picture once for each edition that has words for it: the names on a map are in its readers' language. Drawing is
 * nearly all of the work of a first start, so every core takes part.
 */
export async function drawPictures(
  demo: DemoNewsroom,
  log: (text: string) => void,
): Promise<ReadonlyMap<string, ReadonlyMap<string, SeedPicture>>> {
  const jobs = jobsOf(demo)
  const drawn = new Map(demo.editions.map((edition) => [edition.key, new Map<string, SeedPicture>()]))
  let done = 0
  const queue = jobs.values()
  const work = async () => {
    const worker = new Worker(new URL('./drawing-worker.ts', import.meta.url))
    try {
      for (const { editionKey, words, ...job } of queue) {
        const file = await draw(worker, job)
        drawn.get(editionKey)?.set(job.picture.key, { ...file, key: job.picture.key, words })
        if (++done % 10 === 0 || done === jobs.length) log(`${done} of ${jobs.length} pictures drawn`)
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(mostWorkers, availableParallelism()) }, work))
  return drawn
}

function jobsOf(demo: DemoNewsroom): readonly Job[] {
  return demoPicturesOf(demo.pictures).flatMap((picture) =>
    demo.editions.flatMap(({ key, locale, direction, pictureWords }) => {
      const words = pictureWords[picture.key]
      if (!words) return []
      return [
        {
          editionKey: key,
          words,
          picture,
          texts: { locale, direction, labels: words.labels },
          fileName: `${picture.key}-${key}.png`,
        },
      ]
    }),
  )
}

function draw(worker: Worker, job: DrawingJob): Promise<DrawnFile> {
  return new Promise((resolve, reject) => {
    // The one listener of each kind that a worker has at a time: it draws one picture after the other.
    worker.removeAllListeners()
    worker.once('message', resolve)
    worker.once('error', (error) => reject(new Error(`${job.fileName} was not drawn`, { cause: error })))
    worker.postMessage(job)
  })
}
