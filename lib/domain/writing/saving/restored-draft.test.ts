import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { restoredDraft } from './restored-draft.ts'

const text = {
  ...{ headline: 'Then', standfirst: 'S', description: null, socialText: null, body: [] },
  ...{ pictureId: null, sources: [], sourceLine: null },
}
const now: Article = {
  ...{ id: 1, editionId: 1, version: 9, blogId: 1, slug: 'now', stage: { kind: 'draft' }, corrections: [] },
  ...{ text: { ...text, headline: 'Now' }, topicIds: [3], suggestedBody: null, deskStageId: null, embargoUntil: null },
  bylines: [{ contributorId: 3, role: null }],
}
const known = { blogIds: [1, 2], topicIds: [1, 2, 3], contributorIds: [1, 2, 3] }

test('everything that a revision kept comes back, in its order', () => {
  const placement = { slug: 'then', blogId: 2, topicIds: [2, 1], bylines: [{ contributorId: 2, role: 'Photo' }] }
  assert.deepEqual(restoredDraft({ text, suggestedBody: null, placement }, now, known), { ...text, ...placement })
})

test('what an early revision did not keep stays as it is', () => {
  const { slug, blogId, topicIds, bylines } = now
  assert.deepEqual(restoredDraft({ text, suggestedBody: null, placement: {} }, now, known), {
    ...text,
    slug,
    blogId,
    topicIds,
    bylines,
  })
})

test('what was suggested in it comes back with it', () => {
  const suggestion = { kind: 'insertion', id: 'suggestion-1', by: 'aida', at: '2026-11-22T12:00:00.000Z' } as const
  const suggestedBody = [{ kind: 'paragraph', content: [{ text: 'New', marks: [suggestion] }] }] as const
  const restored = restoredDraft({ text, suggestedBody, placement: {} }, now, known)
  assert.equal(restored.body, suggestedBody)
  const plain = restoredDraft({ text, suggestedBody: null, placement: {} }, { ...now, suggestedBody }, known)
  assert.equal(plain.body, text.body, 'what is suggested today is no part of what was then')
})

test('what is gone is left out; of a blog that is gone, the one of today stays', () => {
  const placement = {
    ...{ slug: 'then', blogId: 8, topicIds: [9, 1] },
    bylines: [
      { contributorId: 9, role: null },
      { contributorId: 1, role: null },
    ],
  }
  const restored = restoredDraft({ text, suggestedBody: null, placement }, now, known)
  assert.deepEqual([restored.blogId, restored.topicIds, restored.bylines], [1, [1], [{ contributorId: 1, role: null }]])
})
