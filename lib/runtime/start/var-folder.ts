import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFailure } from '../failure.ts'

/** Makes the folder that everything is written to, and proves that it can be. */
export async function prepareVarFolder(varDir: string): Promise<void> {
  const probe = join(varDir, `.probe-${process.pid}`)
  try {
    await mkdir(varDir, { recursive: true })
    // One page of the disk: a full one still takes an empty file.
    await writeFile(probe, Buffer.alloc(4096))
  } catch (error) {
    throw writeFailure(error, varDir)
  } finally {
    await rm(probe, { force: true }).catch(() => undefined)
  }
}
