import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatOf, languageName } from './format.ts'

const moment = new Date('2026-11-05T20:08:00Z')
const english = { locale: 'en', timeZone: 'Asia/Bishkek' }
const persian = { locale: 'fa', timeZone: 'Asia/Tehran' }

test('dates are those of the zone of the edition', () => {
  assert.equal(formatOf(english).date(moment), '6 November 2026')
  assert.equal(formatOf(english).time(moment), '02:08')
  assert.equal(formatOf({ locale: 'en', timeZone: 'Europe/London' }).date(moment), '5 November 2026')
  assert.equal(formatOf(english).dateTimeZone(moment), '6 November 2026 at 02:08 GMT+6')
})

test('an American edition says so in its locale', () => {
  assert.equal(formatOf({ locale: 'en-US', timeZone: 'Asia/Bishkek' }).date(moment), 'November 6, 2026')
})

test('this Node knows Kyrgyz and Russian months', () => {
  assert.match(formatOf({ locale: 'ky', timeZone: 'Asia/Bishkek' }).date(moment), /6-ноябрь/)
  assert.match(formatOf({ locale: 'ky', timeZone: 'Asia/Bishkek' }).month({ year: 2026, month: 5 }), /май/)
  assert.match(formatOf({ locale: 'ru', timeZone: 'Asia/Bishkek' }).date(moment), /^6 ноября 2026/)
})

test('Persian readers get the solar calendar and their digits', () => {
  assert.equal(formatOf(persian).date(moment), '۱۴ آبان ۱۴۰۵')
  assert.equal(formatOf(persian).number(12345), '۱۲٬۳۴۵')
})

test('a Gregorian month names the solar months that it covers', () => {
  assert.equal(formatOf(persian).month({ year: 2026, month: 11 }), 'نوامبر ۲۰۲۶ (آبان و آذر ۱۴۰۵)')
  assert.equal(formatOf(persian).month({ year: 2026, month: 3 }), 'مارس ۲۰۲۶ (اسفند ۱۴۰۴ و فروردین ۱۴۰۵)')
  assert.equal(formatOf(english).month({ year: 2026, month: 3 }), 'March 2026')
})

test('a month does not depend on the zone', () => {
  for (const timeZone of ['Pacific/Honolulu', 'Pacific/Kiritimati'])
    assert.equal(formatOf({ locale: 'en', timeZone }).month({ year: 2026, month: 1 }), 'January 2026')
})

test('years are not grouped', () => {
  assert.equal(formatOf(english).year(2026), '2026')
})

test('a language is named by its own speakers', () => {
  assert.deepEqual(['en', 'ky', 'ru', 'fa'].map(languageName), ['English', 'Кыргызча', 'Русский', 'فارسی'])
})
