import assert from 'node:assert/strict'
import { test } from 'node:test'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { outcomeOf, signInToTest } from '../testing/next-request.ts'
import { formOf } from '../testing/refusal-cases.ts'

withDatabase()
// After next-request.ts has put its stand-ins in place.
const { renamePasskey } = await import('./sessions.ts')

const rename = (id: string, name: string) => outcomeOf(() => renamePasskey({ kind: 'idle' }, formOf({ id, name })))
const nameOf = async (id: string) => (await database().passkey.findUniqueOrThrow({ where: { id } })).name
const trailOf = (personId: string) =>
  database().auditEvent.findMany({ where: { subject: `person:${personId}`, action: 'person.rename-passkey' } })

async function givePasskey(userId: string, name: string): Promise<string> {
  const id = `passkey-of-${userId}`
  const key = { publicKey: '', credentialID: id, counter: 0, deviceType: 'singleDevice', backedUp: false }
  await inTransaction((open) => open.passkey.create({ data: { id, userId, name, ...key } }))
  return id
}

test('one’s own passkey takes another name, once in the audit log', async () => {
  const me = await signInToTest(null)
  const id = await givePasskey(me.id, 'Desk computer')
  for (const _ of ['once', 'again']) assert.equal((await rename(id, '  Laptop \n at home ')).kind, 'answered')
  assert.equal(await nameOf(id), 'Laptop at home')
  const [line, ...others] = await trailOf(me.id)
  assert.deepEqual([line?.details, others], [{ from: 'Desk computer', to: 'Laptop at home' }, []])
})

test('nobody renames another’s passkey, an administrator neither', async () => {
  const { id: owner } = await signInToTest('reporter')
  const id = await givePasskey(owner, 'Desk computer')
  const other = await signInToTest('administrator')
  assert.deepEqual(await rename(id, 'Mine now'), { kind: 'refused' })
  assert.equal(await nameOf(id), 'Desk computer')
  assert.deepEqual([await trailOf(owner), await trailOf(other.id)], [[], []])
})

test('a name has one to eighty characters; what is wrong is said at its field, and what was typed stays', async () => {
  const me = await signInToTest('editor')
  const id = await givePasskey(me.id, 'Desk computer')
  for (const name of [' \n ', 'n'.repeat(81)]) {
    const state = await renamePasskey({ kind: 'idle' }, formOf({ id, name }))
    assert.ok(state.kind === 'rejected')
    assert.deepEqual([Object.keys(state.errors), state.values?.name], [['name'], name])
  }
  assert.equal(await nameOf(id), 'Desk computer')
  assert.equal((await rename(id, 'n'.repeat(80))).kind, 'answered')
})
