import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { State } from '#lib/domain/workflow/newsroom.ts'
import {
  type DeadlineState,
  dayCalled,
  deadlineState,
  isAwaited,
  overdueBy,
  setDeadline,
  type Work,
  workOf,
} from './deadline.ts'

const now = new Date('2026-03-10T12:00:00Z')
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const draft: Work = { state: 'draft', isPending: false, scheduledFor: null }
const day = 24 * 60

test('a deadline is late to the minute, and soon a day before', () => {
  const table: readonly (readonly [number, DeadlineState])[] = [
    ...([
      [-3 * day, 'overdue'],
      [-1, 'overdue'],
      [0, 'overdue'],
    ] as const),
    ...([
      [1, 'soon'],
      [day - 1, 'soon'],
      [day, 'soon'],
    ] as const),
    ...([
      [day + 1, 'later'],
      [30 * day, 'later'],
    ] as const),
  ]
  for (const [minutes, state] of table)
    assert.equal(deadlineState(inMinutes(minutes), draft, now), state, `${minutes} minutes`)
  assert.equal(deadlineState(null, draft, now), 'none')
})

test('only what has still to be finished has a deadline', () => {
  const table: readonly (readonly [State['kind'], boolean, Date | null, boolean])[] = [
    ['draft', false, null, true],
    ['in_review', false, null, true],
    ['approved', false, null, true],
    ['scheduled', false, now, false],
    ['published', false, null, false],
    ['published', true, null, true],
    ['published', true, now, false],
    ['withdrawn', false, null, false],
    ['killed', false, null, false],
  ]
  for (const [state, isPending, scheduledFor, expected] of table) {
    const work = { state, isPending, scheduledFor }
    assert.equal(isAwaited(work), expected, JSON.stringify(work))
    assert.equal(deadlineState(inMinutes(-1), work, now), expected ? 'overdue' : 'none', JSON.stringify(work))
  }
})

test('what an article waits for is in its state', () => {
  const out = { kind: 'published', firstAt: now, textChangedAt: null } as const
  const table: readonly (readonly [State, Work])[] = [
    [{ kind: 'draft' }, draft],
    [
      { kind: 'scheduled', for: now },
      { state: 'scheduled', isPending: false, scheduledFor: now },
    ],
    [
      { ...out, shows: 'newest' },
      { state: 'published', isPending: false, scheduledFor: null },
    ],
    [
      { ...out, shows: { revisionId: 1 }, updateAt: now },
      { state: 'published', isPending: true, scheduledFor: now },
    ],
  ]
  for (const [state, work] of table) assert.deepEqual(workOf(state), work)
})

test('a deadline is set, moved and taken away on the one that was seen', () => {
  const at = inMinutes(60)
  const without = { ...draft, dueAt: null }
  const due = { ...draft, dueAt: inMinutes(-60) }
  assert.deepEqual(setDeadline({ at, seen: null }, without, now), { ok: true, value: at })
  assert.deepEqual(setDeadline({ at, seen: new Date(due.dueAt) }, due, now), { ok: true, value: at })
  assert.deepEqual(setDeadline({ at: null, seen: due.dueAt }, due, now), { ok: true, value: null })
  const refusal = (result: ReturnType<typeof setDeadline>) => (result.ok ? null : result.error)
  assert.deepEqual(refusal(setDeadline({ at, seen: null }, due, now)), { kind: 'other-deadline', now: due.dueAt })
  assert.deepEqual(refusal(setDeadline({ at: null, seen: at }, without, now)), { kind: 'other-deadline', now: null })
  assert.deepEqual(refusal(setDeadline({ at: now, seen: null }, without, now)), {
    kind: 'deadline-in-the-past',
    at: now,
  })
})

test('what is finished gets no deadline, but loses one', () => {
  const scheduled = { state: 'scheduled', isPending: false, scheduledFor: inMinutes(9), dueAt: inMinutes(5) } as const
  const set = setDeadline({ at: inMinutes(7), seen: scheduled.dueAt }, scheduled, now)
  assert.deepEqual(set, { ok: false, error: { kind: 'nothing-awaited' } })
  assert.ok(setDeadline({ at: null, seen: scheduled.dueAt }, scheduled, now).ok)
})

test('days are called by the clocks of the zone, also where they are put forward or back', () => {
  const table: readonly (readonly [at: string, now: string, zone: string, called: ReturnType<typeof dayCalled>])[] = [
    // One moment, today here and tomorrow there.
    ['2026-03-10T19:00Z', '2026-03-10T12:00Z', 'Europe/London', 'today'],
    ['2026-03-10T19:00Z', '2026-03-10T12:00Z', 'Asia/Bishkek', 'tomorrow'],
    ['2026-03-10T19:00Z', '2026-03-11T03:00Z', 'America/New_York', 'today'],
    // Berlin's clocks go forward on 29 March 2026: that day has 23 hours.
    ['2026-03-29T21:59Z', '2026-03-28T23:00Z', 'Europe/Berlin', 'today'],
    ['2026-03-29T22:00Z', '2026-03-28T23:00Z', 'Europe/Berlin', 'tomorrow'],
    // Back on 25 October: 25 hours, of which the last is still the same day.
    ['2026-10-25T22:59Z', '2026-10-24T22:00Z', 'Europe/Berlin', 'today'],
    ['2026-10-25T23:00Z', '2026-10-24T22:00Z', 'Europe/Berlin', 'tomorrow'],
    // A weekday means the next one of that name, so not the day a week ahead, and none that is over.
    ['2026-03-16T12:00Z', '2026-03-10T12:00Z', 'UTC', 'weekday'],
    ['2026-03-17T00:00Z', '2026-03-10T12:00Z', 'UTC', 'date'],
    ['2026-03-09T12:00Z', '2026-03-10T12:00Z', 'UTC', 'date'],
    // Tehran is half an hour off.
    ['2026-03-10T20:29Z', '2026-03-10T12:00Z', 'Asia/Tehran', 'today'],
    ['2026-03-10T20:30Z', '2026-03-10T12:00Z', 'Asia/Tehran', 'tomorrow'],
  ]
  for (const [at, then, zone, called] of table)
    assert.equal(dayCalled(new Date(at), new Date(then), zone), called, `${at} at ${then} in ${zone}`)
})

test('how long it is over is told in the largest unit that it fills', () => {
  const table = [
    ...([
      [0, 1, 'minute'],
      [1, 1, 'minute'],
      [59, 59, 'minute'],
      [60, 1, 'hour'],
      [125, 2, 'hour'],
    ] as const),
    ...([
      [day - 1, 23, 'hour'],
      [day, 1, 'day'],
      [3 * day + 5, 3, 'day'],
    ] as const),
  ]
  for (const [minutes, count, unit] of table)
    assert.deepEqual(overdueBy(inMinutes(-minutes), now), { count, unit }, `${minutes} minutes`)
})
