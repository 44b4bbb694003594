import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mostCalendarFeeds } from '#lib/domain/publishing/calendar-feed.ts'
import { database } from '#lib/store/database/client.ts'
import { setDisabled } from '#lib/store/people/people.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { hour, makeEdition, noon, type TestNewsroom } from '#lib/store/testing/newsroom.ts'
import {
  createCalendarFeed,
  endCalendarFeed,
  findCalendarFeed,
  listCalendarFeeds,
  noteCalendarUse,
  renewCalendarFeed,
} from './calendar-feeds.ts'

const db = withDatabase()
let made: Promise<TestNewsroom> | undefined
let serial = 0

const newsroom = () => {
  made ??= makeEdition()
  return made
}

async function makeOwner(role: 'reporter' | 'editor' = 'reporter') {
  const id = `person-${++serial}`
  const by = { id, name: `Person ${serial}` }
  await database().user.create({ data: { ...by, email: `${id}@example.org`, grants: { create: { role } } } })
  return by
}

const hashOf = () => String(++serial).padStart(64, '0')

async function makeFeed(blogId: number | null = null) {
  const by = await makeOwner()
  const { edition } = await newsroom()
  const tokenHash = hashOf()
  const place = { editionId: edition.id, blogId }
  const created = await createCalendarFeed({ place, tokenHash, by, now: noon })
  assert.ok(created.ok)
  const found = await findCalendarFeed(tokenHash)
  assert.ok(found)
  return { by, tokenHash, place, ...found }
}

test('a feed is found by its hash, with its place and its owner as they are now', async () => {
  const { blogId } = await newsroom()
  const { tokenHash, place, feed, owner, blogIdsOfEdition } = await makeFeed(blogId)
  assert.deepEqual(feed, {
    ...{ id: feed.id, place, blogName: 'Rivers', madeAt: noon, lastUsedAt: null, endedAt: null },
  })
  assert.deepEqual(blogIdsOfEdition, [blogId])
  assert.deepEqual(owner.grants, [{ role: 'reporter', editionId: null, blogId: null }])
  assert.equal(owner.isClosed, false)
  await database().grant.deleteMany({ where: { user: { calendars: { some: { tokenHash } } } } })
  assert.deepEqual((await findCalendarFeed(tokenHash))?.owner.grants, [])
})

test('whose account is closed is known to be out', async () => {
  const admin = await makeOwner()
  await database().grant.create({ data: { userId: admin.id, role: 'administrator' } })
  const { by, tokenHash } = await makeFeed()
  assert.ok((await setDisabled({ id: by.id, isDisabled: true, by: 'Ada', now: noon })).ok)
  assert.equal((await findCalendarFeed(tokenHash))?.owner.isClosed, true)
})

test('renewed, it has another address, and the one before opens nothing', async () => {
  const { by, tokenHash, feed } = await makeFeed()
  const newer = hashOf()
  assert.equal(await renewCalendarFeed({ id: feed.id, tokenHash: newer, by, now: hour(1) }), true)
  assert.equal(await findCalendarFeed(tokenHash), null)
  assert.deepEqual((await findCalendarFeed(newer))?.feed.madeAt, hour(1))
})

test('ended, it says so for a day in the list of its owner, and is not renewed', async () => {
  const { by, tokenHash, feed } = await makeFeed()
  assert.equal(await endCalendarFeed({ id: feed.id, by, now: hour(1) }), true)
  assert.equal(await endCalendarFeed({ id: feed.id, by, now: hour(2) }), false)
  assert.deepEqual((await findCalendarFeed(tokenHash))?.feed.endedAt, hour(1))
  assert.equal(await renewCalendarFeed({ id: feed.id, tokenHash: hashOf(), by, now: hour(2) }), false)
  assert.deepEqual(
    (await listCalendarFeeds(by.id, hour(2))).map(({ id }) => id),
    [feed.id],
  )
  assert.deepEqual(await listCalendarFeeds(by.id, hour(26)), [])
})

test('nobody else sees, renews or ends it', async () => {
  const { tokenHash, feed } = await makeFeed()
  const other = await makeOwner()
  assert.equal(await renewCalendarFeed({ id: feed.id, tokenHash: hashOf(), by: other, now: noon }), false)
  assert.equal(await endCalendarFeed({ id: feed.id, by: other, now: noon }), false)
  assert.deepEqual(await listCalendarFeeds(other.id, noon), [])
  assert.equal((await findCalendarFeed(tokenHash))?.feed.endedAt, null)
})

test('so many at a time and no more, also when the last are asked for at once', async () => {
  const by = await makeOwner()
  const { edition } = await newsroom()
  const make = () =>
    createCalendarFeed({ place: { editionId: edition.id, blogId: null }, tokenHash: hashOf(), by, now: noon })
  const tries = await Promise.all(Array.from({ length: mostCalendarFeeds + 3 }, make))
  assert.equal(tries.filter(({ ok }) => ok).length, mostCalendarFeeds)
  const [first] = await listCalendarFeeds(by.id, noon)
  assert.ok(first)
  await endCalendarFeed({ id: first.id, by, now: noon })
  assert.ok((await make()).ok)
})

test('its use is noted once an hour', async () => {
  const { tokenHash, feed } = await makeFeed()
  await noteCalendarUse(feed, hour(1))
  const used = await findCalendarFeed(tokenHash)
  assert.deepEqual(used?.feed.lastUsedAt, hour(1))
  assert.ok(used)
  await noteCalendarUse(used.feed, new Date(hour(2).getTime() - 1))
  assert.deepEqual((await findCalendarFeed(tokenHash))?.feed.lastUsedAt, hour(1))
  await noteCalendarUse(used.feed, hour(2))
  assert.deepEqual((await findCalendarFeed(tokenHash))?.feed.lastUsedAt, hour(2))
})

test('the trail tells what was done, and no secret', async () => {
  const { by, feed, tokenHash } = await makeFeed()
  await renewCalendarFeed({ id: feed.id, tokenHash: hashOf(), by, now: noon })
  await endCalendarFeed({ id: feed.id, by, now: noon })
  const rows = await db.query<{ action: string; details: object }>(
    `SELECT "action", "details" FROM "AuditEvent" WHERE "subject" = $1 ORDER BY "id"`,
    [`person:${by.id}`],
  )
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['person.subscribe-calendar', 'person.renew-calendar', 'person.end-calendar'],
  )
  assert.ok(!JSON.stringify(rows).includes(tokenHash))
})
