import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Result } from '#lib/domain/result.ts'
import type { Article, State } from './newsroom.ts'
import { correct, edit, kill, move, publish, type Refusal, withdraw } from './workflow.ts'

const first = new Date('2026-01-01T00:00:00Z')
const now = new Date('2026-06-01T00:00:00Z')

function article(state: State, given: Partial<Article> = {}): Article {
  const text = {
    ...{ headline: 'Headline', standfirst: '', description: null, pictureId: null, sources: [], sourceLine: null },
    body: [{ kind: 'paragraph', content: [{ text: 'Body' }] }] as const,
  }
  const plain = { id: 1, editionId: 1, version: 1, blogId: 1, slug: 'slug', topicIds: [], bylines: [], corrections: [] }
  return { ...plain, text, suggestedBody: null, deskStageId: null, embargoUntil: null, state, ...given }
}

const stages = {
  draft: { kind: 'draft' },
  in_review: { kind: 'in_review' },
  approved: { kind: 'approved' },
  scheduled: { kind: 'scheduled', for: now },
  published: { kind: 'published', firstAt: first, textChangedAt: null, shows: 'newest' },
  pending: { kind: 'published', firstAt: first, textChangedAt: null, shows: { revisionId: 7 } },
  withdrawn: { kind: 'withdrawn', firstAt: first, at: first, notice: null },
  killed: { kind: 'killed', firstAt: first, at: first, notice: null },
} as const satisfies Record<string, State>

const verbs = {
  publish: (before: Article) => publish(before, now),
  withdraw: (before: Article) => withdraw(before, 'Notice', now),
  kill: (before: Article) => kill(before, 'Notice', now),
  correct: (before: Article) => correct(before, { place: 'top', text: 'Wrong', at: now, reason: null }),
} as const

/** What each verb makes of each stage: a stage, or the reason why not. */
const table: Readonly<Record<keyof typeof stages, Readonly<Record<keyof typeof verbs, string>>>> = {
  draft: { publish: 'published', withdraw: 'not-public', kill: 'not-public', correct: 'not-public' },
  in_review: { publish: 'published', withdraw: 'not-public', kill: 'not-public', correct: 'not-public' },
  approved: { publish: 'published', withdraw: 'not-public', kill: 'not-public', correct: 'not-public' },
  scheduled: { publish: 'published', withdraw: 'not-public', kill: 'not-public', correct: 'not-public' },
  published: { publish: 'published', withdraw: 'withdrawn', kill: 'killed', correct: 'published' },
  pending: { publish: 'published', withdraw: 'withdrawn', kill: 'killed', correct: 'published' },
  withdrawn: { publish: 'published', withdraw: 'already-gone', kill: 'killed', correct: 'not-public' },
  killed: { publish: 'already-gone', withdraw: 'already-gone', kill: 'already-gone', correct: 'not-public' },
}

const outcome = (result: Result<Article, Refusal>) => (result.ok ? result.value.state.kind : result.error.kind)

for (const [stage, cells] of Object.entries(table))
  for (const [verb, expected] of Object.entries(cells))
    test(`${verb} makes a ${stage} article ${expected}`, () => {
      assert.equal(outcome(verbs[verb as keyof typeof verbs](article(stages[stage as keyof typeof stages]))), expected)
    })

test('nothing goes out before its embargo ends, and it may go out at that moment', () => {
  const until = new Date(now.getTime() + 1)
  const held = article(stages.approved, { embargoUntil: until })
  assert.deepEqual(publish(held, now), { ok: false, error: { kind: 'under-embargo', until } })
  assert.equal(outcome(publish(held, until)), 'published')
})

test('an empty article is not published', () => {
  const { text } = article(stages.draft)
  assert.equal(outcome(publish(article(stages.draft, { text: { ...text, body: [] } }), now)), 'nothing-to-say')
})

function published(result: Result<Article, Refusal>) {
  assert.ok(result.ok && result.value.state.kind === 'published')
  return result.value.state
}

test('the first publication fixes the date; later ones move only the date of change', () => {
  assert.deepEqual(published(publish(article(stages.draft), now)), {
    ...{ kind: 'published', firstAt: now, textChangedAt: null, shows: 'newest' },
  })
  assert.deepEqual(published(publish(article(stages.pending), now)), { ...stages.published, textChangedAt: now })
  assert.deepEqual(published(publish(article(stages.published), now)), stages.published, 'nothing new, nothing changed')
  assert.equal(published(publish(article(stages.withdrawn), now)).firstAt, first)
})

test('a withdrawn article keeps no trace of what it showed', () => {
  const gone = withdraw(article(stages.published), 'Notice', now)
  assert.deepEqual(gone.ok && gone.value.state, { kind: 'withdrawn', firstAt: first, at: now, notice: 'Notice' })
})

test('an edited text waits behind the published one, through any number of edits', () => {
  const { text } = article(stages.published)
  const once = edit(article(stages.published), { ...text, headline: 'New' }, 7)
  assert.ok(once.ok)
  assert.deepEqual(once.value.state, stages.pending)
  const twice = edit(once.value, { ...text, headline: 'Newer' }, 8)
  assert.deepEqual(twice.ok && [twice.value.state, twice.value.text.headline], [stages.pending, 'Newer'])
  const draft = edit(article(stages.draft), { ...text, headline: 'New' }, 7)
  assert.equal(draft.ok && draft.value.state.kind, 'draft')
  assert.equal(outcome(edit(article(stages.killed), text, 7)), 'already-gone')
})

test('a correction never moves the date of change backwards', () => {
  const changed = article({ ...stages.published, textChangedAt: now })
  const stage = published(correct(changed, { place: 'bottom', text: 'Wrong', at: first, reason: null }))
  assert.deepEqual(stage.textChangedAt, now)
})

test('an address of the program is refused', () => {
  for (const slug of ['archive', 'feed', 'about', 'Ä', 'a b', '', '-'])
    assert.equal(outcome(move(article(stages.draft), { blogId: 2, slug })), 'bad-slug', slug)
  const moved = move(article(stages.draft), { blogId: 2, slug: 'good-slug' })
  assert.deepEqual(moved.ok && [moved.value.blogId, moved.value.slug], [2, 'good-slug'])
})
