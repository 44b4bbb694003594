import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InlineTextError, parseInlineText } from './inline-text.ts'

const runs = (text: string) =>
  parseInlineText(text).map(({ text: words, marks }) => [words, ...marks.map((mark) => Object.values(mark).join(' '))])

const cases: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ['Plain', [['Plain']]],
  ['An *emphasis* and a **strong**', [['An '], ['emphasis', 'emphasis'], [' and a '], ['strong', 'strong']]],
  ['[site](https://example.org)', [['site', 'link https://example.org']]],
  ['[story](article:chu-river)', [['story', 'family-link chu-river']]],
  [
    'a <span lang="ky">Чүй *дарыясы*</span>.',
    [['a '], ['Чүй ', 'language ky'], ['дарыясы', 'language ky', 'emphasis'], ['.']],
  ],
  ['1990. A year, not a list', [['1990. A year, not a list']]],
  ['- a dash', [['- a dash']]],
  ['# a number sign', [['# a number sign']]],
  ['two\nlines', [['two lines']]],
]
for (const [text, expected] of cases)
  test(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(runs(text), expected))

for (const text of [
  'a <b>c</b>',
  'a <span lang="ky">open',
  'a </span>',
  'a `code`',
  '![picture](x)',
  'one\n\ntwo',
  'a <span onclick="x">b</span>',
])
  test(`refuses ${JSON.stringify(text)}`, () => assert.throws(() => parseInlineText(text), InlineTextError))
