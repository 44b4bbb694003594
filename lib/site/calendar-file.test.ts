import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { calendarFile, type FileEntry, isInFile } from './calendar-file.ts'

const entry: FileEntry = {
  ...{ kind: 'scheduled', id: 42, at: new Date('2027-03-28T01:30:00Z'), name: 'Bridge opens', blogId: 1, version: 3 },
  changedAt: new Date('2027-03-01T10:00:05.250Z'),
}

function fileOf(entries: readonly FileEntry[], name = 'Masthead'): string {
  const summaryOf = ({ kind, name }: FileEntry) => `${kind}: ${name}`
  const places = { siteUrl: 'https://news.example:8443', adminUrl: 'https://desk.news.example:8443' }
  return calendarFile({ name, language: 'en', entries, ...places, summaryOf })
}

/** As a program reads it that was not written here. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) }
}

test('an entry is an event at its moment in UTC, with the page that it is changed on', () => {
  const { calendar, events } = read(fileOf([entry], 'Masthead: English; Rivers, dams'))
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0')
  assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), 'Masthead: English; Rivers, dams')
  assert.equal(String(calendar.getFirstPropertyValue('refresh-interval')), 'PT15M')
  const [event] = events
  assert.ok(event)
  const said = (name: string) => String(event.component.getFirstPropertyValue(name))
  assert.equal(event.uid, 'article-42@news.example')
  assert.equal(event.summary, 'scheduled: Bridge opens')
  assert.equal(event.startDate.zone.tzid, 'UTC')
  assert.deepEqual(event.startDate.toJSDate(), entry.at)
  assert.equal(said('dtstamp'), '2027-03-01T10:00:05Z')
  assert.equal(said('last-modified'), '2027-03-01T10:00:05Z')
  assert.equal(event.sequence, 3)
  assert.equal(said('status'), 'CONFIRMED')
  assert.equal(said('transp'), 'TRANSPARENT')
  assert.equal(said('url'), 'https://desk.news.example:8443/admin/articles/42')
})

test('an article is one event from its plan to its publication; what else stands beside it has a name of its own', () => {
  const uidOf = (kind: FileEntry['kind']) => read(fileOf([{ ...entry, kind }])).events[0]?.uid
  assert.equal(uidOf('scheduled'), uidOf('published'))
  const kinds = ['scheduled', 'update', 'embargo', 'withdrawal', 'alert'] as const
  assert.equal(new Set(kinds.map(uidOf)).size, kinds.length)
})

test('an embargo is no promise, and an alert leads to the alerts', () => {
  const alert = { ...entry, kind: 'alert', version: null } as const
  const { events } = read(fileOf([{ ...entry, kind: 'embargo' }, alert]))
  const said = (index: number, name: string) => String(events[index]?.component.getFirstPropertyValue(name))
  assert.equal(said(0, 'status'), 'TENTATIVE')
  assert.equal(said(1, 'url'), 'https://desk.news.example:8443/admin/alerts')
  assert.equal(said(1, 'sequence'), '0')
})

const hostile = [
  'Semicolons; commas, back\\slashes\\n and "quotes"',
  'END:VEVENT\r\nBEGIN:VEVENT\r\nUID:another',
  'carriage\rreturn',
  'Бишкекте жаңы көпүрө ачылды: эми эки жээктин ортосу он мүнөттүк жол болуп калды'.repeat(4),
  'پل تازه‌ای بر رودخانه‌ی چو گشوده شد و راه میان دو کرانه کوتاه شد '.repeat(4).trim(),
  '👩‍👩‍👧‍👦'.repeat(40),
  `half a character \ud83d`,
]

for (const name of hostile)
  test(`a headline is read as it was written, and every line is short: ${name.slice(0, 24).toWellFormed()}`, () => {
    const file = fileOf([{ ...entry, name }], name)
    const { calendar, events } = read(file)
    assert.equal(events.length, 1)
    const expected = name.toWellFormed().replace(/[\r\n]+/g, ' ')
    assert.equal(events[0]?.summary, `scheduled: ${expected}`)
    assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), expected)
    assert.doesNotMatch(file, /(?<!\r)\n|\r(?!\n)/, 'lines end with CRLF and nothing else')
    for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  })

test('without entries it is a calendar all the same', () => {
  assert.deepEqual(read(fileOf([])).events, [])
})

test('the same entries are the same bytes whenever they are asked for', () => {
  assert.equal(fileOf([entry]), fileOf([entry]))
})

test('a deadline is in no file', () => {
  assert.deepEqual([entry, { ...entry, kind: 'deadline' } as const].filter(isInFile), [entry])
})
