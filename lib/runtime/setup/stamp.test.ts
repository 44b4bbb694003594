import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { hashOf, readStamp, writeStamp } from './stamp.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'masthead-stamp-'))
  await mkdir(join(root, 'app/deep'), { recursive: true })
  await writeFile(join(root, 'app/page.tsx'), 'one')
  await writeFile(join(root, 'app/deep/page.tsx'), 'two')
})
afterEach(() => rm(root, { recursive: true, force: true }))

test('the same files give the same stamp, in any order of asking', () => {
  assert.equal(hashOf(root, ['app', 'lib']), hashOf(root, ['lib', 'app']))
})

test('a changed, added, moved or removed file changes it', async () => {
  const seen = new Set([hashOf(root, ['app'])])
  const change = async (work: () => Promise<unknown>) => {
    await work()
    seen.add(hashOf(root, ['app']))
  }
  await change(() => writeFile(join(root, 'app/page.tsx'), 'other'))
  await change(() => writeFile(join(root, 'app/new.tsx'), ''))
  await change(() => writeFile(join(root, 'app/neu.tsx'), '').then(() => rm(join(root, 'app/new.tsx'))))
  await change(() => rm(join(root, 'app/deep'), { recursive: true }))
  assert.equal(seen.size, 5)
})

test('files that do not count change nothing', async () => {
  const hash = () => hashOf(root, ['app'], (path) => !path.endsWith('.test.ts'))
  const before = hash()
  await writeFile(join(root, 'app/page.test.ts'), 'x')
  assert.equal(hash(), before)
})

test('a stamp is read back, and is null before it was written', async () => {
  const file = join(root, 'out/stamp')
  assert.equal(await readStamp(file), null)
  await writeStamp(file, 'abc')
  assert.equal(await readStamp(file), 'abc')
})
