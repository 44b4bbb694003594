import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchWindows } from './windows.ts'

const days = (oldest: string, newest: string) =>
  searchWindows(new Date(oldest), new Date(newest)).map(({ from, until, months }) => [
    from.toISOString().slice(0, 10),
    until.toISOString().slice(0, 10),
    months.length,
  ])

test('windows grow backwards from the newest month to the oldest, without gap or overlap', () => {
  assert.deepEqual(days('2011-11-22T05:00:00Z', '2026-11-22T09:00:00Z'), [
    ['2026-10-01', '2026-12-01', 2],
    ['2026-02-01', '2026-10-01', 8],
    ['2023-06-01', '2026-02-01', 32],
    ['2012-10-01', '2023-06-01', 0],
    ['2011-11-01', '2012-10-01', 11],
  ])
})

test('one month is one window', () => {
  assert.deepEqual(days('2026-11-30T23:59:59.999Z', '2026-11-30T23:59:59.999Z'), [['2026-11-01', '2026-12-01', 1]])
  assert.deepEqual(days('2026-12-01T00:00:00Z', '2026-12-01T00:00:00Z'), [['2026-12-01', '2027-01-01', 1]])
})

test('a window names its months', () => {
  const [first] = searchWindows(new Date('2025-12-05'), new Date('2026-01-05'))
  assert.deepEqual(first?.months, ['month:2026-01', 'month:2025-12'])
})

test('the first window reaches back as far as it is asked to, and the next are longer', () => {
  const [first, second] = searchWindows(new Date('2011-11-22'), new Date('2026-11-22'), new Date('2026-05-09'))
  assert.deepEqual(first?.from, new Date('2026-05-01'))
  assert.deepEqual(second?.from, new Date('2024-01-01'))
  const all = searchWindows(new Date('2011-11-22'), new Date('2026-11-22'), new Date('2011-11-22'))
  assert.deepEqual(
    all.map(({ from }) => from),
    [new Date('2011-11-01')],
  )
})

test('no time, no window', () => {
  assert.deepEqual(days('2027-01-01T00:00:00Z', '2026-11-01T00:00:00Z'), [])
})
