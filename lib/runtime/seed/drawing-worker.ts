import { parentPort } from 'node:worker_threads'
import { drawDemoPicture } from '#lib/media/demo/demo-pictures.ts'
import { storeOriginal } from '#lib/media/renditions/originals.ts'
import type { DrawingJob, DrawnFile } from './drawing-job.ts'

/** Draws and stores one picture for each message. A failure ends the worker, and is its parent's to tell. */
const parent = parentPort
parent?.on('message', async (job: DrawingJob) => parent.postMessage(await drawFile(job)))

async function drawFile({ picture, texts, fileName }: DrawingJob): Promise<DrawnFile> {
  const { bytes, focus } = await drawDemoPicture(picture, texts)
  const stored = await storeOriginal(bytes, fileName)
  if (!stored.ok) throw new Error(`${fileName} was refused: ${stored.error.kind}`)
  return { original: stored.value, focus }
}
