import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Grant } from '#lib/domain/people/roles.ts'
import { placesOf } from './places.ts'

const everywhere = { editionId: null, blogId: null }
const places = (...grants: readonly Grant[]) => placesOf({ grants }, 'article.review')

test('one role everywhere is enough for every place', () => {
  const grants: readonly Grant[] = [
    { role: 'reporter', editionId: 2, blogId: null },
    { role: 'editor', ...everywhere },
  ]
  assert.deepEqual(places(...grants), { kind: 'everywhere' })
})

test('roles that may not do it name no place', () => {
  const grants: readonly Grant[] = [
    { role: 'reporter', ...everywhere },
    { role: 'editor', editionId: 3, blogId: null },
    { role: 'chief_editor', editionId: null, blogId: 7 },
  ]
  assert.deepEqual(places(...grants), { kind: 'some', editionIds: [3], blogIds: [7] })
})

test('without a role there is nowhere', () => {
  assert.deepEqual(places(), { kind: 'some', editionIds: [], blogIds: [] })
})
