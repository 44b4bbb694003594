import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { access, cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { ok } from '#lib/domain/result.ts'
import { photograph } from '#lib/media/demo/test-pictures.ts'
import { originalPath } from '#lib/media/files.ts'
import { storeOriginal } from '#lib/media/renditions/originals.ts'
import { until } from '#lib/runtime/testing/until.ts'
import { createLibraryPicture } from '#lib/store/media/media-library.ts'
import { changePicture, deletePictureRow } from '#lib/store/media/media-library-change.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, noon } from '#lib/store/testing/newsroom.ts'

withDatabase()
/** Two machines: each with a memory and a disk of its own. */
const workers: { readonly child: ChildProcess; readonly origin: string; readonly varDir: string }[] = []
const folders: string[] = []

before(async () => {
  for (let number = 0; number < 2; number++) folders.push(await mkdtemp(join(tmpdir(), 'masthead-worker-')))
  process.env.VAR_DIR = folders[0]
})
after(async () => {
  for (const { child } of workers) child.kill('SIGKILL')
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function startWorker(varDir: string): Promise<void> {
  const child = fork(join(import.meta.dirname, '../testing/media-worker-process.ts'), {
    env: { ...process.env, VAR_DIR: varDir },
  })
  const [port] = await once(child, 'message')
  workers.push({ child, origin: `http://127.0.0.1:${port}`, varDir })
}

async function makeStored(
  width: number,
): Promise<{ readonly id: number; readonly token: string; readonly sha256: string }> {
  const stored = await storeOriginal(await photograph({ width, height: 500 }))
  assert.ok(stored.ok)
  const notes = { credit: 'Desk', copyright: null, rights: null, rightsUntil: null, isReusable: true, takenAt: null }
  const own = { location: null, digitalSource: null, ownCaption: null, ownAlt: null, focus: { x: 0.5, y: 0.5 } }
  const id = await createLibraryPicture({ ...stored.value, ...notes, ...own }, noon)
  await cp(join(folders[0] ?? '', 'media', 'originals'), join(folders[1] ?? '', 'media', 'originals'), {
    recursive: true,
  })
  return { id, token: stored.value.token, sha256: stored.value.sha256 }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
const drawnFor = (varDir: string, token: string) => exists(join(varDir, 'media', 'renditions', token))

test('a deleted picture is gone from the memory and the disk of every worker', async () => {
  for (const folder of folders) await startWorker(folder)
  const { id, token, sha256 } = await makeStored(800)
  const at = (origin: string, name: string) => fetch(`${origin}/media/${token}/${name}`)
  for (const { origin, varDir } of workers) {
    for (const name of ['16x9-320.webp', '1x1-160.jpg']) assert.equal((await at(origin, name)).status, 200)
    // One stays in memory alone: the purge must find it there.
    await rm(join(varDir, 'media', 'renditions', token, '1x1-160.jpg'))
    assert.equal((await at(origin, '1x1-160.jpg')).status, 200)
  }
  // Some are being drawn while the picture goes.
  const drawing = workers.flatMap(({ origin }) => ['whole-640.avif', '4x3-480.avif'].map((name) => at(origin, name)))
  const deleted = await deletePictureRow({ id, by, now: noon })
  assert.ok(deleted.ok)
  for (const answer of await Promise.all(drawing)) assert.ok([200, 404, 503].includes(answer.status))
  for (const { origin, varDir } of workers) {
    for (const name of ['16x9-320.webp', '1x1-160.jpg', 'whole-640.avif', '4x3-480.avif'])
      await until(
        async () => (await at(origin, name)).status === 404,
        () => `${name} is gone`,
      )
    await until(
      async () => !(await drawnFor(varDir, token)),
      () => 'its folder is gone',
    )
    await until(
      async () => !(await exists(originalPath(sha256).replace(folders[0] ?? '', varDir))),
      () => 'its original is gone',
    )
    assert.deepEqual(await readdir(join(varDir, 'media', 'renditions')), [])
  }
})

test('another file for a picture: what was drawn of the earlier one is dropped, and its address goes on', async () => {
  const [first, second] = [await makeStored(810), await makeStored(820)]
  const name = '16x9-320.webp'
  const bytesOf = async (origin: string) =>
    Buffer.from(await (await fetch(`${origin}/media/${first.token}/${name}`)).arrayBuffer())
  const drawn = await Promise.all(workers.map(({ origin }) => bytesOf(origin)))
  const change = { id: first.id, version: null, action: 'picture.replace', by, now: noon } as const
  const changed = await changePicture({ ...change, newToken: 'a-new-token-that-is-long' }, (picture) =>
    ok({ ...picture, sha256: second.sha256, width: 820 }),
  )
  assert.ok(changed.ok)
  for (const [index, { origin, varDir }] of workers.entries()) {
    await until(
      async () => !(await drawnFor(varDir, first.token)),
      () => 'its folder is gone',
    )
    assert.deepEqual(await bytesOf(origin), drawn[index])
  }
})

test('a worker that was down hears of it when it is back', async () => {
  const [here, other] = workers
  assert.ok(here && other)
  const { id, token } = await makeStored(830)
  const address = `/media/${token}/1x1-160.jpg`
  assert.equal((await fetch(other.origin + address)).status, 200)
  other.child.kill('SIGKILL')
  await once(other.child, 'exit')
  assert.ok((await deletePictureRow({ id, by, now: noon })).ok)
  assert.ok(await drawnFor(other.varDir, token), 'nobody has told it yet')
  await startWorker(other.varDir)
  await until(
    async () => !(await drawnFor(other.varDir, token)),
    () => 'its folder is gone',
  )
})
