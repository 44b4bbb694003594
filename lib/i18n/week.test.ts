import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockInWords, dayNames, firstDayOfWeek } from './week.ts'

test('weeks begin as in each language', () => {
  const firsts = Object.fromEntries(['en', 'en-US', 'ky', 'ru', 'fa'].map((locale) => [locale, firstDayOfWeek(locale)]))
  assert.deepEqual(firsts, { en: 1, 'en-US': 7, ky: 1, ru: 1, fa: 6 })
})

test('days count by the calendar of addresses, and say what another calendar calls them', () => {
  const english = dayNames('en')
  assert.deepEqual([english.number('2026-11-22'), english.own('2026-11-22')], ['22', null])
  assert.match(english.full('2026-11-22'), /^Sunday.* 22 November 2026$/)
  const persian = dayNames('fa')
  assert.equal(persian.number('2026-11-22'), '۲۲')
  assert.match(persian.own('2026-11-22') ?? '', /آذر/)
})

test('a clock is said as its hands show it', () => {
  assert.match(clockInWords('en', '2026-11-22T16:05'), /^Sunday.* 22 November.* 16:05$/)
})
