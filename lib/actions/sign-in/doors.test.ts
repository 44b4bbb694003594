import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { symmetricEncrypt } from 'better-auth/crypto'
import { hashPassword } from '#lib/auth/password.ts'
import { until } from '#lib/runtime/testing/until.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { findRefusedSignIns } from '#lib/store/people/guesses.ts'
import { createPerson } from '#lib/store/people/people.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { challengeInTest, outcomeOf, signOutOfTest } from '../testing/next-request.ts'
import { formOf } from '../testing/refusal-cases.ts'

withDatabase()
// After next-request.ts has put its stand-ins in place.
const { sendCode } = await import('./code.ts')
const { signIn } = await import('./sign-in.ts')
const { setNewPassword } = await import('./reset.ts')
const { auth } = await import('#lib/auth/auth.ts')
const { createResetLink } = await import('#lib/auth/links/reset-link.ts')
const password = 'a valley with three borders'

async function makePerson() {
  const id = randomBytes(8).toString('hex')
  const person = { id, name: `Person ${id}`, email: `${id}@example.org`, interfaceLocale: 'en' }
  await createPerson({ ...person, by: 'test', now: new Date(), passwordHash: await hashPassword(password), grants: [] })
  return person
}

async function giveSecondStep(userId: string, recoveryCode: string): Promise<void> {
  const key = (await auth().$context).secretConfig
  const [secret, backupCodes] = await Promise.all(
    ['a secret of an app, of 32 letters', JSON.stringify([recoveryCode])].map((data) =>
      symmetricEncrypt({ key, data }),
    ),
  )
  assert.ok(secret && backupCodes)
  await inTransaction(async (open) => {
    await open.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } })
    await open.twoFactor.create({ data: { id: userId, userId, secret, backupCodes } })
  })
}

const trailOf = (id: string, action: string) =>
  database().auditEvent.findMany({
    where: { subject: `person:${id}`, action },
    orderBy: { id: 'asc' },
  })
const tryCode = (code: string) => outcomeOf(() => sendCode(idle, formOf({ code })))

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

test('a wrong code of the second step stands in the audit log, without the code', async () => {
  const { id } = await makePerson()
  await giveSecondStep(id, 'abcde-FGHIJ')
  await challengeInTest(id)
  assert.deepEqual(await tryCode('000000'), { kind: 'refused' })
  assert.deepEqual(await tryCode('abcde-WRONG'), { kind: 'refused' })
  assert.deepEqual(await tryCode('abcde-FGHIJ'), { kind: 'moved' })
  const lines = await trailOf(id, 'person.refused-code')
  assert.deepEqual(
    lines.map(({ actor, details }) => [actor, details]),
    [
      ['nobody', { by: 'code' }],
      ['nobody', { by: 'recovery-code' }],
    ],
  )
  const { passwords, codes } = await findRefusedSignIns(id, new Date(Date.now() - 60_000))
  assert.deepEqual([passwords, codes?.count], [null, 2])
})

test('more wrong codes in a row than anyone mistypes are guessing, whatever sign-ins they belong to', async () => {
  const { id } = await makePerson()
  await giveSecondStep(id, 'abcde-FGHIJ')
  for (const round of ['1', '2']) {
    await challengeInTest(id)
    for (const code of [`00000${round}`, `10000${round}`, 'abcde-WRONG', `20000${round}`, 'abcde-FALSE'])
      assert.deepEqual(await tryCode(code), { kind: 'refused' })
  }
  assert.equal((await trailOf(id, 'person.refused-code')).length, 10)
  assert.equal((await trailOf(id, 'person.guessed-at')).length, 0)
  await challengeInTest(id)
  assert.deepEqual(await tryCode('abcde-FGHIJ'), { kind: 'refused' })
  // Written down after the answer.
  for (let look = 0; look < 500 && (await trailOf(id, 'person.guessed-at')).length === 0; look += 1)
    await setTimeout(10)
  assert.deepEqual(
    (await trailOf(id, 'person.guessed-at')).map(({ details }) => details),
    [{ by: 'code' }],
  )
})
