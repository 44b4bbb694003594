import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countWords, plainText, readingMinutes } from './article-words.ts'
import type { Body } from './body.ts'

const run = (text: string) => [{ text }]

test('the text of a body is what can be read aloud, once', () => {
  const body: Body = [
    { kind: 'paragraph', content: [{ text: 'One ' }, { text: 'two', marks: [{ kind: 'strong' }] }, { text: '.' }] },
    { kind: 'crosshead', text: 'Three', anchor: 's-three' },
    { kind: 'quotation', paragraphs: [run('Four')], attribution: run('Five') },
    { kind: 'pull-quote', text: 'Repeated' },
    { kind: 'list', ordered: false, items: [run('Six'), run('Seven')] },
    { kind: 'figure', pictureId: 1, size: 'text' },
    {
      kind: 'table',
      caption: 'Eight',
      head: [run('Nine'), []],
      rows: [[run('Ten'), run('11')]],
      hasRowHeads: true,
      numericColumns: [1],
    },
    { kind: 'fact-box', title: 'Twelve', body: [{ kind: 'paragraph', content: run('Thirteen') }] },
    { kind: 'embed', provider: 'Maps', url: 'https://example.org', title: 'Fourteen', fallback: 'Fifteen' },
    { kind: 'divider' },
  ]
  assert.equal(
    plainText(body),
    'One two.\nThree\nFour\nFive\nSix\nSeven\nEight\nNine \nTen 11\nTwelve\nThirteen\nFourteen\nFifteen',
  )
})

const counts: readonly (readonly [string, string, number])[] = [
  ['en', 'The river’s end – 1,236 km away.', 6],
  ['ru', 'Озеро не замерзает.', 3],
  ['ky', 'Теңир-Тоонун карлары', 3],
  ['fa', 'کتاب‌های قدیمی را می‌خوانم', 4],
  ['en', '  \n ', 0],
]
for (const [locale, text, count] of counts)
  test(`“${text.trim()}” has ${count} words`, () => assert.equal(countWords(text, locale), count))

test('reading takes at least a minute, and as long as the language takes', () => {
  assert.equal(readingMinutes(0, 'en'), 1)
  assert.equal(readingMinutes(700, 'en'), 3)
  assert.equal(readingMinutes(700, 'en-GB'), 3)
  assert.equal(readingMinutes(700, 'ky'), 4)
})
