import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleText } from './newsroom.ts'
import { factsOf, onlySuggests, picturesOf, readFacts, saysTheSame } from './revision-facts.ts'
import { chainHash } from './revision-hash.ts'

const text: ArticleText = {
  ...{
    headline: 'River',
    standfirst: 'S',
    description: null,
    socialText: 'On the river',
    sources: [],
    sourceLine: null,
  },
  pictureId: 4,
  body: [
    { kind: 'figure', pictureId: 7, size: 'text' },
    { kind: 'figure', pictureId: 4, size: 'wide' },
  ],
}
const article = {
  text,
  suggestedBody: null,
  slug: 'river',
  blogId: 1,
  topicIds: [2, 3],
  bylines: [{ contributorId: 5, role: 'Photo' }],
}
const words = { alt: 'A river', caption: 'The Chu', credit: 'Desk' }

test('what is written comes back: the facts of the text, the placement, the words of pictures', () => {
  const { headline, standfirst, description, body, ...facts } = text
  assert.deepEqual(readFacts(JSON.parse(JSON.stringify(factsOf(article, { 4: words })))), {
    text: facts,
    placement: { slug: 'river', blogId: 1, topicIds: [2, 3], bylines: [{ contributorId: 5, role: 'Photo' }] },
    pictures: { 4: words },
    suggestedBody: null,
  })
})

test('what is suggested is kept beside the text, and leaves no key when there is nothing', () => {
  const suggestion = { kind: 'deletion', id: 'suggestion-1', by: 'aida', at: '2026-11-22T12:00:00.000Z' } as const
  const suggestedBody = text.body.map((block) => ({ ...block, suggestion }))
  const suggested = { ...article, suggestedBody }
  assert.deepEqual(readFacts(JSON.parse(JSON.stringify(factsOf(suggested, {})))).suggestedBody, suggestedBody)
  assert.ok(!('suggestedBody' in factsOf(article, {})))
  assert.ok(!saysTheSame(article, suggested), 'a suggestion is worth a revision')
  assert.ok(onlySuggests(article, suggested) && onlySuggests(suggested, article))
  assert.ok(!onlySuggests(article, article))
  assert.ok(!onlySuggests(article, { ...suggested, slug: 'rivers' }))
})

test('facts of an early revision are read as they were written, and hash as they did', () => {
  const early = { pictureId: null, sources: [], sourceLine: null }
  assert.deepEqual(readFacts(early), { text: early, placement: {}, pictures: {}, suggestedBody: null })
  assert.equal(chainHash({ facts: early }, null), chainHash({ facts: { ...early, slug: undefined } }, null))
  assert.notEqual(chainHash({ facts: early }, null), chainHash({ facts: { ...early, slug: 'river' } }, null))
})

test('each picture counts once', () => {
  assert.deepEqual(picturesOf(text), [4, 7])
})

test('another order of bylines or topics, another role, blog or address is another revision', () => {
  assert.ok(saysTheSame(article, structuredClone(article)))
  for (const other of [
    { topicIds: [3, 2] },
    { bylines: [{ contributorId: 5, role: null }] },
    { blogId: 2 },
    { slug: 'rivers' },
    { text: { ...text, socialText: null } },
  ])
    assert.ok(!saysTheSame(article, { ...article, ...other }))
})
