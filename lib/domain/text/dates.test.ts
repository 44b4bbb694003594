import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn, machineTime, monthIn } from './dates.ts'

const moments = ['1969-12-31T23:59:59Z', '2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-10-25T01:30:00.900Z']
const zones = ['UTC', 'Asia/Bishkek', 'Asia/Tehran', 'Europe/London', 'America/St_Johns', 'Pacific/Kiritimati']

test('an ISO time with offset is the same moment, to the second', () => {
  for (const moment of moments)
    for (const zone of zones) {
      const second = Math.floor(Date.parse(moment) / 1000) * 1000
      assert.equal(Date.parse(machineTime(new Date(moment), zone)), second, `${moment} ${zone}`)
    }
})

test('it shows the clock of the zone, summer time included', () => {
  assert.equal(machineTime(new Date('2026-11-05T10:08:00Z'), 'Asia/Tehran'), '2026-11-05T13:38:00+03:30')
  assert.equal(machineTime(new Date('2026-07-05T10:08:00Z'), 'America/St_Johns'), '2026-07-05T07:38:00-02:30')
  assert.equal(machineTime(new Date('2026-11-05T10:08:00Z'), 'UTC'), '2026-11-05T10:08:00+00:00')
})

test('midnight belongs to the new day', () => {
  assert.equal(machineTime(new Date('2026-10-31T18:00:00Z'), 'Asia/Bishkek'), '2026-11-01T00:00:00+06:00')
  assert.equal(dayIn(new Date('2026-10-31T18:00:00Z'), 'Asia/Bishkek'), '2026-11-01')
  assert.deepEqual(monthIn(new Date('2026-12-31T18:00:00Z'), 'Asia/Bishkek'), { year: 2027, month: 1 })
})
