import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offsetName, readZonedTime, zonedClock } from './zoned-time.ts'

const moment = (iso: string) => ({ kind: 'moment', at: new Date(iso) })

/** Clock, zone, and what it means. */
const cases: readonly (readonly [string, string, unknown])[] = [
  ['2026-11-05T16:08', 'Asia/Bishkek', moment('2026-11-05T10:08:00Z')],
  ['2026-11-05T00:00', 'Asia/Bishkek', moment('2026-11-04T18:00:00Z')],
  ['2026-11-05T16:08', 'Asia/Kathmandu', moment('2026-11-05T10:23:00Z')],
  ['2026-01-05T16:08', 'Europe/London', moment('2026-01-05T16:08:00Z')],
  ['2026-07-05T16:08', 'Europe/London', moment('2026-07-05T15:08:00Z')],
  // Clocks go from 01:00 to 02:00 on 29 March 2026, and back from 02:00 to 01:00 on 25 October.
  ['2026-03-29T00:59', 'Europe/London', moment('2026-03-29T00:59:00Z')],
  ['2026-03-29T01:00', 'Europe/London', { kind: 'gap' }],
  ['2026-03-29T01:59', 'Europe/London', { kind: 'gap' }],
  ['2026-03-29T02:00', 'Europe/London', moment('2026-03-29T01:00:00Z')],
  ['2026-10-25T00:59', 'Europe/London', moment('2026-10-24T23:59:00Z')],
  [
    '2026-10-25T01:30',
    'Europe/London',
    { kind: 'overlap', first: new Date('2026-10-25T00:30:00Z'), second: new Date('2026-10-25T01:30:00Z') },
  ],
  ['2026-10-25T02:00', 'Europe/London', moment('2026-10-25T02:00:00Z')],
  // Half an hour, in the southern spring.
  ['2026-10-04T02:15', 'Australia/Lord_Howe', { kind: 'gap' }],
  // Samoa left out a whole day.
  ['2011-12-30T12:00', 'Pacific/Apia', { kind: 'gap' }],
  ['2011-12-31T00:00', 'Pacific/Apia', moment('2011-12-30T10:00:00Z')],
  // Offsets of both signs furthest from UTC.
  ['2026-11-05T16:08', 'Pacific/Kiritimati', moment('2026-11-05T02:08:00Z')],
  ['2026-11-05T16:08', 'Etc/GMT+12', moment('2026-11-06T04:08:00Z')],
  ['2026-02-30T12:00', 'Asia/Bishkek', { kind: 'bad' }],
  ['2026-11-05T24:00', 'Asia/Bishkek', { kind: 'bad' }],
  ['2026-11-05', 'Asia/Bishkek', { kind: 'bad' }],
  ['', 'Asia/Bishkek', { kind: 'bad' }],
]

for (const [clock, zone, meaning] of cases)
  test(`${clock || 'nothing'} in ${zone} is ${(meaning as { kind: string }).kind}`, () => {
    assert.deepEqual(readZonedTime(clock, zone), meaning)
  })

test('what a clock shows is read as the same moment, every half hour of a year, but for hours shown twice', () => {
  for (const zone of ['Europe/London', 'America/St_Johns', 'Asia/Tehran', 'Australia/Lord_Howe', 'Africa/Casablanca'])
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 1_800_000) {
      const read = readZonedTime(zonedClock(new Date(at), zone), zone)
      const meant =
        read.kind === 'overlap'
          ? [read.first.getTime(), read.second.getTime()]
          : read.kind === 'moment'
            ? [read.at.getTime()]
            : []
      assert.ok(meant.includes(at), `${zone} ${new Date(at).toISOString()} ${read.kind}`)
    }
})

test('a zone’s distance from UTC is written with sign and minutes', () => {
  const winter = new Date('2026-01-05T12:00:00Z')
  assert.equal(offsetName(winter, 'Asia/Bishkek'), 'UTC+06:00')
  assert.equal(offsetName(winter, 'America/St_Johns'), 'UTC−03:30')
  assert.equal(offsetName(winter, 'Europe/London'), 'UTC+00:00')
})
