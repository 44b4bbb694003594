import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOwnTitle, searchWords } from './search-words.ts'

const facts = {
  ...{ title: 'Rivers', siteTitle: 'The Old Paper', siteDescription: 'News', excerpt: 'Short.', author: 'Aida' },
  ...{ categories: ['Water'], tags: ['Chu', 'Naryn'], keyword: '' },
}

const patterns: readonly (readonly [pattern: string, words: string | null])[] = [
  ['Plain words, 100% of them', 'Plain words, 100% of them'],
  ['Up 5% on last year, down 3% since', 'Up 5% on last year, down 3% since'],
  ['%%title%% %%page%% %%sep%% %%sitename%%', 'Rivers – The Old Paper'],
  ['%title% %sep% %sitename%', 'Rivers – The Old Paper'],
  ['#post_title #separator_sa #site_title', 'Rivers – The Old Paper'],
  ['#rivers in %%category%%: %%tag%%', '#rivers in Water: Chu, Naryn'],
  ['%%excerpt%% By %%name%%, %%sitedesc%%', 'Short. By Aida, News'],
  ['%%primary_category%%', 'Water'],
  ['Of %%currentyear%%', null],
  ['%date(Y)% %title%', null],
  ['%%cf_price%%', null],
  ['%%focuskw%%', null],
]

test('variables of SEO plugins are words where we know them, and nothing is guessed', () => {
  for (const [pattern, words] of patterns) assert.equal(searchWords(pattern, facts), words, pattern)
  assert.equal(searchWords('%%primary_category%%', { ...facts, categories: ['Water', 'Ice'] }), null)
})

test('a title that is the article’s own with the site’s name says nothing more', () => {
  for (const own of ['Rivers', 'Rivers – The Old Paper', 'The Old Paper | rivers'])
    assert.ok(isOwnTitle(own, facts), own)
  for (const other of ['Rivers of Asia', 'The Old Paper', '']) assert.ok(!isOwnTitle(other, facts), other)
})
