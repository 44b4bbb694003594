import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adminCatalogues, adminWords, languageOf } from './words.ts'

type Tree = { readonly [key: string]: string | Tree }

function flatten(tree: Tree, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : flatten(value, `${prefix}${key}.`),
  )
}

const messagesOf = (language: string) => flatten(adminCatalogues[language] as Tree)
const argumentsOf = (text: string) => [...new Set(text.match(/\{(\w+)(?=[,}])/g) ?? [])].toSorted()
const english = new Map(messagesOf('en'))

for (const language of ['en', 'ky', 'ru', 'fa']) {
  test(`${language} has every key of English and no other`, () => {
    assert.deepEqual(
      messagesOf(language)
        .map(([key]) => key)
        .toSorted(),
      [...english.keys()].toSorted(),
    )
  })

  test(`${language} uses the arguments that English gives, and says something everywhere`, () => {
    for (const [key, text] of messagesOf(language)) {
      assert.ok(text && text === text.trim(), key)
      assert.deepEqual(argumentsOf(text), argumentsOf(english.get(key) ?? ''), key)
    }
  })

  test(`${language} has a form for every plural category of its language`, () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    for (const [key, text] of messagesOf(language).filter(([, message]) => message.includes(', plural,')))
      for (const category of pluralCategories) assert.match(text, new RegExp(`\\b${category} \\{`), key)
  })

  test(`${language} can be formatted, every message`, () => {
    const say = adminWords(language) as unknown as (key: string, values: object) => string
    for (const [key, text] of messagesOf(language)) {
      const isNumber = (name: string) => new RegExp(`\\{${name}, (plural|number|selectordinal)`).test(text)
      const names = argumentsOf(text).map((name) => name.slice(1))
      const values = Object.fromEntries(names.map((name) => [name, isNumber(name) ? 21 : 'Ünique']))
      assert.doesNotMatch(say(key, values), /undefined|#\}|\{\w/, key)
    }
  })
}

test('the browser’s first language that we speak is chosen', () => {
  assert.equal(languageOf('tg, fa-IR;q=0.9, en;q=0.8'), 'fa')
  assert.equal(languageOf('de'), 'en')
  assert.equal(languageOf(null), 'en')
})
