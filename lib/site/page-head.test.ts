import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Metadata } from 'next'
import { articleHead, type PageHead, pageHead, unlistedHead } from './page-head.ts'
import { siblingsEverywhere, siblingsOf } from './siblings.ts'
import { article, chromeOf, en, fa, hostileHeadline, ky } from './testing/fixtures.ts'
import { latestPath, sectionPath } from './urls.ts'

const origin = 'https://news.example'
const place = { origin, chrome: chromeOf(en) }
const head = articleHead(place, article)
const kyrgyz = articleHead(
  { origin, chrome: chromeOf(ky) },
  {
    ...article,
    blog: { id: 8, slug: 'uzun-zhol', name: 'Узун жол' },
    slug: 'turksib-ky',
    translations: [
      {
        editionKey: 'en',
        locale: 'en',
        direction: 'ltr',
        isDefaultEdition: true,
        article: { id: 42, blogSlug: 'the-long-line', slug: 'turksib', headline: '' },
      },
    ],
  },
)

test('a head is what Next takes for metadata', () => {
  const metadata: Metadata = head satisfies PageHead
  assert.ok(metadata)
})

test('an article is titled by its headline, in its edition', () => {
  assert.equal(head.title.absolute, `${hostileHeadline} · Masthead`)
  assert.equal(head.description, 'How the line was built.')
  assert.equal(articleHead(place, { ...article, description: 'For searchers.' }).description, 'For searchers.')
})

test('canonical and language links are absolute, name the page itself, and agree between versions', () => {
  assert.equal(head.alternates?.canonical, 'https://news.example/the-long-line/turksib')
  assert.equal(kyrgyz.alternates?.canonical, 'https://news.example/ky/uzun-zhol/turksib-ky')
  assert.deepEqual(head.alternates?.languages, {
    en: 'https://news.example/the-long-line/turksib',
    ky: 'https://news.example/ky/uzun-zhol/turksib-ky',
    'x-default': 'https://news.example/the-long-line/turksib',
  })
  assert.deepEqual(head.alternates?.languages, kyrgyz.alternates?.languages)
})

test('without a version in the default edition all versions still name the same x-default', () => {
  const siblings = siblingsOf(
    [en, ky, fa],
    [
      { editionKey: 'fa', slug: 'rah' },
      { editionKey: 'ky', slug: 'zhol-a' },
      { editionKey: 'gone', slug: 'x' },
    ],
    sectionPath,
  )
  const of = (edition: typeof ky, path: string) =>
    pageHead({ origin, chrome: chromeOf(edition) }, { title: 't', description: 'd', path, siblings }).alternates
      ?.languages
  assert.deepEqual(of(ky, '/ky/zhol-a'), of(fa, '/fa/rah'))
  assert.equal(of(fa, '/fa/rah')?.['x-default'], 'https://news.example/ky/zhol-a')
})

test('a page that every edition has lists all of them', () => {
  const siblings = siblingsEverywhere([en, ky, fa], latestPath)
  const { alternates } = pageHead(place, { title: 'Latest', description: 'd', path: '/latest', siblings })
  assert.deepEqual(Object.keys(alternates?.languages ?? {}), ['en', 'ky', 'fa', 'x-default'])
})

test('a list behind a cursor has a canonical of its own and no versions', () => {
  const { alternates, robots } = pageHead(place, {
    title: 'Latest',
    description: 'd',
    path: '/latest?before=1-2',
    siblings: new Map(),
  })
  assert.equal(alternates?.canonical, 'https://news.example/latest?before=1-2')
  assert.ok(!('languages' in (alternates ?? {})))
  assert.equal(robots, 'max-image-preview:large')
})

