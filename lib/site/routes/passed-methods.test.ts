import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { passedMethods } from './passed-methods.ts'
import { routeOf } from './routes.ts'

const app = join(import.meta.dirname, '../../../app')
const handlers = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('/route.ts'))

/** The address of a handler as it is asked for; folders in parentheses are none of it. */
function addressOf(file: string): string {
  const segments = file.split('/').slice(0, -1)
  const path = `/${segments.filter((one) => !one.startsWith('(')).join('/')}`
  return path.replace(/\[[^\]]+\]/g, 'x').replace('/index-now/x', `/${'a'.repeat(32)}.txt`)
}

function methodsIn(file: string): string {
  const text = readFileSync(join(app, file), 'utf8')
  const found = [...text.matchAll(/^export (?:async function|function|const) ([A-Z]+)\b/gm)].map(
    ([, name]) => name ?? '',
  )
  return [...new Set([...found, 'OPTIONS', ...(found.includes('GET') ? ['HEAD'] : [])])].toSorted().join(', ')
}

test('every handler that is asked past the page cache has its methods told', () => {
  const passed = handlers.filter((file) => routeOf(addressOf(file)).kind === 'pass')
  assert.ok(passed.length >= 15, String(passed.length))
  for (const file of passed) assert.equal(passedMethods(addressOf(file)), methodsIn(file), file)
})

test('pages of the newsroom and files have none: whoever answers for them says it', () => {
  for (const path of ['/admin', '/admin/articles/5', '/media/x/16x9-320.avif', '/health', '/_next/x'])
    assert.equal(passedMethods(path), null, path)
})
