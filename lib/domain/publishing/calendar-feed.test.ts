import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Grant, Role } from '#lib/domain/people/roles.ts'
import { feedSpan, openFeed, seesPlace } from './calendar-feed.ts'

const now = new Date('2026-06-15T12:00:00Z')
const edition = { editionId: 1, blogId: null }
const grant = (role: Role, place: Partial<Grant> = {}): Grant => ({ role, editionId: null, blogId: null, ...place })
const places = (editionIds: readonly number[], blogIds: readonly number[]) =>
  ({ kind: 'some', editionIds, blogIds }) as const

test('a place is seen by whoever has something in it', () => {
  const blog = { editionId: 1, blogId: 11 }
  const cases = [
    [{ kind: 'everywhere' }, edition, true],
    [{ kind: 'everywhere' }, blog, true],
    [places([1], []), edition, true],
    [places([1], []), blog, true],
    [places([2], []), edition, false],
    [places([2], []), blog, false],
    [places([], [11]), edition, true],
    [places([], [11]), blog, true],
    [places([], [12]), blog, false],
    [places([], [21]), edition, false],
    [places([], []), edition, false],
  ] as const
  for (const [own, asked, isSeen] of cases)
    assert.equal(seesPlace(own, asked, [11, 12]), isSeen, JSON.stringify([own, asked]))
})

const owner = { grants: [grant('reporter')], interfaceLocale: 'en', isClosed: false, hasTwoFactor: false }
const feed = { place: edition, endedAt: null }
const ground = { blogIdsOfEdition: [11, 12], twoFactorRoles: [] }

test('an address opens what its owner may see at that moment', () => {
  assert.deepEqual(openFeed(feed, owner, ground), { kind: 'open', places: { kind: 'everywhere' } })
  const inBlog = { ...owner, grants: [grant('contributor', { blogId: 12 })] }
  assert.deepEqual(openFeed(feed, inBlog, ground), { kind: 'open', places: places([], [12]) })
})

test('it opens nothing once it is ended, and nothing while its owner may not come in', () => {
  assert.equal(openFeed({ ...feed, endedAt: now }, owner, ground).kind, 'ended')
  assert.equal(openFeed(feed, { ...owner, isClosed: true }, ground).kind, 'shut')
  assert.equal(openFeed(feed, { ...owner, grants: [] }, ground).kind, 'shut')
  assert.equal(openFeed(feed, { ...owner, grants: [grant('editor', { editionId: 2 })] }, ground).kind, 'shut')
  const inBlog = { ...feed, place: { editionId: 1, blogId: 11 } }
  assert.equal(openFeed(inBlog, { ...owner, grants: [grant('editor', { blogId: 12 })] }, ground).kind, 'shut')
})

test('a role that wants a second factor wants it here too', () => {
  const wanted = { ...ground, twoFactorRoles: ['reporter'] } as const
  assert.equal(openFeed(feed, owner, wanted).kind, 'shut')
  assert.equal(openFeed(feed, { ...owner, hasTwoFactor: true }, wanted).kind, 'open')
  assert.equal(openFeed(feed, { ...owner, grants: [grant('editor')] }, wanted).kind, 'open')
})

test('a subscriber gets the week behind and a year ahead', () => {
  const { from, until } = feedSpan(now)
  assert.equal(from.toISOString(), '2026-06-08T12:00:00.000Z')
  assert.equal(until.toISOString(), '2027-06-16T12:00:00.000Z')
})
