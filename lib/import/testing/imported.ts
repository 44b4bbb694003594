import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { ImportCounts, Loss } from '#lib/domain/imports/import-run.ts'
import { type Import, runImport } from '../run-import.ts'

export const files = join(import.meta.dirname, 'files')

/** A copy of the uploads of the old sites. */
export async function makeUploads(folder: string): Promise<string> {
  const names = [
    '2020/05/river.jpg',
    '2020/05/bridge.jpg',
    '2020/05/lead.jpg',
    '2021/03/river.jpg',
    '2021/03/bridge.jpg',
  ]
  for (const [index, name] of [...names, '2021/03/lead.jpg', 'lead.jpg', 'media/lead.jpg'].entries()) {
    const path = join(folder, name)
    await mkdir(join(path, '..'), { recursive: true })
    const background = { r: 40 + index * 20, g: 90, b: 120 }
    await writeFile(
      path,
      await sharp({ create: { width: 900, height: 600, channels: 3, background } })
        .jpeg()
        .toBuffer(),
    )
  }
  return folder
}

type Imported = {
  readonly counts: ImportCounts
  readonly losses: readonly Loss[]
  /** `kind: detail` of each loss of an item whose label holds these words. */
  readonly lossesOf: (words: string) => readonly string[]
}

export async function imported(task: Partial<Import> & Pick<Import, 'path' | 'editionId'>): Promise<Imported> {
  const losses: Loss[] = []
  const done = await runImport({
    ...{ blogId: null, fetches: false, folder: null, isDry: false, by: { name: 'test' } },
    ...task,
    onStep: async (step) => void losses.push(...step.losses),
  })
  if (!done.ok) throw new Error(`${done.error.problem}: ${done.error.detail}`)
  const lossesOf = (words: string) =>
    losses.filter(({ item }) => item.includes(words)).map(({ kind, detail }) => `${kind}: ${detail}`)
  return { counts: done.value, losses, lossesOf }
}
