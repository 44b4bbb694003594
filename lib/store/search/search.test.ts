import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SearchAnswer, SearchQuestion } from '#lib/domain/lists/search.ts'
import { withdraw } from '#lib/domain/workflow/workflow.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  change,
  hour,
  makeDraft,
  makeEdition,
  makePublished,
  noon,
  paragraphs,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { search } from './search.ts'

withDatabase()
const editions: Record<string, TestNewsroom> = {}

async function publishIn(key: string, headline: string, body: string, at = noon): Promise<number> {
  const newsroom = editions[key] ?? assert.fail()
  return makePublished(newsroom, at, { text: { headline, standfirst: '', body: paragraphs(body) } })
}

const plain = { blogSlug: null, from: null, to: null, order: 'relevance', page: 1, isWhole: false } as const

async function ask(key: string, text: string, given: Partial<SearchQuestion> = {}, limit = 10): Promise<SearchAnswer> {
  const { edition } = editions[key] ?? assert.fail()
  const question = {
    text,
    blogSlug: null,
    from: null,
    to: null,
    order: 'relevance',
    page: 1,
    isWhole: false,
    ...given,
  } as const
  return search({ edition, question, limit })
}

const found = (answer: SearchAnswer) => answer.hits.map(({ card }) => card.headline)
const marked = (runs: SearchAnswer['hits'][number]['extract'] | undefined) =>
  (runs ?? []).map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

test('four editions with articles', async () => {
  for (const key of ['en', 'ru', 'ky', 'fa']) editions[key] = await makeEdition({ key })
  await publishIn('en', 'The railway', 'The Turksib joined Siberia to Turkestan. Trains ran on narrow gauge before.')
  await publishIn('en', 'The river', 'Rivers of the Tien Shan fill the lake. A café stands at its shore.', hour(1))
  await publishIn('en', 'The gauge', 'The gauge of a narrow valley is no track.', hour(-24 * 40))
  await publishIn('ru', 'Озёра', 'Озеро не замерзает. В озёрах нет льда, говорят учёные.')
  await publishIn('ky', 'Тоолор', 'Бийик тоолордун карлары көлгө куят.')
  await publishIn('fa', 'رودخانه', 'این رود به دریاچه می‌ریزد. کتاب‌های قدیمی از آن نوشته‌اند.')
})

const finds: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['English finds other forms of a word', 'en', 'railways', ['The railway']],
  ['case and accents do not matter', 'en', 'CAFE', ['The river']],
  ['all words must occur', 'en', 'turksib lake', []],
  ['a phrase stands together', 'en', '"narrow gauge"', ['The railway']],
  ['an excluded word is not there', 'en', 'gauge -turksib', ['The gauge']],
  ['one of two is enough', 'en', 'turksib or rivers', ['The railway', 'The river']],
  ['words joined by a hyphen stand together', 'en', 'tien-shan', ['The river']],
  ['names of topics and bylines count', 'en', 'desk lake', ['The river']],
  ['Russian finds other forms, and ё is е', 'ru', 'озеру', ['Озёра']],
  ['Russian finds ё by е', 'ru', 'ученый', ['Озёра']],
  ['Kyrgyz finds words with endings', 'ky', 'тоо', ['Тоолор']],
  ['Kyrgyz finds a word by another of its forms', 'ky', 'тоонун', ['Тоолор']],
  ['Kyrgyz is found from a Russian keyboard', 'ky', 'колго', ['Тоолор']],
  ['Persian finds a word by its plural', 'fa', 'رودها', ['رودخانه']],
  ['Persian finds a word by its plural behind a narrow gap', 'fa', 'دریاچه‌ها', ['رودخانه']],
  ['a Kyrgyz phrase is exact', 'ky', '"тоо"', []],
  ['Persian finds letters of Arabic keyboards', 'fa', 'درياچه', ['رودخانه']],
  ['Persian finds parts joined without a space', 'fa', 'کتاب', ['رودخانه']],
  ['a stop word alone finds nothing', 'en', 'the', []],
  ['an exclusion alone finds nothing', 'en', '-lake', []],
  ['another edition’s articles are not found', 'en', 'Озеро', []],
  ['operators of the database are only words', 'en', "turksib & | ! ( ' :* <->", ['The railway']],
  ['nothing asked, nothing found', 'en', '  ', []],
]
for (const [name, key, text, expected] of finds)
  test(name, async () => {
    const answer = await ask(key, text)
    assert.deepEqual(found(answer).toSorted(), expected)
    assert.equal(answer.count, expected.length)
  })

const slips: readonly (readonly [string, string, string])[] = [
  ['en', 'turksip', 'turksib'],
  ['en', 'sibreia trains', 'siberia trains'],
  ['ru', 'озепо', 'озеро'],
  ['fa', 'دریچاه', 'دریاچه'],
]
for (const [key, text, corrected] of slips)
  test(`${text} is searched as ${corrected}`, async () => {
    const answer = await ask(key, text)
    assert.equal(answer.correctedText, corrected)
    assert.equal(answer.count, 1)
  })

test('a word far from all is not corrected', async () => {
  assert.deepEqual(await ask('en', 'xylophone'), {
    hits: [],
    count: 0,
    isCountCapped: false,
    searchedSince: null,
    correctedText: null,
    hasNext: false,
    isCommon: false,
  })
})

test('headline and extract mark what was found, in the words of the article', async () => {
  const [river] = (await ask('en', 'river')).hits
  assert.equal(marked(river?.headline), 'The [river]')
  assert.match(marked(river?.extract), /\[Rivers\] of the Tien Shan/)
  const [lake] = (await ask('ru', 'озера')).hits
  assert.match(marked(lake?.extract), /^\[Озеро\] не замерзает\. В \[озёрах\]/)
})

