import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { noon } from '#lib/store/testing/newsroom.ts'
import { createSavedFilter, listSavedFilters, removeSavedFilter, renameSavedFilter } from './saved-filters.ts'

const db = withDatabase()

const save = (userId: string, name: string, isShared = false) =>
  createSavedFilter({ userId, name, query: 'state=draft', isShared, now: noon })

const namesOf = async (userId: string) => (await listSavedFilters(userId)).map(({ name }) => name)

test('filters are one’s own, but for those that are shared', async () => {
  for (const id of ['aida', 'bek'])
    await db.query(`INSERT INTO "User" (id, name, email) VALUES ($1, $1, $1 || '@example.org')`, [id])
  assert.ok((await save('aida', 'Менин долбоорлорум')).ok)
  assert.ok((await save('aida', 'Desk', true)).ok)
  assert.ok((await save('bek', 'Менин долбоорлорум')).ok)
  assert.deepEqual(await namesOf('bek'), ['Менин долбоорлорум', 'Desk'])
  assert.deepEqual(
    (await listSavedFilters('bek')).map(({ isOwn }) => isOwn),
    [true, false],
  )
})

test('a name that one’s tabs have is refused, in capitals too', async () => {
  const taken = { ok: false, error: { kind: 'name-taken' } }
  assert.deepEqual(await save('aida', 'менин ДОЛБООРЛОРУМ'), taken)
  assert.deepEqual(await save('bek', 'DESK'), taken)
  const [own] = await listSavedFilters('bek')
  assert.deepEqual(await renameSavedFilter({ id: own?.id ?? 0, userId: 'bek', name: 'desk' }), taken)
  assert.ok((await renameSavedFilter({ id: own?.id ?? 0, userId: 'bek', name: 'Mine' })).ok)
  assert.deepEqual(await namesOf('bek'), ['Mine', 'Desk'])
})

test('of two that save one name at once, one is refused', async () => {
  const saved = await Promise.all(Array.from({ length: 5 }, () => save('aida', 'At once')))
  assert.equal(saved.filter(({ ok }) => ok).length, 1)
})

test('another’s filter is neither renamed nor removed', async () => {
  const gone = { ok: false, error: { kind: 'no-such-filter' } }
  const shared = (await listSavedFilters('bek')).find(({ isShared }) => isShared)
  const id = shared?.id ?? 0
  assert.deepEqual(await renameSavedFilter({ id, userId: 'bek', name: 'Stolen' }), gone)
  assert.deepEqual(await removeSavedFilter({ id, userId: 'bek' }), gone)
  const removed = await removeSavedFilter({ id, userId: 'aida' })
  assert.deepEqual(removed, { ok: true, value: { name: 'Desk', query: 'state=draft', isShared: true } })
  assert.deepEqual(await namesOf('bek'), ['Mine'])
})
