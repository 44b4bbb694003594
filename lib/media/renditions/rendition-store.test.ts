import assert from 'node:assert/strict'
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { photograph } from '#lib/media/demo/test-pictures.ts'
import { renditionFile } from '#lib/media/files.ts'
import type { PictureFile } from './make-rendition.ts'
import { storeOriginal } from './originals.ts'
import { dropRenditions, findRendition } from './rendition-store.ts'

let varDir: string
before(async () => {
  varDir = await mkdtemp(join(tmpdir(), 'masthead-renditions-'))
  process.env.VAR_DIR = varDir
})
after(() => rm(varDir, { recursive: true }))

const gone = async () => null
const crop = { crop: '16x9', width: 160, format: 'jpg' } as const

async function storePicture(height: number): Promise<PictureFile> {
  const stored = await storeOriginal(await photograph({ width: 400, height }))
  assert.ok(stored.ok)
  return { ...stored.value, focus: { x: 0.5, y: 0.5 }, credit: 'Desk', copyright: null, digitalSource: null }
}

test('who asks while the files of a deleted picture are being taken away does not bring them back', async () => {
  const picture = await storePicture(300)
  const rendition = { token: picture.token, ...crop }
  assert.ok(await findRendition(rendition, async () => ({ ...picture, isPublic: true })))
  // Many files, as when the disk is slow: taking them away lasts while readers ask.
  const folder = dirname(renditionFile(rendition))
  await Promise.all(Array.from({ length: 300 }, (_, number) => writeFile(join(folder, `${number}.jpg`), 'x')))
  const dropping = dropRenditions(picture.token)
  const asked: Promise<unknown>[] = []
  for (let turn = 0; turn < 20; turn++) {
    asked.push(findRendition(rendition, gone))
    await pause(1)
  }
  for (const answer of await Promise.all(asked)) assert.equal(answer, null)
  await dropping
  assert.equal(await findRendition(rendition, gone), null)
})

test('what another worker left on the disk of a dropped picture is nobody’s, until the picture is public again', async () => {
  const picture = await storePicture(310)
  const rendition = { token: picture.token, ...crop }
  const file = renditionFile(rendition)
  await dropRenditions(picture.token)
  // The other one has not heard of the change yet, and stores what it drew.
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, 'drawn before')
  assert.equal(await findRendition(rendition, gone), null)
  const again = await findRendition(rendition, async () => ({ ...picture, isPublic: true }))
  assert.ok(again?.isPublic)
  await access(file)
  await dropRenditions(picture.token)
  await assert.rejects(access(file))
})
