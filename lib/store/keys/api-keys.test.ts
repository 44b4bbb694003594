import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, hour, makeEdition, noon } from '#lib/store/testing/newsroom.ts'
import { createApiKey, findApiKey, listApiKeys, revokeApiKey } from './api-keys.ts'
import { listKeyPlaces } from './key-places.ts'

const db = withDatabase()
const everything = { editionId: null, blogId: null, topicId: null }
const person = { id: 'person', name: by.name }

test('a key reads what it was made for, until it is revoked', async () => {
  const { edition, blogId, topicId } = await makeEdition()
  await db.query(
    `INSERT INTO "User" ("id", "name", "email", "updatedAt") VALUES ('person', 'P', 'p@example.org', now())`,
  )
  const places = [
    [everything, { kind: 'site' }],
    [
      { ...everything, editionId: edition.id },
      { kind: 'edition', editionId: edition.id },
    ],
    [
      { ...everything, blogId },
      { kind: 'blog', editionId: edition.id, blogId },
    ],
    [
      { ...everything, topicId },
      { kind: 'topic', editionId: edition.id, topicId },
    ],
  ] as const
  for (const [index, [place, reach]] of places.entries()) {
    const tokenHash = `hash-${index}`
    const created = await createApiKey({
      name: `Partner ${index}`,
      place,
      tokenHash,
      hint: 'mh_ab',
      by: person,
      now: noon,
    })
    assert.ok(created.ok)
    assert.deepEqual((await findApiKey(tokenHash, hour(1)))?.reach, reach)
  }
  const keys = await listApiKeys()
  assert.deepEqual(
    keys.map(({ place }) => place?.name),
    ['Water, Masthead (en)', 'Rivers, Masthead (en)', 'Masthead (en)', undefined],
  )
  assert.ok(keys.every(({ lastUsedAt }) => lastUsedAt?.getTime() === hour(1).getTime()))
  assert.equal(await findApiKey('hash-9', noon), null)

  const id = keys[0]?.id ?? 0
  assert.ok((await revokeApiKey({ id, by: by.name, now: hour(2) })).ok)
  assert.equal(await findApiKey('hash-3', hour(3)), null)
  assert.ok(!(await revokeApiKey({ id, by: by.name, now: hour(3) })).ok)
  assert.deepEqual(
    (await listApiKeys()).map(({ revokedAt }) => revokedAt?.getTime()),
    [undefined, undefined, undefined, hour(2).getTime()],
  )
})

test('what was done with keys is in the audit trail, and no key is anywhere', async () => {
  const events = await db.query<{ action: string; details: object }>(
    `SELECT "action", "details" FROM "AuditEvent" WHERE "action" LIKE 'key.%' ORDER BY "id"`,
  )
  assert.deepEqual(
    events.map(({ action }) => action),
    [...Array(4).fill('key.create'), 'key.revoke'],
  )
  assert.doesNotMatch(JSON.stringify(events), /hash-/)
})

test('a place that is gone gets no key, and two places none either', async () => {
  const refused = await createApiKey({
    ...{ name: 'X', tokenHash: 'x', hint: 'x', by: person, now: noon },
    place: { ...everything, blogId: 9999 },
  })
  assert.ok(!refused.ok)
  await assert.rejects(
    db.query(`INSERT INTO "ApiKey" ("name", "tokenHash", "hint", "editionId", "blogId") VALUES ('x', 'y', 'z', 1, 1)`),
    /ApiKey_one_place/,
  )
})

test('every edition, blog and topic can have one', async () => {
  const { editions, blogs, topics } = await listKeyPlaces()
  assert.deepEqual([editions.length, blogs.length, topics.length], [1, 1, 1])
})
