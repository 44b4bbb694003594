import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article, State } from './newsroom.ts'
import { withoutApproval } from './without-approval.ts'

const at = new Date('2026-06-15T12:00:00Z')
const later = new Date('2026-06-16T12:00:00Z')
const article = (state: State): Article => ({
  ...{ id: 1, editionId: 1, version: 1, blogId: 1, slug: 'bridge', state, topicIds: [], bylines: [], corrections: [] },
  text: {
    ...{
      headline: 'Bridge',
      standfirst: '',
      description: null,
      body: [],
      pictureId: null,
      sources: [],
      sourceLine: null,
    },
  },
  deskStageId: null,
  suggestedBody: null,
  embargoUntil: later,
})
const live = { kind: 'published', firstAt: at, textChangedAt: null, shows: { revisionId: 7 } } as const

const cases: readonly (readonly [string, State, State])[] = [
  ['an approved article waits for review again', { kind: 'approved' }, { kind: 'in_review' }],
  ['a scheduled one too, and goes out at no time', { kind: 'scheduled', for: later }, { kind: 'in_review' }],
  [
    'newer text stays off the schedule, and readers see what they saw',
    { ...live, updateAt: later },
    { ...live, updateAt: null },
  ],
  ['newer text without a time only waits', live, live],
  ['a draft is a draft', { kind: 'draft' }, { kind: 'draft' }],
  ['what waits for review goes on waiting', { kind: 'in_review' }, { kind: 'in_review' }],
  [
    'what was withdrawn stays so',
    { kind: 'withdrawn', firstAt: at, at: later, notice: null },
    { kind: 'withdrawn', firstAt: at, at: later, notice: null },
  ],
]

for (const [name, before, after] of cases)
  test(name, () => {
    const changed = withoutApproval(article(before))
    assert.deepEqual(changed, { ...article(before), state: after })
    assert.deepEqual(withoutApproval(changed), changed, 'twice is once')
  })
