import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fonts } from '#lib/domain/text/fonts.ts'
import { errorCode, StartFailure } from '../failure.ts'
import { type Lock, waitForLock } from '../processes/process-lock.ts'
import { buildPages } from '../setup/build-pages.ts'
import { generateClient } from '../setup/generate-client.ts'
import type { Progress } from './progress.ts'

/** Makes what the sources alone decide: client, fonts, pages. Starts that come together take turns. */
export async function prepareProgram(options: {
  readonly root: string
  readonly progress: Progress
  readonly buildsPages: boolean
}): Promise<void> {
  const { root, progress, buildsPages } = options
  const lock = await lockProgram(root, (pid) => progress.line(`Waiting for process ${pid}, which prepares the same.`))
  try {
    await prepareClient(root, progress)
    await progress.step('Fonts', async (say) => ({
      value: null,
      words: (await makeFonts(root, say)) ? 'made' : 'unchanged',
    }))
    await progress.step('Pages', async (say) => {
      if (!buildsPages) return { value: null, words: 'made when asked for' }
      return { value: null, words: (await buildPages(root, say)) ? 'built' : 'unchanged' }
    })
  } finally {
    lock.release()
  }
}

export async function prepareClient(root: string, progress: Progress): Promise<void> {
  await progress.step('Database client', async (say) => ({
    value: null,
    words: (await generateClient(root, say)) ? 'generated' : 'unchanged',
  }))
}

/** bootstrap.mjs has installed before anything here could run; this is where it is said. */
export async function sayPackages(progress: Progress): Promise<void> {
  await progress.step('Packages', async () => ({ value: null, words: process.env.MASTHEAD_PACKAGES ?? 'unchanged' }))
}

async function makeFonts(root: string, say: (text: string) => void): Promise<boolean> {
  const publicDir = join(root, 'public')
  if (Object.values(fonts).every((font) => existsSync(join(publicDir, font.href)))) return false
  // The subsetter is large, and every later start does without it.
  const { buildFonts } = await import('#lib/media/build-fonts.ts')
  await buildFonts({ log: say, publicDir })
  return true
}

async function lockProgram(root: string, onWait: (pid: number) => void): Promise<Lock> {
  try {
    return await waitForLock(join(root, 'node_modules', '.masthead-lock'), onWait)
  } catch (error) {
    if (!['EROFS', 'EACCES', 'EPERM'].includes(errorCode(error))) throw error
    // A finished program on a read-only disk has nothing left to prepare.
    if (existsSync(join(root, '.next', 'masthead-stamp'))) return { release: () => {} }
    throw new StartFailure(
      `The folder ${root} can't be written (${errorCode(error)}).`,
      'The first start builds there: run it once as a user who may write, then start again.',
      error,
    )
  }
}
