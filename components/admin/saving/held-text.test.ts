import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import type { HeldText } from './draft-log.ts'
import { articlesHeld } from './held-text.ts'

async function withClock<T>(work: Promise<T>, ms: number): Promise<T> {
  let isOver = false
  const done = work.finally(() => {
    isOver = true
  })
  for (let passed = 0; passed < ms && !isOver; passed += 100) {
    mock.timers.tick(100)
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  assert.ok(isOver, 'no answer in time')
  return done
}

const ago = (ms: number) => new Date(Date.now() - ms).toISOString()

test('each article that only this device has is named once; what an open tab sends meanwhile is not', async (context) => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 })
  context.after(() => mock.timers.reset())
  const old: HeldText = { articleId: 7, at: ago(60_000) }
  assert.deepEqual(await articlesHeld(async () => [old, { ...old, articleId: 8 }, old]), [7, 8])
  assert.deepEqual(await articlesHeld(async () => []), [])
  const typed: HeldText = { articleId: 9, at: ago(100) }
  let looks = 0
  assert.deepEqual(
    await withClock(
      articlesHeld(async () => (++looks < 4 ? [typed, old] : [old])),
      2000,
    ),
    [7],
  )
  assert.deepEqual(
    await withClock(
      articlesHeld(async () => [typed]),
      4000,
    ),
    [9],
  )
})

test('a device that is silent or broken keeps nobody signed in', async (context) => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  context.after(() => mock.timers.reset())
  assert.deepEqual(
    await withClock(
      articlesHeld(() => new Promise(() => undefined)),
      2000,
    ),
    [],
  )
  assert.deepEqual(await articlesHeld(() => Promise.reject(new Error('no storage'))), [])
})
