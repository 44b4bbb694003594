import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article, State } from './newsroom.ts'
import { moveWithdrawal, setWithdrawal, unsetWithdrawal, withdrawDue } from './timed-withdrawal.ts'
import { withoutApproval } from './without-approval.ts'
import { correct, edit, kill, publish, schedule, unschedule, withdraw } from './workflow.ts'

const now = new Date('2026-06-01T00:00:00Z')
const soon = new Date('2026-06-01T12:00:00Z')
const later = new Date('2026-06-02T00:00:00Z')
const latest = new Date('2026-06-03T00:00:00Z')
const live = { kind: 'published', firstAt: now, textChangedAt: null, shows: 'newest' } as const
const withdrawal = { at: later, notice: 'It is over.', reason: 'The rights end' } as const

function article(state: State): Article {
  const text = {
    ...{ headline: 'Headline', standfirst: '', description: null, pictureId: null, sources: [], sourceLine: null },
    body: [{ kind: 'paragraph', content: [{ text: 'Body' }] }] as const,
  }
  const plain = { id: 1, editionId: 1, version: 1, blogId: 1, slug: 'slug', topicIds: [], bylines: [], corrections: [] }
  return { ...plain, text, suggestedBody: null, deskStageId: null, embargoUntil: null, state }
}

const leaving = article({ ...live, withdrawal })

const refusals: readonly (readonly [State, string])[] = [
  [{ kind: 'draft' }, 'not-public'],
  [{ kind: 'in_review' }, 'not-public'],
  [{ kind: 'approved' }, 'not-public'],
  [{ kind: 'scheduled', for: latest }, 'not-public'],
  [{ kind: 'withdrawn', firstAt: now, at: now, notice: null }, 'already-gone'],
  [{ kind: 'killed', firstAt: now, at: now, notice: null }, 'already-gone'],
]
for (const [state, kind] of refusals)
  test(`no time of withdrawal is set on an article that is ${state.kind}, and none is taken off`, () => {
    const set = setWithdrawal(article(state), withdrawal, now)
    assert.equal(!set.ok && set.error.kind, kind)
    const off = unsetWithdrawal(article(state))
    assert.equal(!off.ok && off.error.kind, 'wrong-state')
  })

test('a published article gets a time in the future, another one, and none again', () => {
  const past = setWithdrawal(article(live), { ...withdrawal, at: now }, now)
  assert.deepEqual(!past.ok && past.error, { kind: 'withdrawal-in-the-past', at: now })
  assert.deepEqual(setWithdrawal(article(live), withdrawal, now), { ok: true, value: leaving })
  const moved = setWithdrawal(leaving, { at: latest, notice: null, reason: null }, now)
  assert.deepEqual(moved.ok && moved.value.state, { ...live, withdrawal: { at: latest, notice: null, reason: null } })
  const off = unsetWithdrawal(leaving)
  assert.deepEqual(off.ok && off.value.state, { ...live, withdrawal: null })
  assert.ok(off.ok && !unsetWithdrawal(off.value).ok)
})

test('moving the time keeps what is said then; there must be one, and it is never in the past', () => {
  const moved = moveWithdrawal(leaving, latest, now)
  assert.deepEqual(moved.ok && moved.value.state, { ...live, withdrawal: { ...withdrawal, at: latest } })
  const past = moveWithdrawal(leaving, now, now)
  assert.deepEqual(!past.ok && past.error, { kind: 'withdrawal-in-the-past', at: now })
  for (const state of [live, ...refusals.map(([other]) => other)]) {
    const none = moveWithdrawal(article(state), latest, now)
    assert.equal(!none.ok && none.error.kind, 'wrong-state')
  }
})

test('at its time it is what a withdrawal by hand makes of it, and not before', () => {
  assert.deepEqual(withdrawDue(leaving, later), withdraw(leaving, withdrawal.notice, later))
  assert.ok(!withdrawDue(leaving, now).ok)
  assert.ok(!withdrawDue(article(live), later).ok)
})

test('newer text leaves the time standing, on its way and when it goes out', () => {
  const shown = { revisionId: 7 }
  const edited = edit(leaving, { ...leaving.text, headline: 'Newer' }, shown.revisionId)
  assert.ok(edited.ok)
  const update = schedule(edited.value, soon, now)
  assert.ok(update.ok)
  const stays = { ...live, shows: shown, withdrawal }
  assert.deepEqual(update.value.state, { ...stays, updateAt: soon })
  const off = unschedule(update.value)
  assert.deepEqual(off.ok && off.value.state, { ...stays, updateAt: null })
  assert.deepEqual(withoutApproval(update.value).state, { ...stays, updateAt: null })
  const out = publish(update.value, now)
  assert.deepEqual(out.ok && out.value.state, { ...live, textChangedAt: now, withdrawal })
})

test('newer text never waits for a time at which the article has left', () => {
  const pending = { ...live, shows: { revisionId: 7 } }
  const leaves = article({ ...pending, withdrawal })
  for (const update of [later, latest]) {
    const error = { kind: 'update-after-withdrawal', update, withdrawal: later }
    assert.deepEqual(schedule(leaves, update, now), { ok: false, error })
  }
  assert.ok(schedule(leaves, soon, now).ok)
  const updated = article({ ...pending, updateAt: later })
  for (const at of [soon, later]) {
    const error = { kind: 'withdrawal-before-update', update: later, withdrawal: at }
    assert.deepEqual(setWithdrawal(updated, { ...withdrawal, at }, now), { ok: false, error })
  }
  assert.ok(setWithdrawal(updated, { ...withdrawal, at: latest }, now).ok)
  const both = article({ ...pending, updateAt: later, withdrawal: { ...withdrawal, at: latest } })
  assert.deepEqual(moveWithdrawal(both, later, now), {
    ok: false,
    error: { kind: 'withdrawal-before-update', update: later, withdrawal: later },
  })
  assert.ok(setWithdrawal(updated, { ...withdrawal, at: latest }, later).ok, 'what is due goes out first')
})

test('a correction leaves it standing, a withdrawal and a kill by hand end it', () => {
  const corrected = correct(leaving, { place: 'top', text: 'It was two.', reason: 'Misread', at: now })
  assert.deepEqual(corrected.ok && corrected.value.state, { ...live, textChangedAt: now, withdrawal })
  for (const remove of [withdraw, kill]) {
    const removed = remove(leaving, null, now)
    assert.ok(removed.ok && !('withdrawal' in removed.value.state))
  }
  const gone = withdraw(leaving, null, now)
  assert.ok(gone.ok)
  const back = publish(gone.value, later)
  assert.deepEqual(back.ok && back.value.state, { ...live, textChangedAt: later })
})
