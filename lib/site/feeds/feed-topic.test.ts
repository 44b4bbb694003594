import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFeedTopic } from './feed-topic.ts'

const origin = 'https://news.example'
const cases: readonly (readonly [string, boolean])[] = [
  ['/site.rss', true],
  ['/latest.atom', true],
  ['/ky/latest.json', true],
  ['/the-long-line.rss?text=standfirst', true],
  ['/topic/water.rss', true],
  ['/corrections.rss', true],
  ['/latest.rss?utm_source=x', false],
  ['/latest.rss?text=full', false],
  ['/latest.rss?before=1750000000000-7', false],
  ['/search.rss?q=river', false],
  ['/Latest.rss', false],
  ['/latest.rss#items', false],
  ['/nothing/like/this.rss', false],
  ['/latest', false],
  ['/sitemap.xml', false],
  ['/websub', false],
]
for (const [path, isOne] of cases)
  test(`${path} is ${isOne ? 'a' : 'no'} feed that can be followed`, () =>
    assert.equal(isFeedTopic(origin, `${origin}${path}`), isOne))

test('a feed of another site is not ours', () => {
  assert.equal(isFeedTopic(origin, 'https://news.example:8443/latest.rss'), false)
  assert.equal(isFeedTopic(origin, 'http://news.example/latest.rss'), false)
  assert.equal(isFeedTopic(origin, '/latest.rss'), false)
})
