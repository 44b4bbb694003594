import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { countAttempt, forgetAttemptsBefore } from './attempts.ts'
import { checkAudit, listAudit, readAudit } from './audit-log.ts'
import { createOwner } from './create-owner.ts'
import { createOneTime, takeOneTime } from './one-time.ts'
import { createPerson, findPerson, removeTwoFactor, setDisabled } from './people.ts'
import { addGrant, removeGrant } from './people-grants.ts'
import {
  acceptInvitation,
  createInvitation,
  findInvitation,
  listInvitations,
  revokeInvitation,
} from './people-invitations.ts'
import { endSessions, listSessions } from './sessions.ts'
import { findSignedIn } from './signed-in.ts'

const db = withDatabase()
const noon = new Date('2026-11-22T12:00:00Z')
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)
const hash = (letter: string) => letter.repeat(64)
const everywhere = { editionId: null, blogId: null }
const person = (id: string) => ({
  ...{ id, name: `Person ${id}`, email: `${id}@Example.org`, passwordHash: 'hash', interfaceLocale: 'en' },
  ...{ by: 'test', now: noon },
})

test('of ten who open the first-run link at once one becomes the owner', async () => {
  await createOneTime({ kind: 'first-run', hash: hash('a'), value: 'owner', expiresAt: later(24), now: noon })
  const owners = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      createOwner({ ...person(`owner${index}`), tokenHash: hash('a'), now: later(1) }),
    ),
  )
  assert.equal(owners.filter(({ ok }) => ok).length, 1)
})

test('the last administrator can neither lose the role nor the account', async () => {
  const [owner] = await db.query<{ id: string; grantId: number }>(
    'SELECT u.id, g.id AS "grantId" FROM "User" u JOIN "Grant" g ON g."userId" = u.id',
  )
  assert.ok(owner)
  const change = { userId: owner.id, grantId: owner.grantId, by: 'test', now: noon }
  assert.deepEqual(await removeGrant(change), { ok: false, error: { kind: 'last-administrator' } })
  assert.equal((await setDisabled({ id: owner.id, isDisabled: true, by: 'test', now: noon })).ok, false)
  await createPerson({ ...person('second'), grants: [{ role: 'administrator', ...everywhere }] })
  assert.ok((await removeGrant(change)).ok)
})

test('a role is given once to one place, also where place is everywhere', async () => {
  await createPerson({ ...person('editor'), grants: [] })
  const change = { userId: 'editor', grant: { role: 'editor', ...everywhere } as const, by: 'test', now: noon }
  const answers = await Promise.all([addGrant(change), addGrant(change), addGrant(change)])
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  await assert.rejects(db.query(`INSERT INTO "Grant" ("userId", "role") VALUES ('editor', 'editor')`), /Grant_once/)
})

test('an address is stored in one spelling', async () => {
  assert.equal((await findPerson('editor'))?.email, 'editor@example.org')
  assert.deepEqual(await createPerson({ ...person('other'), email: 'EDITOR@example.org', grants: [] }), {
    ok: false,
    error: { kind: 'email-taken' },
  })
})

test('an invitation opens one account, until its end, and not once withdrawn', async () => {
  const by = { id: 'second', name: 'Person second' }
  const invite = (email: string, tokenHash: string) =>
    createInvitation({
      email,
      grant: { role: 'reporter', ...everywhere },
      tokenHash,
      expiresAt: later(168),
      by,
      now: noon,
    })
  const accept = (tokenHash: string, personId: string, now: Date) =>
    acceptInvitation({ tokenHash, personId, name: 'Guest', passwordHash: 'h', interfaceLocale: 'ky', now })
  assert.ok((await invite('guest@example.org', hash('b'))).ok)
  assert.equal((await accept(hash('b'), 'late', later(169))).ok, false)
  const both = await Promise.all([accept(hash('b'), 'guest1', later(1)), accept(hash('b'), 'guest2', later(1))])
  assert.equal(both.filter(({ ok }) => ok).length, 1)
  assert.equal((await invite('guest@example.org', hash('c'))).ok, false)
  await invite('away@example.org', hash('d'))
  const [open] = await listInvitations(later(1))
  await revokeInvitation(open?.id ?? 0, 'test', later(1))
  assert.equal(await findInvitation(hash('d'), later(2)), null)
})

test('a one-time value is taken once and not after its end', async () => {
  const value = { kind: 'password-reset', value: 'editor', expiresAt: later(1), now: noon } as const
  await createOneTime({ ...value, hash: hash('e') })
  const taken = await Promise.all([1, 2, 3].map(() => takeOneTime('password-reset', hash('e'), noon)))
  assert.deepEqual(taken.filter(Boolean), ['editor'])
  await createOneTime({ ...value, hash: hash('f') })
  assert.equal(await takeOneTime('password-reset', hash('f'), later(2)), null)
})

