import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formsOf } from './forms.ts'
import { searchLanguage } from './language.ts'

const kyrgyz = searchLanguage('ky')

const forms: readonly (readonly [string, string])[] = [
  ['жолдун', 'жол жөл'],
  ['тоолор', 'тоо төө'],
  ['көлгө', 'көл'],
  ['кол', 'кол көл'],
  ['калаасы', 'калаа'],
  ['китептеринен', 'китеп'],
  ['мектеби', 'мектеб мектеп'],
  ['адам', 'адам'],
  ['суу', 'суу сүү'],
  ['тенир', 'тенир теңир'],
]
for (const [word, expected] of forms)
  test(`${word} is asked for as ${expected}`, () => assert.equal(formsOf(word, kyrgyz).join(' '), expected))

test('a word of many ambiguous letters asks for few forms', () => {
  assert.ok(formsOf('нононононононон', kyrgyz).length <= 8)
})

test('other languages leave words as they are', () => {
  for (const locale of ['en', 'ru', 'kk']) assert.deepEqual(formsOf('колдун', searchLanguage(locale)), ['колдун'])
})
