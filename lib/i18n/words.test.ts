import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Catalogue } from './en.ts'
import { catalogues, wordsOf } from './words.ts'

type Tree = { readonly [key: string]: string | Tree }
type Words = { readonly key: string; readonly text: string }

function flatten(tree: Tree, prefix = ''): readonly Words[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ key: prefix + key, text: value }] : flatten(value, `${prefix}${key}.`),
  )
}

const messagesOf = (language: string) => flatten(catalogues[language] as Catalogue)
const argumentsOf = (text: string) => [...new Set(text.match(/\{(\w+)(?=[,}])/g) ?? [])].toSorted()
const english = new Map(messagesOf('en').map(({ key, text }) => [key, text]))
const languages = ['en', 'ky', 'ru', 'fa']

for (const language of languages) {
  const messages = messagesOf(language)

  test(`${language} has every key of English and no other`, () => {
    assert.deepEqual(
      messages.map(({ key }) => key),
      [...english.keys()],
    )
  })

  test(`${language} says something everywhere, without stray space`, () => {
    for (const { key, text } of messages) assert.ok(text && text === text.trim(), key)
  })

  test(`${language} uses the arguments that English gives`, () => {
    for (const { key, text } of messages)
      assert.deepEqual(argumentsOf(text), argumentsOf(english.get(key) ?? ''), `${key}: ${text}`)
  })

  test(`${language} has a form for every plural category of its language`, () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    for (const { key, text } of messages.filter((message) => message.text.includes(', plural,')))
      for (const category of pluralCategories) assert.match(text, new RegExp(`\\b${category} \\{`), key)
  })

  test(`${language} can be formatted, every message`, () => {
    const say = wordsOf({ locale: language }) as unknown as (key: string, values: object) => string
    for (const { key, text } of messages) {
      const values = Object.fromEntries(
        argumentsOf(text).map((name) => [name.slice(1), /count|minutes|page/.test(name) ? 21 : 'Ünique']),
      )
      const said = say(key, values)
      assert.doesNotMatch(said, /[{}]|undefined|#/, key)
      if (argumentsOf(text).length > 0) assert.match(said, /Ünique|21|۲۱/, key)
    }
  })
}

test('no translation is left in English', () => {
  const same = ['footer.copyright']
  for (const language of ['ky', 'ru', 'fa'])
    for (const { key, text } of messagesOf(language))
      assert.ok(same.includes(key) || text !== english.get(key), `${language} ${key}`)
})

test('every word is said by some page', () => {
  const said = globSync('{app,components}/**/*.{ts,tsx}', { cwd: `${import.meta.dirname}/../..` })
    .map((path) => readFileSync(`${import.meta.dirname}/../../${path}`, 'utf8'))
    .join('')
  assert.deepEqual(
    [...english.keys()].filter((key) => !said.includes(`'${key}'`)),
    [],
  )
})

test('numbers decide the form and take the digits of the language', () => {
  const ru = wordsOf({ locale: 'ru' })
  assert.deepEqual(
    [1, 2, 5, 21].map((minutes) => ru('article.readingTime', { minutes })),
    ['1 минута чтения', '2 минуты чтения', '5 минут чтения', '21 минута чтения'],
  )
  assert.equal(wordsOf({ locale: 'fa' })('article.readingTime', { minutes: 12 }), 'زمان خواندن: ۱۲ دقیقه')
  assert.equal(wordsOf({ locale: 'en' })('search.count', { count: 0 }), 'No articles found')
  assert.equal(wordsOf({ locale: 'en' })('search.count', { count: 1200 }), '1,200 articles found')
})

test('a regional locale speaks its language, an unknown one English', () => {
  assert.equal(wordsOf({ locale: 'ru-KG' })('search.title'), 'Поиск')
  assert.equal(wordsOf({ locale: 'tg' })('search.count', { count: 2 }), '2 articles found')
})

test('text from outside is never read as a message', () => {
  const hostile = '{count, plural, other {x}} <b>'
  assert.ok(wordsOf({ locale: 'en' })('search.titleOf', { text: hostile }).includes(hostile))
})

test('a key or an argument that does not exist does not compile', () => {
  const words = wordsOf({ locale: 'en' })
  // @ts-expect-error no such key
  assert.throws(() => words('search.nothing'))
  // @ts-expect-error the argument is missing
  assert.ok(words('search.titleOf'))
  // @ts-expect-error a catalogue must have every key
  const partial: Catalogue = { skip: { label: 'x' } }
  assert.ok(partial)
})
