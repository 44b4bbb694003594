import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#lib/domain/people/roles.ts'
import type { State } from '#lib/domain/workflow/newsroom.ts'
import { heldOf } from './held.ts'

const at = new Date('2026-06-15T12:00:00Z')
const published: State = { kind: 'published', firstAt: at, textChangedAt: null, shows: 'newest' }
const placed = { slug: 'a-valley', blogId: 1, topicIds: [1, 2], bylines: [{ contributorId: 7, role: null }] }
const scope = { editionId: 1, blogId: 1, authorId: 'me' }

function held(role: Role, state: State, change: Partial<typeof placed>, blogId: number | null = null) {
  const user = { id: 'me', grants: [{ role, editionId: null, blogId }] }
  return heldOf({ user, scope: { ...scope, state: state.kind } }, { ...placed, state }, { ...placed, ...change })
}

test('what readers would see at once is for those who publish, or move', () => {
  assert.deepEqual(held('reporter', published, { topicIds: [2, 1] }), ['facts'])
  assert.deepEqual(held('reporter', published, { bylines: [] }), ['facts'])
  assert.deepEqual(held('reporter', published, { slug: 'another' }), ['address'])
  assert.deepEqual(held('reporter', published, { slug: 'another', topicIds: [] }), ['address', 'facts'])
  assert.deepEqual(held('editor', published, { slug: 'another', blogId: 2, topicIds: [], bylines: [] }), [])
  assert.deepEqual(held('reporter', published, {}), [])
})

test('a draft is its writer’s, but in a blog where they write', () => {
  const draft: State = { kind: 'draft' }
  const change = { slug: 'another', topicIds: [], bylines: [] }
  assert.deepEqual(held('reporter', draft, { ...change, blogId: 2 }), [])
  assert.deepEqual(held('reporter', draft, { ...change, blogId: 2 }, 1), ['blog'])
  assert.deepEqual(held('reporter', draft, change, 1), [])
})
