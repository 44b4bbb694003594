import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importsOf } from './imports.ts'

test('static, type-only, side-effect, re-exporting and dynamic imports are found', () => {
  const source = `
import a from 'a'
import type { B } from "#lib/domain/b.ts"
import 'server-only'
export { c } from './c.ts'
import {
  d,
} from './d.ts'
const e = await import('./e.ts')
`
  assert.deepEqual(importsOf(source), ['a', '#lib/domain/b.ts', 'server-only', './c.ts', './d.ts', './e.ts'])
})

test('comments do not import', () => {
  assert.deepEqual(importsOf(`// import a from 'a'\n/* import b from 'b' */\nconst c = 1`), [])
})
