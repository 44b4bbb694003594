import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, dayIn, daysShown, isDay, movedClock, startOfDay, stepped } from './calendar.ts'

test('only days that exist are days', () => {
  for (const day of ['2026-11-22', '2028-02-29']) assert.ok(isDay(day), day)
  for (const text of ['2026-02-29', '2026-13-01', '22-11-2026', '2026-11-22T00:00', '', '9999-01-01', "2026-11-22'"])
    assert.ok(!isDay(text), text)
})

test('a week begins where its readers begin it', () => {
  // 22 November 2026 is a Sunday.
  assert.deepEqual(daysShown('week', '2026-11-22', 1).slice(0, 1), ['2026-11-16'])
  assert.deepEqual(daysShown('week', '2026-11-22', 7).slice(0, 1), ['2026-11-22'])
  assert.deepEqual(daysShown('week', '2026-11-22', 6), [
    ...['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'],
  ])
})

test('a month is shown in whole weeks, every day of it once', () => {
  for (let month = 1; month <= 12; month++)
    for (const firstDay of [1, 6, 7]) {
      const name = `2026-${String(month).padStart(2, '0')}`
      const days = daysShown('month', `${name}-15`, firstDay)
      assert.equal(days.length % 7, 0)
      assert.equal(new Set(days).size, days.length)
      const own = days.filter((day) => day.startsWith(name))
      assert.equal(own.length, new Date(Date.UTC(2026, month, 0)).getUTCDate(), name)
      assert.ok(days.indexOf(own[0] ?? '') < 7 && days.length - days.indexOf(own.at(-1) ?? '') <= 7, name)
    }
})

test('earlier and later undo each other by week, and reach the first of the month', () => {
  assert.equal(stepped('week', stepped('week', '2026-12-30', 1), -1), '2026-12-30')
  assert.equal(stepped('month', '2026-12-31', 1), '2027-01-01')
  assert.equal(stepped('month', '2026-01-31', -1), '2025-12-01')
  assert.equal(addDays('2026-03-01', -1), '2026-02-28')
})

test('a day begins at its midnight, also where the clocks skip it', () => {
  assert.equal(startOfDay('2026-11-22', 'Asia/Bishkek').toISOString(), '2026-11-21T18:00:00.000Z')
  // Beirut goes from midnight straight to one o'clock.
  assert.equal(startOfDay('2026-03-29', 'Asia/Beirut').toISOString(), '2026-03-28T22:00:00.000Z')
  assert.equal(dayIn(new Date('2026-11-21T18:00:00Z'), 'Asia/Bishkek'), '2026-11-22')
})

test('a clock moves by its hands', () => {
  assert.equal(movedClock('2026-11-30T23:30', { hours: 1 }), '2026-12-01T00:30')
  assert.equal(movedClock('2026-03-28T16:00', { days: 1 }), '2026-03-29T16:00')
  assert.equal(movedClock('2026-01-01T00:00', { days: -1, hours: -1 }), '2025-12-30T23:00')
})
