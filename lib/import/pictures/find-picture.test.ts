import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { processorMs } from '#lib/runtime/testing/processor-time.ts'
import { findPictureBytes } from './find-picture.ts'

const root = await mkdtemp(join(tmpdir(), 'masthead-pictures-'))
after(() => rm(root, { recursive: true, force: true }))
const folder = join(root, 'uploads')
await mkdir(join(folder, '2020', '05'), { recursive: true })
await writeFile(join(folder, '2020', '05', 'a b.jpg'), 'whole')
await writeFile(join(folder, 'top.jpg'), 'top')
await writeFile(join(root, 'secret.jpg'), 'secret')
await symlink(join(root, 'secret.jpg'), join(folder, 'link.jpg'))

async function found(url: string): Promise<string | null> {
  const answer = await findPictureBytes(url, { folder, fetches: false }, false)
  return answer.ok ? String(answer.value) : null
}

test('a picture lies below the folder as its address does, from some level on', async () => {
  assert.equal(await found('https://old.example/wp-content/uploads/2020/05/a%20b.jpg'), 'whole')
  assert.equal(await found('https://old.example/wp-content/uploads/2020/05/a%20b-300x200.jpg'), 'whole')
  assert.equal(await found('/top.jpg'), 'top')
})

test('no address leads out of the folder', async () => {
  for (const url of [
    '/../secret.jpg',
    '/..%2fsecret.jpg',
    '/2020/..%5c..%5c..%5csecret.jpg',
    '/link.jpg',
    '/top.jpg%00',
  ])
    assert.equal(await found(`https://old.example${url}`), null, url)
})

test('an address of a million slashes is no work', async () => {
  const ms = await processorMs(async () =>
    assert.equal(await found(`https://old.example/${'a/'.repeat(100_000)}top.jpg`), null),
  )
  assert.ok(ms < 5_000, `${ms} ms`)
})
