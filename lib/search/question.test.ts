import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchLanguage } from './language.ts'
import { parseQuestion, questionText, replaceWords, soughtWords } from './question.ts'
import { tsqueryText } from './tsquery.ts'

const english = searchLanguage('en-GB')
const kyrgyz = searchLanguage('ky')

const queries: readonly (readonly [string, string | null])[] = [
  ['river', `('river')`],
  ['river lake', `('river') & ('lake')`],
  ['"narrow gauge" line', `('narrow' <-> 'gauge') & ('line')`],
  ['“narrow gauge”', `('narrow' <-> 'gauge')`],
  ['«узкая колея»', `('узкая' <-> 'колея')`],
  ['rail-gauge', `('rail' <-> 'gauge')`],
  ['river -desert', `('river') & (!('desert'))`],
  ['river -"salt desert"', `('river') & (!('salt' <-> 'desert'))`],
  ['river or lake OR sea dam', `('river' | 'lake' | 'sea') & ('dam')`],
  ['or river or', `('river')`],
  ['"never closed', `('never' <-> 'closed')`],
  ['-only -excluded', null],
  [`'; DROP TABLE x --`, `('drop') & ('table') & ('x')`],
  ['', null],
]
for (const [text, query] of queries)
  test(`${text || 'nothing'} asks for ${query}`, () => assert.equal(tsqueryText(parseQuestion(text), english), query))

test('without a stemmer words find those that begin with them, unless they are quoted, excluded or very short', () => {
  const kazakh = searchLanguage('kk')
  assert.equal(
    tsqueryText(parseQuestion('тоо "көл" -суу бу темир-жол'), kazakh),
    `('тоо':*) & ('көл') & (!('суу')) & ('бу') & ('темир' <-> 'жол':*)`,
  )
})

test('Kyrgyz is asked for without its endings, as Kyrgyz and as Russian keyboards write it', () => {
  assert.equal(
    tsqueryText(parseQuestion('"кол" -кол ысык-колдун үйү'), kyrgyz),
    `('кол') & (!('кол')) & ('ысык' <-> ('кол':* | 'көл':*)) & ('үйү':*)`,
  )
})

test('a Persian word is asked for without its plural, written on or after a narrow gap', () => {
  const persian = searchLanguage('fa')
  assert.equal(tsqueryText(parseQuestion('رودها'), persian), `('رود':*)`)
  assert.equal(tsqueryText(parseQuestion('رود\u200cهای'), persian), `('رود':*)`)
  assert.equal(tsqueryText(parseQuestion('راه\u200cآهن'), persian), `('راه' <-> 'اهن':*)`)
})

test('what is printed reads as the same question', () => {
  for (const [text] of queries) {
    const question = parseQuestion(text)
    assert.equal(tsqueryText(parseQuestion(questionText(question)), english), tsqueryText(question, english), text)
  }
})

test('words are replaced wherever they stand', () => {
  const question = parseQuestion('turksip "turksip line" -turksip')
  assert.equal(
    questionText(replaceWords(question, new Map([['turksip', 'turksib']]))),
    'turksib "turksib line" -turksib',
  )
  assert.deepEqual(soughtWords(question), ['turksip', 'line'])
})

test('a very long question is cut, not refused', () => {
  const question = parseQuestion(Array.from({ length: 500 }, (_, number) => `word${number}`).join(' '))
  assert.equal(soughtWords(question).length, 24)
})
