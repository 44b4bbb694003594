import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCalendarQuery } from './calendar-query.ts'

test('an address of the calendar is read, and nonsense is today’s week of the first edition', () => {
  assert.deepEqual(parseCalendarQuery({ edition: '2', blog: '7', view: 'month', on: '2026-11-22' }), {
    ...{ editionId: 2, blogId: 7, view: 'month', on: '2026-11-22' },
  })
  const standard = { editionId: null, blogId: null, view: 'week', on: null }
  for (const query of [
    {},
    { edition: '0', blog: 'x', view: 'year', on: '2026-02-30' },
    { edition: ['1', '2'], blog: '-1', on: ['x'] },
  ])
    assert.deepEqual(parseCalendarQuery(query), standard)
})
