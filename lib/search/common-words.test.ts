import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areCommon } from './common-words.ts'
import { searchLanguage } from './language.ts'
import { wordsOf } from './words.ts'

const cases: readonly (readonly [locale: string, text: string, isCommon: boolean | null])[] = [
  ['ky', 'жана', true],
  ['ky', 'Бул үчүн', true],
  ['ky', 'бул көл', false],
  ['fa', 'و', true],
  ['fa', 'از این', true],
  ['fa', 'و رود', false],
  ['fa', '', false],
  ['en', 'the', null],
  ['ru', 'и', null],
]

test('words that are everywhere are known in the languages that PostgreSQL has no list of', () => {
  for (const [locale, text, isCommon] of cases)
    assert.equal(areCommon(wordsOf(text), searchLanguage(locale)), isCommon, text)
})
