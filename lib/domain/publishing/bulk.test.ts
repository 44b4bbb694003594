import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article, State } from '#lib/domain/workflow/newsroom.ts'
import { type BulkOrder, bulkActs, bulkPermission, decideBulk, mostTopics, undoActs, undoOf } from './bulk.ts'

const now = new Date('2026-06-01T00:00:00Z')
const later = new Date('2026-06-02T00:00:00Z')
const latest = new Date('2026-06-03T00:00:00Z')
const live = { kind: 'published', firstAt: now, textChangedAt: null } as const

const stages = {
  draft: { kind: 'draft' },
  in_review: { kind: 'in_review' },
  approved: { kind: 'approved' },
  scheduled: { kind: 'scheduled', for: latest },
  published: { ...live, shows: 'newest' },
  pending: { ...live, shows: { revisionId: 7 }, updateAt: null },
  updating: { ...live, shows: { revisionId: 7 }, updateAt: latest },
  withdrawn: { kind: 'withdrawn', firstAt: now, at: now, notice: null },
  killed: { kind: 'killed', firstAt: now, at: now, notice: null },
} as const satisfies Record<string, State>

function article(state: State, given: Partial<Article> = {}): Article {
  const text = {
    ...{ headline: 'Headline', standfirst: '', description: null, pictureId: null, sources: [], sourceLine: null },
    body: [{ kind: 'paragraph', content: [{ text: 'Body' }] }] as const,
  }
  const plain = { id: 1, editionId: 1, version: 1, blogId: 1, slug: 'slug', bylines: [], corrections: [] }
  return { ...plain, topicIds: [5], text, suggestedBody: null, deskStageId: null, embargoUntil: null, state, ...given }
}

const orders: readonly BulkOrder[] = [
  { act: 'submit' },
  { act: 'approve' },
  { act: 'unschedule' },
  { act: 'schedule', at: later },
  { act: 'add-topic', topicId: 6 },
  { act: 'remove-topic', topicId: 5 },
  { act: 'move', blogId: 2, blogEditionId: 1 },
]

test('whatever is done to several can be taken back, to exactly what each was', () => {
  for (const order of orders)
    for (const [name, stage] of Object.entries(stages)) {
      const before = article(stage)
      const done = decideBulk(before, order, now)
      if (!done.ok) continue
      const way = undoOf(order, before)
      assert.ok(way, `${order.act} of ${name} has no way back`)
      const back = decideBulk(done.value, way, now)
      assert.deepEqual(back, { ok: true, value: before }, `${order.act} of ${name}`)
    }
})

test('a withdrawal is taken back by publishing again, and only while it is withdrawn', () => {
  const done = decideBulk(article(stages.published), { act: 'withdraw', notice: 'N' }, now)
  assert.ok(done.ok)
  const way = undoOf({ act: 'withdraw', notice: 'N' }, article(stages.published)) ?? assert.fail()
  const back = decideBulk(done.value, way, later)
  assert.deepEqual(back.ok && back.value.state, { ...live, textChangedAt: later, shows: 'newest' })
  assert.ok(!decideBulk(article(stages.draft), way, now).ok)
})

test('no way back is offered that would bring readers what they had not seen, or forget when it was to leave', () => {
  const order: BulkOrder = { act: 'withdraw', notice: null }
  const leaving = { ...stages.published, withdrawal: { at: latest, notice: null, reason: null } }
  for (const stage of [stages.pending, stages.updating, leaving]) assert.equal(undoOf(order, article(stage)), null)
})

test('nothing is done to an article at the wrong stage, and a killed one stays as it is', () => {
  const kinds = (order: BulkOrder) =>
    Object.entries(stages).flatMap(([name, stage]) => (decideBulk(article(stage), order, now).ok ? [name] : []))
  assert.deepEqual(kinds({ act: 'submit' }), ['draft'])
  assert.deepEqual(kinds({ act: 'approve' }), ['in_review'])
  assert.deepEqual(kinds({ act: 'unschedule' }), ['scheduled', 'updating'])
  assert.deepEqual(kinds({ act: 'withdraw', notice: null }), ['published', 'pending', 'updating'])
  assert.deepEqual(kinds({ act: 'undo-submit' }), ['in_review'])
  assert.deepEqual(kinds({ act: 'undo-approve' }), ['approved'])
  assert.ok(!kinds({ act: 'add-topic', topicId: 9 }).includes('killed'))
  assert.ok(!kinds({ act: 'move', blogId: 2, blogEditionId: 1 }).includes('killed'))
})

test('topics and blogs are those of the article’s own edition, and no change is said to be one', () => {
  const why = (order: BulkOrder, given: Partial<Article> = {}) => {
    const decision = decideBulk(article(stages.draft, given), order, now)
    return decision.ok ? 'done' : decision.error.kind
  }
  assert.equal(why({ act: 'add-topic', topicId: null }), 'other-edition')
  assert.equal(why({ act: 'add-topic', topicId: 5 }), 'has-topic')
  assert.equal(why({ act: 'remove-topic', topicId: 6 }), 'lacks-topic')
  const full = { topicIds: Array.from({ length: mostTopics }, (_, index) => index + 10) }
  assert.equal(why({ act: 'add-topic', topicId: 5 }, full), 'too-many-topics')
  assert.equal(why({ act: 'move', blogId: 2, blogEditionId: 2 }), 'other-edition')
  assert.equal(why({ act: 'move', blogId: 1, blogEditionId: 1 }), 'already-there')
})

test('every act and every way back asks for a permission', () => {
  assert.deepEqual(Object.keys(bulkPermission).toSorted(), [...bulkActs, ...undoActs].toSorted())
})
