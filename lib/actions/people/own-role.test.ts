import assert from 'node:assert/strict'
import { test } from 'node:test'
import { database } from '#lib/store/database/client.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { outcomeOf, signInToTest } from '../testing/next-request.ts'
import { formOf } from '../testing/refusal-cases.ts'

withDatabase()
// After next-request.ts has put its stand-ins in place.
const { takeRole } = await import('./roles.ts')

test('who gives up the role that opens People is led out of it; who keeps it stays', async () => {
  await signInToTest('administrator')
  const { id } = await signInToTest('administrator')
  await database().grant.create({ data: { userId: id, role: 'reporter', createdAt: new Date() } })
  const grants = await database().grant.findMany({ where: { userId: id }, orderBy: { id: 'desc' } })
  const give = (grantId = 0) =>
    outcomeOf(() => takeRole({ kind: 'idle' }, formOf({ personId: id, grantId: String(grantId) })))
  assert.equal((await give(grants[0]?.id)).kind, 'answered')
  assert.equal((await give(grants[1]?.id)).kind, 'moved')
})
