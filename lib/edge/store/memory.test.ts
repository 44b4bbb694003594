import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lifetime } from '../test-edge.ts'
import { bytesOf, type Entry } from './entry.ts'
import { createMemory } from './memory.ts'

function entry(key: string, more: Partial<Entry> = {}): Entry {
  return {
    key,
    status: 200,
    headers: [],
    hash: key,
    bodies: { kind: 'plain', identity: Buffer.alloc(9000) },
    tags: new Set([`tag:${key}`, 'all']),
    lifetime,
    renderedAt: 0,
    freshUntil: 1,
    changesAt: null,
    staleAt: null,
    isTrusted: true,
    isStorable: true,
    cacheControl: null,
    isTail: false,
    isUsed: false,
    heads: null,
    ...more,
  }
}

const one = bytesOf(entry('/a'))

test('bytes stay below the bound and the unused go first', () => {
  const memory = createMemory(one * 3)
  for (const key of ['/a', '/b', '/c']) memory.put(entry(key))
  const kept = memory.get('/a')
  assert.ok(kept)
  kept.isUsed = true
  memory.put(entry('/d'))
  assert.ok(memory.get('/a'), 'used since the last look')
  assert.equal(memory.get('/b'), undefined)
  assert.ok(memory.size().bytes <= one * 3)
  memory.put(entry('/e'))
  memory.put(entry('/f'))
  memory.put(entry('/g'))
  assert.equal(memory.get('/a'), undefined, 'the second round was its last')
})

test('eviction ends when everything was used', () => {
  const memory = createMemory(one * 2)
  for (const key of ['/a', '/b', '/c', '/d']) {
    memory.put(entry(key, { isUsed: true }))
    assert.ok(memory.size().bytes <= one * 2)
  }
})

test('a replaced entry is counted once, and not found by its old tags', () => {
  const memory = createMemory(one * 10)
  memory.put(entry('/a', { tags: new Set(['old']) }))
  memory.put(entry('/a', { tags: new Set(['new']) }))
  assert.equal(memory.size().entries, 1)
  assert.deepEqual(memory.tagged(['old']), [])
  assert.equal(memory.tagged(['new', 'new']).length, 1)
})

test('misses evict each other, never pages', () => {
  const memory = createMemory(one * 16)
  for (let n = 0; n < 10; n += 1) memory.put(entry(`/page-${n}`))
  for (let n = 0; n < 1000; n += 1) memory.put(entry(`/miss-${n}`, { isTail: true }))
  for (let n = 0; n < 10; n += 1) assert.ok(memory.get(`/page-${n}`))
  assert.ok(memory.size().bytes <= one * 12)
})

test('what is larger than all of memory is not kept', () => {
  const memory = createMemory(one - 1)
  memory.put(entry('/a'))
  assert.deepEqual(memory.size(), { entries: 0, bytes: 0 })
  assert.deepEqual(memory.tagged(['all']), [])
})

test('an entry whose bodies shrank is counted anew', () => {
  const memory = createMemory(one * 2)
  const shrunk = entry('/a')
  memory.put(shrunk)
  shrunk.bodies = { kind: 'plain', identity: Buffer.alloc(0) }
  memory.resized(shrunk)
  assert.equal(memory.size().bytes, one - 9000)
})
