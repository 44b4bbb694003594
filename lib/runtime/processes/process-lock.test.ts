import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { processBirth } from './process-birth.ts'
import { takeLock } from './process-lock.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-lock-'))
})
after(() => rm(folder, { recursive: true, force: true }))

test('a free lock is taken, a held one is not, a released one is', async () => {
  const file = join(folder, 'plain')
  const first = await takeLock(file)
  assert.ok('release' in first)
  assert.deepEqual(await takeLock(file), { heldBy: process.pid })
  first.release()
  assert.ok('release' in (await takeLock(file)))
})

test('the lock of a killed process is free', async () => {
  const file = join(folder, 'killed')
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const holder = { pid: child.pid, birth: processBirth(child.pid ?? 0), id: 'child' }
  await writeFile(file, JSON.stringify(holder))
  assert.deepEqual(await takeLock(file), { heldBy: child.pid })
  child.kill('SIGKILL')
  await once(child, 'exit')
  assert.ok('release' in (await takeLock(file)))
})

test('a number that now belongs to another process holds nothing', async () => {
  const file = join(folder, 'reused')
  await writeFile(file, JSON.stringify({ pid: process.pid, birth: 'another time', id: 'x' }))
  assert.ok('release' in (await takeLock(file)))
})

test('a torn lock file holds nothing', async () => {
  const file = join(folder, 'torn')
  await writeFile(file, '{"pid": 1')
  assert.ok('release' in (await takeLock(file)))
})

test('releasing leaves the lock of a successor alone', async () => {
  const file = join(folder, 'successor')
  const lock = await takeLock(file)
  assert.ok('release' in lock)
  await writeFile(file, JSON.stringify({ pid: process.pid, birth: processBirth(process.pid), id: 'successor' }))
  lock.release()
  assert.match(await readFile(file, 'utf8'), /successor/)
})
