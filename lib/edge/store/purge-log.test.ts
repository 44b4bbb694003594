import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createPurgeLog } from './purge-log.ts'

const quiet = () => {}
const folder = () => mkdtempSync(join(tmpdir(), 'purges-'))

test('a purge judges what was rendered before it and in the same millisecond', () => {
  let now = 1000
  const log = createPurgeLog(null, () => now, quiet)
  now = 2000
  log.add({ tags: ['soft'], hard: false })
  log.add({ tags: ['hard'], hard: true })
  assert.equal(log.judge(['soft'], 1999), 'stale')
  assert.equal(log.judge(['soft'], 2000), 'stale')
  assert.equal(log.judge(['soft'], 2001), 'valid')
  assert.equal(log.judge(['soft', 'hard'], 2000), 'gone')
  assert.equal(log.judge(['hard'], 2001), 'valid')
  assert.equal(log.judge(['other'], 0), 'valid')
})

test('hard purges outlive the process, soft ones are only known to be unknown', () => {
  const dir = folder()
  const first = createPurgeLog(dir, () => Date.UTC(2026, 10, 22), quiet)
  first.add({ tags: ['a', 'b'], hard: true })
  first.add({ tags: ['c'], hard: false })
  const second = createPurgeLog(dir, () => Date.UTC(2026, 10, 23), quiet)
  assert.equal(second.judge(['b'], Date.UTC(2026, 10, 21)), 'gone')
  assert.equal(second.judge(['b'], Date.UTC(2026, 10, 22, 1)), 'valid')
  assert.equal(second.judge(['c'], 0), 'valid')
  assert.equal(second.wasListeningAt(Date.UTC(2026, 10, 22, 1)), false)
  assert.equal(second.wasListeningAt(Date.UTC(2026, 10, 23, 1)), true)
})

test('a purge heard late or again spares what was rendered since', () => {
  const hour = 3_600_000
  let now = Date.UTC(2026, 10, 22)
  const dir = folder()
  const log = createPurgeLog(dir, () => now, quiet)
  log.add({ tags: ['a'], hard: true, ageMs: hour })
  assert.equal(log.judge(['a'], now - hour + 59_000), 'gone', 'its transaction may have lasted')
  assert.equal(log.judge(['a'], now - hour + 61_000), 'valid')
  log.add({ tags: ['a'], hard: true })
  log.add({ tags: ['a'], hard: true, ageMs: hour })
  assert.equal(log.judge(['a'], now), 'gone', 'the later one counts')

  now += hour
  const lines = () => readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8').split('\n').length)
  const before = lines()
  createPurgeLog(dir, () => now, quiet).add({ tags: ['a'], hard: true, ageMs: 2 * hour })
  assert.deepEqual(lines(), before, 'what the log holds is not written again')
})

test('a clock that is set back makes no render older than a purge that it began after, nor a purge older than a render', () => {
  const hour = 3_600_000
  let now = Date.UTC(2026, 10, 22, 12)
  const dir = folder()
  const log = createPurgeLog(dir, () => now, quiet)
  const before = log.renderTime()
  log.add({ tags: ['a'], hard: true })
  now -= hour
  const after = log.renderTime()
  assert.equal(log.judge(['a'], before), 'gone')
  assert.equal(log.judge(['a'], after), 'valid')
  log.add({ tags: ['a'], hard: false })
  assert.equal(log.judge(['a'], after), 'stale')
  log.add({ tags: ['a'], hard: true, ageMs: hour / 2 })
  assert.equal(log.judge(['a'], after), 'gone', 'its age is of another time than the render')
  assert.equal(log.judge(['a'], log.renderTime()), 'valid')
})

test('a restart after the clock was set back goes on behind the latest purge, whatever the order of the lines', () => {
  const at = Date.UTC(2026, 10, 22, 12)
  const dir = folder()
  const line = (time: number) => `\n{"at":${time},"tags":["a"]}`
  appendFileSync(join(dir, '2026-11-22.log'), line(at) + line(at - 1000))
  const log = createPurgeLog(dir, () => at - 3_600_000, quiet)
  assert.equal(log.judge(['a'], at - 500), 'gone')
  const rendered = log.renderTime()
  assert.equal(log.judge(['a'], rendered), 'valid')
  assert.equal(log.wasListeningAt(rendered), true)
  assert.equal(log.wasListeningAt(at + 60_000), false, 'an earlier process may have counted so far')
  log.add({ tags: ['b'], hard: true, ageMs: -1000 })
  assert.equal(log.judge(['b'], at + 60_000), 'gone')
  assert.equal(log.judge(['other'], at + 7_200_000), 'gone', 'nobody knows what it missed')
})

test('a line that a crash cut short spoils no other', () => {
  const dir = folder()
  const at = Date.UTC(2026, 10, 22)
  appendFileSync(join(dir, '2026-11-22.log'), `\n{"at":${at},"tags":["a"]}\n{"at":${at},"ta`)
  createPurgeLog(dir, () => at + 1, quiet).add({ tags: ['b'], hard: true })
  const log = createPurgeLog(dir, () => at + 2, quiet)
  assert.equal(log.judge(['a'], at), 'gone')
  assert.equal(log.judge(['b'], at), 'gone')
})

test('days that no copy can be older than are deleted', () => {
  const dir = folder()
  writeFileSync(join(dir, '2026-01-01.log'), '\n{"at":1,"tags":["a"]}')
  createPurgeLog(dir, () => Date.UTC(2026, 10, 22), quiet)
  assert.deepEqual(readdirSync(dir), [])
})

test('a folder that can’t be written is said, and the purge holds in this process', () => {
  const file = join(folder(), 'a-file')
  writeFileSync(file, '')
  const said: string[] = []
  const log = createPurgeLog(
    file,
    () => 5,
    (message) => said.push(message),
  )
  log.add({ tags: ['a'], hard: true })
  assert.equal(log.judge(['a'], 5), 'gone')
  assert.ok(said.length > 0)
})
