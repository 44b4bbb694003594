import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { completeLock, missingOptional } from './lock-file.ts'

test('the lock file of this repository is whole, so that npm ci takes it on every platform', () => {
  const missing = missingOptional(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  assert.deepEqual(missing, [], 'run: node lib/runtime/commands/lock-command.ts')
})

test('a missing platform package is added with the platform that its name says', () => {
  const optionalDependencies = {
    'tool-linux-x64-musl': '1.2.3',
    '@tool/darwin-arm64': '1.2.3',
    '@tool/wasm32-wasi': '1.2.3',
  }
  const lock = { packages: { '': {}, 'node_modules/tool': { version: '1.2.3', dev: true, optionalDependencies } } }
  const whole = completeLock(lock)
  assert.deepEqual(missingOptional(whole), [])
  assert.deepEqual(whole.packages['node_modules/tool-linux-x64-musl'], {
    version: '1.2.3',
    cpu: ['x64'],
    libc: ['musl'],
    os: ['linux'],
    dev: true,
    optional: true,
  })
  assert.deepEqual(whole.packages['node_modules/@tool/darwin-arm64']?.os, ['darwin'])
  assert.deepEqual(whole.packages['node_modules/@tool/wasm32-wasi']?.cpu, ['wasm32'])
})

test('a package that stands in the folder of the one that names it is not missing', () => {
  const lock = {
    packages: {
      'node_modules/a': { optionalDependencies: { 'b-linux-x64': '1.0.0' } },
      'node_modules/a/node_modules/b-linux-x64': { version: '1.0.0' },
    },
  }
  assert.deepEqual(missingOptional(lock), [])
})
