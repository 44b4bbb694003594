import assert from 'node:assert/strict'
import { test } from 'node:test'
import { latin } from './latin.ts'
import { tokensOf, wordsOf } from './words.ts'

const same: readonly (readonly [string, string, string])[] = [
  ['case', 'TURKSIB', 'turksib'],
  ['Latin accents', 'Žižek Café', 'zizek cafe'],
  ['typographic apostrophes', 'the river’s', "the river's"],
  ['ё and е', 'учёный', 'ученый'],
  ['Russian stress marks', 'за́мок', 'замок'],
  ['Arabic and Persian letters', 'قرقيزستان كتاب', 'قرقیزستان کتاب'],
  ['joined and spaced Persian words', 'کتاب‌های', 'کتاب های'],
  ['Arabic vowel signs and lengthening', 'کِتـاب', 'کتاب'],
  ['alef with and without madda', 'آرال', 'ارال'],
  ['digits of three kinds', '۱۲۳ ١٢٣', '123 123'],
  ['ligatures and full width', 'ﬁn Ｋ2', 'fin k2'],
  ['soft hyphens', 'rail\u00ADway', 'railway'],
]
for (const [name, one, other] of same)
  test(`${name} make no difference`, () => assert.deepEqual(wordsOf(one), wordsOf(other)))

const different: readonly (readonly [string, string])[] = [
  ['й', 'и'],
  ['ө', 'о'],
  ['ң', 'н'],
  ['ї', 'і'],
  ['پ', 'ب'],
]
for (const [one, other] of different)
  test(`${one} is not ${other}`, () => assert.notDeepEqual(wordsOf(one), wordsOf(other)))

test('words hold only letters and digits', () => {
  assert.deepEqual(wordsOf(`a'b "c" d:* e&f (g|h) !i <-> j\\k Теңир-Тоо`), [
    'ab',
    'c',
    'd',
    'e',
    'f',
    'g',
    'h',
    'i',
    'j',
    'k',
    'теңир',
    'тоо',
  ])
  assert.deepEqual(wordsOf(' – … ! '), [])
})

test('tokens stand where their words stand in the text', () => {
  const text = 'Чүй: the river’s کتاب‌های end'
  const tokens = tokensOf(text)
  assert.deepEqual(
    tokens.map(({ word }) => word),
    wordsOf(text),
  )
  assert.deepEqual(
    tokens.map(({ start, end }) => text.slice(start, end)),
    ['Чүй', 'the', 'river’s', 'کتاب', 'های', 'end'],
  )
})

test('Latin letters are the same for the same word, and other for others', () => {
  assert.equal(latin('озеро'), 'ozero')
  assert.equal(latin('тоолор'), 'toolor')
  assert.notEqual(latin('көл'), latin('кол'))
  assert.match(latin('龍ა'), /^[a-z0-9]+$/)
})
