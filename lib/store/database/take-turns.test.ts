import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { inTransaction } from './client.ts'
import { takeTurns } from './take-turns.ts'

withDatabase()

test('who comes by the same name waits for the end of the other transaction; another name waits for nobody', async () => {
  const said: string[] = []
  const held = Promise.withResolvers<void>()
  const isTaken = Promise.withResolvers<void>()
  const first = inTransaction(async () => {
    await takeTurns('a test')
    isTaken.resolve()
    await held.promise
    said.push('first')
  })
  await isTaken.promise
  const second = inTransaction(async () => {
    await takeTurns('a test')
    said.push('second')
  })
  await inTransaction(async () => {
    await takeTurns('another test')
    said.push('other')
  })
  held.resolve()
  await Promise.all([first, second])
  assert.deepEqual(said, ['other', 'first', 'second'])
})
