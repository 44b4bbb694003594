import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleHead } from '../page-head.ts'
import { article, chromeOf, en, fa, hostileHeadline, ky } from '../testing/fixtures.ts'
import { breadcrumbs, graph, newsArticle, newsOrganization } from './jsonld.ts'
import { collectionPage, profilePage, staticPage, webSite } from './jsonld-pages.ts'

const origin = 'https://news.example'
const place = { origin, chrome: chromeOf(en) }
const news = newsArticle(place, article)

test('a NewsArticle has what Google recommends', () => {
  assert.equal(news['@type'], 'NewsArticle')
  assert.equal(news.headline, hostileHeadline)
  assert.equal(news.inLanguage, 'en')
  assert.equal(news.wordCount, 700)
  assert.equal(news.isAccessibleForFree, true)
  assert.equal(news.articleSection, 'The Long Line')
  assert.equal(news.mainEntityOfPage, 'https://news.example/the-long-line/turksib')
})

test('three ratios, each 1200 wide where the original has them', () => {
  const images = news.image as { url: string; width: number; height: number }[]
  assert.deepEqual(
    images.map(({ url, width, height }) => [url.split('/').at(-1), width, height]),
    [
      ['16x9-1200.jpg', 1200, 675],
      ['4x3-1200.jpg', 1200, 900],
      ['1x1-1200.jpg', 1200, 1200],
    ],
  )
  assert.ok(!('image' in newsArticle(place, { ...article, picture: null })))
})

test('one object per author, typed, by name alone', () => {
  assert.deepEqual(news.author, [
    { '@type': 'Person', name: 'A Writer', url: 'https://news.example/authors/a-writer' },
    { '@type': 'Organization', name: 'Demo desk', url: 'https://news.example/authors/demo-desk' },
  ])
})

test('dates have the offset of the edition and agree with Open Graph', () => {
  const head = articleHead(place, article).openGraph
  assert.ok(head?.type === 'article')
  assert.deepEqual([news.datePublished, news.dateModified], [head.publishedTime, head.modifiedTime])
  const persian = newsArticle({ origin, chrome: chromeOf(fa) }, article)
  assert.equal(persian.datePublished, '2026-11-19T00:00:00+03:30')
})

test('a correction is a CorrectionComment; without one the property is absent', () => {
  assert.deepEqual(news.correction, [
    { '@type': 'CorrectionComment', text: 'The year was 1931.', datePublished: '2026-11-19T11:00:00+06:00' },
  ])
  assert.ok(!('correction' in newsArticle(place, { ...article, corrections: [] })))
})

test('the publisher names its policies', () => {
  const publisher = newsOrganization(place)
  assert.equal(publisher['@type'], 'NewsMediaOrganization')
  assert.equal(publisher.publishingPrinciples, 'https://news.example/principles')
  assert.equal(publisher.correctionsPolicy, 'https://news.example/principles')
  const without = newsOrganization({ origin, chrome: { ...chromeOf(ky), pages: [] } })
  assert.ok(!('correctionsPolicy' in without))
})

test('breadcrumbs are numbered from one and absolute', () => {
  assert.deepEqual(
    breadcrumbs(place, [
      { name: 'Front page', path: '/' },
      { name: 'The Long Line', path: '/the-long-line' },
    ]).itemListElement,
    [
      { '@type': 'ListItem', position: 1, name: 'Front page', item: 'https://news.example/' },
      { '@type': 'ListItem', position: 2, name: 'The Long Line', item: 'https://news.example/the-long-line' },
    ],
  )
})

test('the front says how the edition is searched', () => {
  const { potentialAction } = webSite({ origin, chrome: chromeOf(ky) }) as {
    potentialAction?: { target: { urlTemplate: string } }
  }
  assert.equal(potentialAction?.target.urlTemplate, 'https://news.example/ky/search?q={search_term_string}')
})

test('a list names its articles in their order', () => {
  const page = collectionPage(place, { name: 'Latest', description: 'd', path: '/latest', cards: [article] })
  assert.deepEqual(page.mainEntity, {
    '@type': 'ItemList',
    itemListElement: [{ '@type': 'ListItem', position: 1, url: 'https://news.example/the-long-line/turksib' }],
  })
})

test('a desk is an organisation of the publisher, a person works for it', () => {
  const of = (kind: 'person' | 'organisation') =>
    profilePage(place, { slug: 'x', name: 'X', kind, bio: 'b', links: ['mailto:a@example.org', 'https://example.org'] })
      .mainEntity as Record<string, unknown>
  assert.deepEqual([of('person')['@type'], of('organisation')['@type']], ['Person', 'Organization'])
  const { '@type': type, '@id': id, name, url } = newsOrganization(place)
  const publisher = { '@type': type, '@id': id, name, url }
  assert.deepEqual([of('person').worksFor, of('organisation').parentOrganization], [publisher, publisher])
})

test('about and contact have types of their own', () => {
  const of = (slug: string) =>
    staticPage(place, { slug, title: 't', description: 'd', body: [], changedAt: new Date(0), siblings: [] })['@type']
  assert.deepEqual(['about', 'contact', 'principles'].map(of), ['AboutPage', 'ContactPage', 'WebPage'])
})

test('no undefined, no empty string, nothing but JSON in any graph', () => {
  const all = graph(
    news,
    webSite(place),
    profilePage(place, { slug: 'x', name: 'X', kind: 'person', bio: 'b', links: [] }),
  )
  assert.deepEqual(JSON.parse(JSON.stringify(all)), all)
  assert.doesNotMatch(JSON.stringify(all), /:""|"undefined"|null/)
})
