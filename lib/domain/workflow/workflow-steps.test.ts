import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article, State } from './newsroom.ts'
import { approve, edit, publish, schedule, sendBack, setEmbargo, submit, unschedule } from './workflow.ts'

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
  pending: { ...live, shows: { revisionId: 7 } },
  withdrawn: { kind: 'withdrawn', firstAt: now, at: now, notice: null },
  killed: { kind: 'killed', firstAt: now, at: now, notice: null },
} as const satisfies Record<string, State>

function article(state: State, given: Partial<Article> = {}): Article {
  const text = {
    ...{ headline: 'Headline', standfirst: '', description: null, pictureId: null, sources: [], sourceLine: null },
    body: [{ kind: 'paragraph', content: [{ text: 'Body' }] }] as const,
  }
  const plain = { id: 1, editionId: 1, version: 1, blogId: 1, slug: 'slug', topicIds: [], bylines: [], corrections: [] }
  return { ...plain, text, suggestedBody: null, deskStageId: null, embargoUntil: null, state, ...given }
}

const steps = {
  submit,
  approve,
  sendBack,
  schedule: (before: Article) => schedule(before, later, now),
  unschedule,
  embargo: (before: Article) => setEmbargo(before, later, now),
} as const

const wrong = 'wrong-state'
const gone = 'already-gone'
/** What each step makes of each state: a state, or the reason why not. */
const table: Readonly<Record<keyof typeof stages, readonly [string, string, string, string, string, string]>> = {
  draft: ['in_review', wrong, wrong, 'scheduled', wrong, 'draft'],
  in_review: [wrong, 'approved', 'draft', 'scheduled', wrong, 'in_review'],
  approved: [wrong, wrong, 'draft', 'scheduled', wrong, 'approved'],
  scheduled: [wrong, wrong, wrong, 'scheduled', 'approved', 'scheduled'],
  published: [wrong, wrong, wrong, 'nothing-new', wrong, 'already-public'],
  pending: [wrong, wrong, wrong, 'published', wrong, 'already-public'],
  withdrawn: [wrong, wrong, wrong, gone, wrong, gone],
  killed: [wrong, wrong, wrong, gone, wrong, gone],
}

for (const [state, cells] of Object.entries(table))
  for (const [index, [name, step]] of Object.entries(steps).entries())
    test(`${name} makes a ${state} article ${cells[index]}`, () => {
      const result = step(article(stages[state as keyof typeof stages]))
      assert.equal(result.ok ? result.value.state.kind : result.error.kind, cells[index])
    })

test('nothing is scheduled into the past, before its embargo, or without a text', () => {
  const kind = (before: Article, at = later) => {
    const result = schedule(before, at, now)
    return result.ok ? 'scheduled' : result.error.kind
  }
  assert.equal(kind(article(stages.approved), now), 'in-the-past')
  assert.equal(kind(article(stages.approved, { embargoUntil: latest })), 'under-embargo')
  assert.equal(kind(article(stages.approved, { embargoUntil: later })), 'scheduled')
  const empty = article(stages.approved)
  assert.equal(kind({ ...empty, text: { ...empty.text, body: [] } }), 'nothing-to-say')
})

test('an embargo never reaches beyond the time that an article is scheduled for', () => {
  const scheduled = article({ kind: 'scheduled', for: later })
  assert.deepEqual(setEmbargo(scheduled, latest, now), { ok: false, error: { kind: 'scheduled-earlier', for: later } })
  assert.ok(setEmbargo(scheduled, later, now).ok)
  const lifted = setEmbargo(article(stages.draft, { embargoUntil: latest }), null, now)
  assert.equal(lifted.ok && lifted.value.embargoUntil, null)
})

test('an embargo that is over when it is set holds nothing back, and is refused', () => {
  for (const state of [stages.draft, stages.approved])
    assert.deepEqual(setEmbargo(article(state), now, now), {
      ok: false,
      error: { kind: 'embargo-in-the-past', at: now },
    })
})

test('a scheduled update goes with the text, goes out with it, and is off the schedule then', () => {
  const scheduled = schedule(article(stages.pending), later, now)
  assert.ok(scheduled.ok)
  const edited = edit(scheduled.value, { ...scheduled.value.text, headline: 'Newer' }, 7)
  assert.ok(edited.ok)
  assert.deepEqual(edited.value.state, { ...stages.pending, updateAt: later })
  const out = publish(edited.value, later)
  assert.deepEqual(out.ok && out.value.state, { ...stages.published, textChangedAt: later })
  const off = unschedule(edited.value)
  assert.ok(off.ok && off.value.state.kind === 'published' && !off.value.state.updateAt)
})
