import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyLine, postgresFailure } from './server-log.ts'

test('the fatal line is the one that matters', () => {
  assert.equal(keyLine('LOG: starting\n2026-11-22 UTC [7] FATAL:  lock file is empty\nHINT: x\n'), 'lock file is empty')
  assert.equal(keyLine('initdb: error: invalid locale name "x"\ninitdb: hint: y'), 'invalid locale name "x"')
  assert.equal(keyLine('Segmentation fault\n\n'), 'Segmentation fault')
  assert.equal(keyLine(''), 'it said nothing')
})

test('a full disk and a read-only one are told apart from a broken database', () => {
  const failure = (output: string) => postgresFailure('It does not start', output, '/srv/var')
  assert.match(failure('FATAL: could not write: No space left on device').message, /^No space is left/)
  assert.match(failure('FATAL: could not open: Read-only file system').next, /VAR_DIR/)
  assert.match(failure('PANIC: could not locate a valid checkpoint record').next, /server\.log/)
})
