import assert from 'node:assert/strict'
import { test } from 'node:test'
import { article, en, fa } from '#lib/site/testing/fixtures.ts'
import { type Asked, channelWithin, isWithin, type Reach } from './reach.ts'

const nothing: Asked = { editionId: null, blogId: null, topicId: null }
const edition = { ...nothing, editionId: 1 }
const other = { ...nothing, editionId: 2 }
const blog = { ...edition, blogId: 7 }
const topic = { ...edition, topicId: 3 }
const keys = {
  site: { kind: 'site' },
  edition: { kind: 'edition', editionId: 1 },
  blog: { kind: 'blog', editionId: 1, blogId: 7 },
  topic: { kind: 'topic', editionId: 1, topicId: 3 },
} as const satisfies Record<string, Reach>

const cells: readonly (readonly [keyof typeof keys, Asked, string])[] = [
  ['site', nothing, 'site'],
  ['site', other, 'edition'],
  ['site', blog, 'blog'],
  ['site', topic, 'topic'],
  ['edition', nothing, 'edition'],
  ['edition', blog, 'blog'],
  ['edition', topic, 'topic'],
  ['edition', other, 'outside-the-key'],
  ['edition', { ...other, blogId: 9 }, 'outside-the-key'],
  ['blog', nothing, 'blog'],
  ['blog', edition, 'blog'],
  ['blog', blog, 'blog'],
  ['blog', { ...blog, blogId: 8 }, 'outside-the-key'],
  ['blog', topic, 'outside-the-key'],
  ['blog', other, 'outside-the-key'],
  ['topic', nothing, 'topic'],
  ['topic', topic, 'topic'],
  ['topic', { ...topic, topicId: 4 }, 'outside-the-key'],
  ['topic', blog, 'outside-the-key'],
  ['site', { ...blog, topicId: 3 }, 'blog-or-topic'],
]

for (const [key, asked, expected] of cells)
  test(`a key of a ${key} asked for ${JSON.stringify(asked)}: ${expected}`, () => {
    const answer = channelWithin(keys[key], asked)
    assert.equal(answer.ok ? answer.value.kind : answer.error, expected)
  })

test('an article lies within its edition, its blog and its topics alone', () => {
  const own = { edition: en, article: { ...article, topics: [{ id: 3, slug: 'water', name: 'Water' }] } }
  for (const reach of Object.values(keys)) assert.ok(isWithin(reach, own), reach.kind)
  const foreign = { edition: fa, article: { ...article, blog: { ...article.blog, id: 8 }, topics: [] } }
  for (const reach of [keys.edition, keys.blog, keys.topic]) assert.ok(!isWithin(reach, foreign), reach.kind)
})