test('Open Graph tells the times, people, section and picture of the article', () => {
  const graph = head.openGraph
  assert.ok(graph?.type === 'article')
  assert.equal(graph.title, hostileHeadline)
  assert.equal(graph.publishedTime, '2026-11-19T02:30:00+06:00')
  assert.equal(graph.modifiedTime, '2026-11-19T11:00:00+06:00')
  assert.deepEqual(graph.authors, ['https://news.example/authors/a-writer', 'https://news.example/authors/demo-desk'])
  assert.deepEqual([graph.section, graph.tags], ['The Long Line', ['Railways and roads']])
  assert.equal(kyrgyz.openGraph?.locale, 'ky_KG')
  assert.deepEqual(graph.images, [
    {
      url: 'https://news.example/media/abcdefghijklmnopqrstuv/16x9-1200.jpg',
      width: 1200,
      height: 675,
      alt: 'Map of a railway',
      type: 'image/jpeg',
    },
  ])
  assert.equal(head.twitter?.card, 'summary_large_image')
})

test('without a picture the card is small', () => {
  const bare = articleHead(place, { ...article, picture: null })
  assert.deepEqual([bare.twitter?.card, bare.openGraph?.images], ['summary', []])
})

test('an article never changed was modified when it was published', () => {
  const graph = articleHead(place, { ...article, updatedAt: null }).openGraph
  assert.ok(graph?.type === 'article')
  assert.equal(graph.modifiedTime, graph.publishedTime)
})

test('search and failures are not kept by search engines', () => {
  assert.deepEqual(unlistedHead(chromeOf(en), { title: 'Search', description: 'd' }), {
    title: { absolute: 'Search · Masthead' },
    description: 'd',
    robots: 'noindex, follow',
  })
})

test('the front is titled by the edition itself', () => {
  const front = pageHead(place, { title: null, description: 'd', path: '/', siblings: new Map() })
  assert.equal(front.title.absolute, 'Masthead: Rivers and railways')
})

test('a page that no feed follows names that of its edition', () => {
  const about = { title: 'About', description: 'd', path: '/ky/about', siblings: new Map() }
  assert.deepEqual(pageHead({ origin, chrome: chromeOf(ky) }, about).alternates?.types, {
    'application/rss+xml': [{ url: '/ky/latest.rss', title: ky.name }],
  })
})

test('a front leads to the feed of all editions as well', () => {
  const front = { title: null, description: 'd', path: '/ky', siblings: new Map() }
  const feed = { page: '/ky/latest', title: ky.name }
  const { alternates } = pageHead({ origin, chrome: chromeOf(ky) }, { ...front, feed, siteFeed: 'All editions' })
  assert.deepEqual(alternates?.types?.['application/atom+xml'], [
    { url: '/ky/latest.atom', title: ky.name },
    { url: '/site.atom', title: 'All editions' },
  ])
})

test('a list names its feed in every format, an article that of its blog in one, and its oEmbed', () => {
  const feed = { page: '/latest', title: 'Masthead' }
  const list = pageHead(place, { title: 'Latest', description: 'd', path: '/latest', siblings: new Map(), feed })
  assert.deepEqual(list.alternates?.types, {
    'application/rss+xml': [{ url: '/latest.rss', title: 'Masthead' }],
    'application/atom+xml': [{ url: '/latest.atom', title: 'Masthead' }],
    'application/feed+json': [{ url: '/latest.json', title: 'Masthead' }],
  })
  const types = kyrgyz.alternates?.types ?? {}
  assert.deepEqual(types['application/rss+xml'], [{ url: '/ky/uzun-zhol.rss', title: 'Узун жол · Мастхед' }])
  const [embed] = types['application/json+oembed'] ?? []
  assert.equal(embed?.url, '/oembed?url=https%3A%2F%2Fnews.example%2Fky%2Fuzun-zhol%2Fturksib-ky')
  const search = unlistedHead(place.chrome, { title: 'Search: x', description: 'd', feed: '/search?q=x' })
  assert.equal(search.alternates?.types?.['application/rss+xml']?.[0]?.url, '/search.rss?q=x')
  assert.equal(search.alternates?.canonical, undefined)
})
