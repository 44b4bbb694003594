import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePostmasterFile } from './postmaster.ts'

const whole = ['4711', '/srv/data', '1790000000', '5433', '', '127.0.0.1', '  1193046   32768', 'ready   ', ''].join(
  '\n',
)

test('a whole lock file says who runs, where, and that it is ready', () => {
  assert.deepEqual(parsePostmasterFile(whole), { pid: 4711, port: 5433, isReady: true })
})

test('a server that starts is not ready yet', () => {
  assert.equal(parsePostmasterFile(whole.replace('ready   ', 'starting'))?.isReady, false)
  assert.deepEqual(parsePostmasterFile('4711\n/srv/data\n'), { pid: 4711, port: 0, isReady: false })
})

test('a torn or foreign file names nobody', () => {
  for (const text of ['', '\n', 'x', '-4711\n/srv/data', '0']) assert.equal(parsePostmasterFile(text), null, text)
})
