import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article, State } from '#lib/domain/workflow/newsroom.ts'
import { saysTheSame } from '#lib/domain/workflow/revision-facts.ts'
import { acceptAll, rejectAll, settle } from '#lib/domain/writing/suggesting/settle.ts'
import { hasSuggestions } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { suggestedBodyOf } from '#lib/domain/writing/suggesting/testing/suggested-bodies.ts'
import { isSameDraft } from '../saving/merge.ts'
import { draftOf, withDraft } from './article-draft.ts'
import { bodyOf, chance } from './testing/bodies.ts'

const body = bodyOf(chance(1))
const suggested = suggestedBodyOf(chance(2), body)
const published = { kind: 'published', firstAt: new Date(0), textChangedAt: null, shows: 'newest' } as const
const article = (state: State): Article => ({
  ...{ id: 1, editionId: 1, version: 1, blogId: 1, slug: 'river', state, suggestedBody: null, corrections: [] },
  ...{ topicIds: [], bylines: [], deskStageId: null, embargoUntil: null },
  text: {
    ...{ headline: 'River', standfirst: 'S', description: null, pictureId: null, sources: [], sourceLine: null },
    body,
  },
})
const ground = { newestRevisionId: 7 }
const saved = (before: Article, given: Partial<ReturnType<typeof draftOf>>): Article => {
  const after = withDraft(before, { ...draftOf(before), ...given }, ground)
  return after.ok ? after.value : assert.fail(after.error.kind)
}

test('what is suggested in a published text leaves its words, and what readers see, as they are', () => {
  const before = article(published)
  const after = saved(before, { body: suggested })
  assert.deepEqual(after.text, before.text)
  assert.deepEqual(after.state, published, 'there is no newer text that waits')
  assert.ok(!saysTheSame(before, after))
  assert.deepEqual(draftOf(after).body, suggested, 'and the editor has it again')
  assert.deepEqual(saved(after, {}), after)
})

test('to accept is to write: the newer text waits; to reject is not', () => {
  const open = saved(article(published), { body: suggested })
  const accepted = saved(open, { body: acceptAll(suggested) })
  assert.deepEqual(accepted.text.body, acceptAll(suggested))
  assert.deepEqual([accepted.suggestedBody, accepted.state], [null, { ...published, shows: { revisionId: 7 } }])
  const rejected = saved(open, { body: rejectAll(suggested) })
  assert.deepEqual([rejected.text.body, rejected.suggestedBody, rejected.state], [body, null, published])
})

test('with some settled, the text is always the draft without what is still open', () => {
  for (let seed = 0; seed < 50; seed++) {
    const draft = settle(
      suggestedBodyOf(chance(seed), body),
      ['suggestion-1', 'suggestion-2', 'suggestion-3'],
      'accept',
    )
    const after = saved(article({ kind: 'draft' }), { body: draft })
    assert.deepEqual(after.text.body, rejectAll(draft))
    assert.deepEqual(after.suggestedBody, hasSuggestions(draft) ? draft : null)
  }
})

test('another headline goes with suggestions that stay open', () => {
  const open = saved(article({ kind: 'draft' }), { body: suggested })
  const after = saved(open, { headline: 'Rivers' })
  assert.deepEqual([after.text.headline, after.suggestedBody], ['Rivers', suggested])
})

test('a text for social networks that was typed and taken away again is no newer text', () => {
  const before = article(published)
  assert.deepEqual(saved(before, { socialText: null }), before)
  assert.ok(isSameDraft(draftOf(before), { ...draftOf(before), socialText: null }))
  assert.notDeepEqual(saved(before, { socialText: 'Look' }).state, published)
})
