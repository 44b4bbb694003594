import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '#lib/runtime/testing/until.ts'
import { countAttempt } from '#lib/store/people/attempts.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { startForgettingAttempts } from './forget-attempts.ts'

const db = withDatabase()
const keys = () => db.query<{ key: string }>('SELECT "key" FROM "RateLimit" ORDER BY "key"')

test('a process that serves deletes counts that are hours old, and leaves those of now', async () => {
  const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000)
  await countAttempt({ key: 'api:address:gone', windowMs: 60_000, now: twoHoursAgo })
  await countAttempt({ key: 'sign-in:address:here', windowMs: 900_000, now: new Date() })
  const job = startForgettingAttempts((message, error) => assert.fail(`${message}: ${error}`))
  await until(async () => (await keys()).length === 1)
  await job.stop()
  assert.deepEqual(await keys(), [{ key: 'sign-in:address:here' }])
})