test('a hundred attempts at once count a hundred, and a new window begins at one', async () => {
  const windowMs = 900_000
  const attempts = await Promise.all(
    Array.from({ length: 100 }, () => countAttempt({ key: 'door', windowMs, now: noon })),
  )
  assert.equal(Math.max(...attempts.map(({ count }) => count)), 100)
  assert.equal((await countAttempt({ key: 'door', windowMs, now: later(1) })).count, 1)
})

test('counts of windows that ended are deleted, and those that still count are not', async () => {
  const windowMs = 60_000
  await db.query('TRUNCATE "RateLimit"')
  for (const key of ['api:address:1', 'api:address:2']) await countAttempt({ key, windowMs, now: noon })
  await countAttempt({ key: 'api:key:7', windowMs, now: later(1) })
  assert.equal(await forgetAttemptsBefore(later(1)), 2)
  assert.equal((await countAttempt({ key: 'api:key:7', windowMs, now: later(1) })).count, 2)
  assert.deepEqual(await db.query('SELECT "key" FROM "RateLimit"'), [{ key: 'api:key:7' }])
})

test('a session stands for its person until it ends, is ended, or the account is closed', async () => {
  const add = (id: string) =>
    db.query(`INSERT INTO "Session" (id, token, "userId", "expiresAt") VALUES ($1, $1, 'editor', $2)`, [id, later(2)])
  await add('one')
  await add('two')
  assert.equal((await findSignedIn('one', noon))?.grants[0]?.role, 'editor')
  assert.equal(await findSignedIn('one', later(3)), null)
  await endSessions({ user: { id: 'guest1', name: 'G', sessionId: 'x' }, which: { id: 'two' }, now: noon })
  assert.equal((await listSessions('editor', noon)).length, 2)
  await endSessions({ user: { id: 'editor', name: 'E', sessionId: 'one' }, which: 'others', now: noon })
  assert.deepEqual(
    (await listSessions('editor', noon)).map(({ id }) => id),
    ['one'],
  )
  await setDisabled({ id: 'editor', isDisabled: true, by: 'test', now: noon })
  assert.equal(await findSignedIn('one', noon), null)
})

test('who lost phone and codes is let in by the password again, and whoever found the phone is out', async () => {
  await createPerson({ ...person('lost'), grants: [] })
  await db.query(`UPDATE "User" SET "twoFactorEnabled" = true WHERE id = 'lost'`)
  await db.query(`INSERT INTO "TwoFactor" (id, secret, "backupCodes", "userId") VALUES ('t', 's', '[]', 'lost')`)
  await db.query(`INSERT INTO "Session" (id, token, "userId", "expiresAt") VALUES ('l', 'l', 'lost', $1)`, [later(2)])
  for (const _ of [1, 2]) await removeTwoFactor({ id: 'lost', by: 'test', now: noon })
  assert.equal((await findPerson('lost'))?.hasTwoFactor, false)
  assert.deepEqual(await listSessions('lost', noon), [])
  assert.deepEqual(await db.query(`SELECT id FROM "TwoFactor" WHERE "userId" = 'lost'`), [])
  const filter = { actor: null, action: 'person.two-factor-off', subject: 'person:lost', from: null, until: null }
  assert.equal((await listAudit(filter, null)).lines.length, 1)
})

test('an invitation by somebody whose account is closed is no open one: its link leads nowhere', async () => {
  await createPerson({ ...person('inviter'), grants: [] })
  const by = { id: 'inviter', name: 'I' }
  const grant = { role: 'reporter', ...everywhere } as const
  await createInvitation({
    ...{ email: 'late@example.org', grant, tokenHash: hash('9'), expiresAt: later(2), by, now: noon },
  })
  await setDisabled({ id: 'inviter', isDisabled: true, by: 'test', now: noon })
  assert.ok((await listInvitations(noon)).every(({ email }) => email !== 'late@example.org'))
})

test('the audit log tells all of it, filtered and paged, and its seals break when a line is changed', async () => {
  const filter = { actor: null, action: 'person.', subject: 'person:editor', from: null, until: null }
  const { lines, next } = await listAudit(filter, null)
  assert.ok(lines.length >= 4 && next === null)
  assert.ok(lines.every(({ subject }) => subject === 'person:editor'))
  assert.deepEqual((await listAudit({ ...filter, action: '_erson' }, null)).lines, [])
  const whole = await Array.fromAsync(readAudit({ ...filter, action: null, subject: null }))
  assert.deepEqual(await checkAudit(), { kind: 'intact', count: whole.length })
  await db.query('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER')
  await db.query(`UPDATE "AuditEvent" SET "actor" = 'nobody' WHERE id = $1`, [whole[2]?.id])
  assert.deepEqual(await checkAudit(), { kind: 'broken', id: whole[2]?.id })
})
