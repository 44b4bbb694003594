import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Extract } from '#lib/domain/lists/search.ts'
import { extract, type Hits, highlight } from './extract.ts'
import { searchLanguage } from './language.ts'

const hits = (locale: string, ...stems: readonly string[]): Hits => ({ stems, language: searchLanguage(locale) })
const marked = (runs: Extract) => runs.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
const plain = (runs: Extract) => runs.map(({ text }) => text).join('')

const cases: readonly (readonly [string, Hits, string, string])[] = [
  ['other forms of a stem', hits('en', 'river'), 'Rivers, a river’s end', '[Rivers], a [river’s] end'],
  ['not another word that begins alike', hits('en', 'art'), 'Art and artillery', '[Art] and artillery'],
  [
    'a stem that ends in i',
    hits('en', 'studi'),
    'A study of studies by a student',
    'A [study] of [studies] by a student',
  ],
  ['Russian endings', hits('ru', 'озер'), 'Озёра и озеро', '[Озёра] и [озеро]'],
  ['Kyrgyz endings, however many', hits('ky', 'тоо'), 'Тоолордогулардын тоосу', '[Тоолордогулардын] [тоосу]'],
  ['Persian letters', hits('fa', 'اب'), 'آب و آبی', '[آب] و آبی'],
  ['nothing found, nothing marked', hits('en'), 'Plain', 'Plain'],
]
for (const [name, found, text, expected] of cases)
  test(`marks: ${name}`, () => assert.equal(marked(highlight(text, found)), expected))

test('marking changes no letter of the text', () => {
  const text = 'The river, the RIVERS; “river” – река.'
  assert.equal(plain(highlight(text, hits('en', 'river'))), text)
})

const filler = (count: number) => Array.from({ length: count }, (_, number) => `word${number}`).join(' ')

test('an extract is cut around the place where most words stand together', () => {
  const text = `The river here. ${filler(80)} a lake and a river and a dam. ${filler(80)}`
  const runs = extract(text, hits('en', 'river', 'lake', 'dam'))
  assert.match(marked(runs), /^… .*\[lake\] and a \[river\] and a \[dam\].* …$/)
  assert.ok(plain(runs).split(' ').length < 45)
})

test('without a place, an extract is the beginning', () => {
  const runs = extract(`${filler(100)}`, hits('en', 'river'))
  assert.ok(plain(runs).startsWith('word0 word1 '))
  assert.ok(plain(runs).endsWith(' …'))
})

test('a short text is its own extract, on one line', () => {
  assert.equal(marked(extract('A river.\nAnd a lake.', hits('en', 'lake'))), 'A river. And a [lake].')
})