test('newest first, when asked', async () => {
  assert.deepEqual(found(await ask('en', 'desk', { order: 'newest' })), ['The river', 'The railway', 'The gauge'])
})

test('days and blog narrow the answer', async () => {
  assert.deepEqual(found(await ask('en', 'desk', { to: '2026-06-14' })), ['The gauge'])
  // Noon in Greenwich is the evening of the same day in Bishkek.
  assert.equal((await ask('en', 'desk', { from: '2026-06-15', to: '2026-06-15' })).count, 2)
  assert.equal((await ask('en', 'desk', { from: '2026-06-16' })).count, 0)
  assert.equal((await ask('en', 'desk', { blogSlug: 'rivers' })).count, 3)
  assert.equal((await ask('en', 'desk', { blogSlug: 'railways' })).count, 0)
})

test('pages of an answer are the whole of it, once', async () => {
  const pages = await Promise.all([1, 2, 3].map((page) => ask('en', 'desk', { page }, 2)))
  assert.deepEqual(
    pages.map(({ hasNext }) => hasNext),
    [true, false, false],
  )
  assert.equal(new Set(pages.flatMap(found)).size, 3)
  assert.deepEqual(
    pages.map(({ count }) => count),
    [3, 3, 3],
  )
})

test('search knows only what is public now', async () => {
  const newsroom = editions.en ?? assert.fail()
  const body = paragraphs('Unmistakablewordhere')
  await makeDraft(newsroom, { text: { body } })
  const gone = await makePublished(newsroom, noon, { text: { body } })
  assert.equal((await ask('en', 'unmistakablewordhere')).count, 1)
  await change(gone, { version: 2 }, (article) => withdraw(article, null, hour(1)))
  assert.equal((await ask('en', 'unmistakablewordhere')).count, 0)
  const near = await ask('en', 'unmistakablewordher')
  assert.deepEqual([near.count, near.correctedText], [0, null], 'words of a withdrawn article are not suggested')
})

test('a search that takes long stops, says how far it came, and goes to the end when it is asked to', async () => {
  await publishIn('en', 'The grove', 'Saxaul grows in sand.')
  await publishIn('en', 'The desert', 'Saxaul burns long.', hour(-24 * 400))
  const { edition } = editions.en ?? assert.fail()
  const question = { ...plain, text: 'saxaul' } as const
  const stopped = await search({ edition, question, limit: 10, patience: { enough: 0, most: 10_000, few: 0 } })
  assert.deepEqual(found(stopped), ['The grove'])
  assert.equal(stopped.isCountCapped, true)
  assert.deepEqual(stopped.searchedSince, new Date('2026-05-01T00:00:00Z'))
  const older = { ...question, to: '2026-04-30' }
  const hasty = await search({
    edition,
    question: { ...older, from: '2025-01-01' },
    limit: 10,
    patience: { enough: 0, most: 0, few: 0 },
  })
  assert.deepEqual([hasty.count, hasty.searchedSince], [0, new Date('2026-03-01T00:00:00Z')], 'the first months always')
  const small = await search({ edition, question, limit: 10, patience: { enough: 0, most: 0, few: 3000 } })
  assert.deepEqual([small.count, small.searchedSince], [2, null], 'a small archive is looked through whole')
  const whole = await search({ edition, question: { ...question, isWhole: true }, limit: 10 })
  assert.deepEqual(found(whole).toSorted(), ['The desert', 'The grove'])
  assert.equal(whole.searchedSince, null)
})

test('words that stand everywhere are told apart from words that stand nowhere; a headline of just those is found', async () => {
  for (const [key, text] of [
    ['en', 'the'],
    ['en', 'Who are "we"?'],
    ['ru', 'и'],
    ['ru', 'кто мы'],
    ['ky', 'жана'],
    ['ky', 'бул үчүн'],
    ['fa', 'و'],
    ['fa', 'از این'],
  ] as const) {
    const { isCommon, count, correctedText } = await ask(key, text)
    assert.deepEqual({ isCommon, count, correctedText }, { isCommon: true, count: 0, correctedText: null }, text)
  }
  for (const [key, text] of [
    ['en', 'the lake'],
    ['fa', 'و رود'],
    ['en', 'xylophone'],
    ['en', '-lake'],
    ['en', '  '],
  ] as const)
    assert.equal((await ask(key, text)).isCommon, false, text)

  await publishIn('en', 'Who are we?', 'An essay.', hour(2))
  await publishIn('en', 'Who are we now', 'Another.', hour(2))
  await publishIn('ru', '«Кто мы?»', 'Очерк.', hour(2))
  await publishIn('fa', 'از این', 'نوشته.', hour(2))
  const answer = await ask('en', 'who are we')
  assert.deepEqual([found(answer), answer.count, answer.isCommon], [['Who are we?'], 1, true])
  assert.deepEqual(found(await ask('ru', 'Кто мы')), ['«Кто мы?»'])
  assert.deepEqual(found(await ask('fa', 'از این')), ['از این'])
  assert.deepEqual(found(await ask('en', 'who are we', { to: '2026-06-14' })), [])
  assert.deepEqual(found(await ask('en', 'who are we', { blogSlug: 'rivers', from: '2026-06-15' })), ['Who are we?'])
  assert.deepEqual(found(await ask('en', 'who are we', { blogSlug: 'no-such-blog' })), [])
})
