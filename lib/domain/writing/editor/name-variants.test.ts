import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '#lib/runtime/testing/processor-time.ts'
import { nameVariants } from './name-variants.ts'

const pairs = (text: string, locale: string) =>
  nameVariants(text, locale).map(({ spelling, variant }) => [spelling.word, variant.word])

test('the defect of the page that this site was born from is found', () => {
  const text = `The glaciologist Azamat Mambataliev measured the lake. Mambetaliev said it grew. “It will burst,” said Mambetaliev.`
  assert.deepEqual(pairs(text, 'en'), [['Mambetaliev', 'Mambataliev']])
})

const silent: readonly (readonly [string, string, string])[] = [
  [
    'possessives and plurals',
    'en',
    'The Kazakhs met in Karakol. A Kazakh left. We saw Karakol’s lake, and Mambetaliev’s house, and Mambetaliev.',
  ],
  [
    'different names',
    'en',
    'He flew from Austria to Australia, from Slovenia to Slovakia, from Niger to Nigeria, from America with Americans.',
  ],
  ['words that begin sentences', 'en', 'Through it all. Thought is free. Another one. A mother, and another.'],
  [
    'cases of a Russian surname',
    'ru',
    'Пришёл Мамбеталиев. Видели Мамбеталиева, говорили с Мамбеталиевым о Мамбеталиеве, дали Мамбеталиеву.',
  ],
  [
    'a Russian wife and her husband',
    'ru',
    'Супруги Мамбеталиева и Мамбеталиев; у Мамбеталиевой и Мамбеталиевых; Островский, Островской, Островского.',
  ],
  [
    'cases of a Russian city',
    'ru',
    'В Каракол, из Каракола, в Караколе, над Караколом, у Бишкека, в Бишкеке, под Бишкеком.',
  ],
  [
    'endings of Kyrgyz',
    'ky',
    'Бул Мамбеталиев. Анда Мамбеталиевдин үйү, Мамбеталиевге барды, Мамбеталиевден алды, Мамбеталиевди көрдү.',
  ],
  ['capitals for whole words', 'en', 'The UNESCO and UNICEF offices.'],
  ['a script without capitals', 'fa', 'محمدعلی و محمدعالی آمدند.'],
]
for (const [what, locale, text] of silent)
  test(`${what} are no variants`, () => {
    assert.deepEqual(pairs(text, locale), [])
  })

test('a variant is found through its endings', () => {
  assert.deepEqual(pairs('Говорил Мамбеталиев. Все слушали Мамбаталиева, спорили с Мамбеталиевым.', 'ru'), [
    ['Мамбеталиев', 'Мамбаталиева'],
  ])
  assert.deepEqual(pairs('Кечээ Мамбеталиев айтты. Биз Мамбаталиевди көрдүк, Мамбеталиевге ишендик.', 'ky').length, 1)
})

test('a long text takes as long as it is, and not its square', async () => {
  const text = 'We saw Mambetaliev there, and the river rose by two metres in the night. Later it fell. '.repeat(24_000)
  const ms = await processorMs(() =>
    assert.deepEqual(pairs(`${text} With Mambataliev.`, 'en'), [['Mambetaliev', 'Mambataliev']]),
  )
  // It took 10 s and takes 0.2 s.
  assert.ok(ms < 5000, `${ms} ms`)
})
