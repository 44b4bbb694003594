import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { hashPassword } from '#lib/auth/password.ts'
import { until } from '#lib/runtime/testing/until.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { createPerson } from '#lib/store/people/people.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { outcomeOf, signOutOfTest } from '../testing/next-request.ts'
import { formOf } from '../testing/refusal-cases.ts'

withDatabase()
// After next-request.ts has put its stand-ins in place.
const { sendCode } = await import('./code.ts')
const { signIn } = await import('./sign-in.ts')
const { setNewPassword } = await import('./reset.ts')
const { createResetLink } = await import('#lib/auth/links/reset-link.ts')
const password = 'a valley with three borders'

async function makePerson() {
  const id = randomBytes(8).toString('hex')
  const person = { id, name: `Person ${id}`, email: `${id}@example.org`, interfaceLocale: 'en' }
  await createPerson({ ...person, by: 'test', now: new Date(), passwordHash: await hashPassword(password), grants: [] })
  return person
}

const idle = { kind: 'idle' } as const
const tryPassword = (email: string, word: string) => outcomeOf(() => signIn(idle, formOf({ email, password: word })))
const saidBy = async (call: () => Promise<unknown>) => JSON.stringify(await outcomeOf(call))

test('a newsroom behind one address signs in with more codes than one account may try', async () => {
  signOutOfTest()
  for (let colleague = 1; colleague <= 11; colleague += 1) {
    const state = await sendCode(idle, formOf({ code: '123456' }))
    assert.equal(state.kind === 'refused' && state.refusal.kind, 'over')
  }
})

test('a wrong password is answered while others write the audit log, as an account that nobody has is', async () => {
  signOutOfTest()
  const { id, email } = await makePerson()
  const trail = () =>
    database().auditEvent.count({ where: { subject: `person:${id}`, action: 'person.refused-sign-in' } })
  const [held, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const writer = inTransaction(async (open) => {
    await open.$queryRaw`SELECT true AS "locked" FROM pg_advisory_xact_lock(hashtext('masthead audit trail'))`
    held.resolve()
    await over.promise
  })
  await held.promise
  const answer = await Promise.race([tryPassword(email, 'not this one at all'), setTimeout(9_000, 'kept waiting')])
  over.resolve()
  await writer
  assert.deepEqual(answer, { kind: 'refused' })
  await until(async () => (await trail()) > 0)
  assert.equal(await trail(), 1)
})

test('who set a new password by a link is not kept waiting for the old guesses', async () => {
  signOutOfTest()
  const { id, email } = await makePerson()
  for (let guess = 1; guess <= 11; guess += 1) await tryPassword(email, `not this one ${guess}`)
  assert.match(await saidBy(() => signIn(idle, formOf({ email, password }))), /refused/)
  const token = new URL(await createResetLink(id, 60_000)).searchParams.get('token') ?? ''
  const words = 'three borders in a valley'
  await outcomeOf(() => setNewPassword(idle, formOf({ token, password: words, passwordAgain: words })))
  assert.deepEqual(await tryPassword(email, words), { kind: 'moved' })
})
