import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { restoredDraft } from './restored-draft.ts'

const text = {
  ...{ headline: 'Then', standfirst: 'S', description: null, socialText: null, body: [] },
  ...{ pictureId: null, sources: [], sourceLine: null },
}
const now: Article = {
  ...{ id: 1, editionId: 1, version: 9, blogId: 1, slug: 'now', state: { kind: 'draft' }, corrections: [] },
  ...{ text: { ...text, headline: 'Now' }, topicIds: [3], suggestedBody: null, deskStageId: null, embargoUntil: null },
  bylines: [{ contributorId: 3, role: null }],
}
const itself = new Map([1, 2, 3].map((id) => [id, id]))
const standing = { blogIds: [1, 2], pictures: new Set([1]), topics: itself, contributors: itself }

type Then = Partial<Parameters<typeof restoredDraft>[0]>
const restore = (then: Then, today = now) =>
  restoredDraft({ text, suggestedBody: null, placement: {}, ...then }, today, standing)

test('everything that a revision kept comes back, in its order', () => {
  const placement = { slug: 'then', blogId: 2, topicIds: [2, 1], bylines: [{ contributorId: 2, role: 'Photo' }] }
  assert.deepEqual(restore({ placement }), { draft: { ...text, ...placement }, leftOut: 0 })
})

test('what an early revision did not keep stays as it is', () => {
  const { slug, blogId, topicIds, bylines } = now
  assert.deepEqual(restore({}), { draft: { ...text, slug, blogId, topicIds, bylines }, leftOut: 0 })
})

test('what was suggested in it comes back with it', () => {
  const suggestion = { kind: 'insertion', id: 'suggestion-1', by: 'aida', at: '2026-11-22T12:00:00.000Z' } as const
  const suggestedBody = [{ kind: 'paragraph', content: [{ text: 'New', marks: [suggestion] }] }] as const
  assert.deepEqual(restore({ suggestedBody }).draft.body, suggestedBody)
  const plain = restore({}, { ...now, suggestedBody })
  assert.deepEqual(plain.draft.body, text.body, 'what is suggested today is no part of what was then')
})

test('what is gone is left out and counted; of a blog that is gone, the one of today stays', () => {
  const placement = {
    ...{ slug: 'then', blogId: 8, topicIds: [9, 1] },
    bylines: [
      { contributorId: 9, role: null },
      { contributorId: 1, role: null },
    ],
  }
  const figure = (pictureId: number) => ({ kind: 'figure', pictureId, size: 'text' }) as const
  const { draft, leftOut } = restore({ placement, text: { ...text, pictureId: 8, body: [figure(9), figure(1)] } })
  assert.deepEqual([draft.blogId, draft.topicIds, draft.bylines], [1, [1], [{ contributorId: 1, role: null }]])
  assert.deepEqual([draft.pictureId, draft.body, leftOut], [null, [figure(1)], 4])
})

test('what was merged since comes back as what it became, once', () => {
  const merged = new Map([...itself, [7, 2]])
  const bylines = [7, 2].map((contributorId) => ({ contributorId, role: null }))
  const then = { text, suggestedBody: null, placement: { topicIds: [7, 2, 1], bylines } }
  const { draft, leftOut } = restoredDraft(then, now, { ...standing, topics: merged, contributors: merged })
  assert.deepEqual([draft.topicIds, draft.bylines, leftOut], [[2, 1], [{ contributorId: 2, role: null }], 0])
})
