import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFeed as parseByRowan } from '@rowanmanning/feed-parser'
import { parseFeed as parseByFeedsmith } from 'feedsmith'
import { hostileHeadline } from '#lib/site/testing/fixtures.ts'
import { writeAtom } from './atom.ts'
import { lastModified, updatedAt } from './feed.ts'
import { writeJsonFeed } from './json-feed.ts'
import { writeRss } from './rss.ts'
import { atomProblems, jsonFeedProblems, rssProblems } from './testing/feed-rules.ts'
import { feedOf, syndicated } from './testing/fixtures.ts'
import { feedSchemaProblems } from './testing/validate-xml.ts'

const forms = ['full', 'standfirst'] as const

for (const form of forms)
  test(`every format keeps its rules, hostile words and all: ${form}`, () => {
    assert.deepEqual(rssProblems(writeRss(feedOf(form))), [])
    assert.deepEqual(atomProblems(writeAtom(feedOf(form))), [])
    assert.deepEqual(jsonFeedProblems(writeJsonFeed(feedOf(form))), [])
  })

test('RSS and Atom are valid by their schemas, and the schemas find what is wrong', async () => {
  for (const form of forms) {
    assert.deepEqual(await feedSchemaProblems(writeRss(feedOf(form)), 'rss'), [])
    assert.deepEqual(await feedSchemaProblems(writeAtom(feedOf(form)), 'atom'), [])
  }
  const atom = writeAtom(feedOf())
  for (const [from, to] of [
    ['<id>', '<id>x</id><id>'],
    ['<category term', '<category name'],
    ['<published>2026', '<published>26'],
    [' when="2026', ' when="yesterday 2026'],
    ['<summary>', '<abstract xmlns="http://www.w3.org/2005/Atom"/><summary>'],
  ] as const)
    assert.notDeepEqual(await feedSchemaProblems(atom.replace(from, to), 'atom'), [], from)
  const rss = writeRss(feedOf())
  for (const [from, to] of [
    ['<item>', '<item><body/>'],
    ['<enclosure url', '<enclosure/><enclosure url'],
    ['isPermaLink="false"', 'isPermaLink="no"'],
    ['<pubDate>', '<pubDate>2026-11-18'],
  ] as const)
    assert.notDeepEqual(await feedSchemaProblems(rss.replace(from, to), 'rss'), [], from)
})

test('the rules find what is wrong', () => {
  const rss = writeRss(feedOf())
  assert.notDeepEqual(rssProblems(rss.replace('<guid isPermaLink="false">', '<guid>')), [])
  assert.notDeepEqual(rssProblems(rss.replace('rel="self"', 'rel="me"')), [])
  assert.notDeepEqual(rssProblems(rss.replace('</item>', '')), [])
  const atom = writeAtom(feedOf())
  assert.notDeepEqual(atomProblems(atom.replace(/<updated>[^<]*<\/updated>/, '')), [])
  assert.notDeepEqual(atomProblems(atom.replace('<id>tag:', '<id>tag')), [])
  assert.notDeepEqual(jsonFeedProblems(writeJsonFeed(feedOf()).replace('"id":"tag', '"guid":"tag')), [])
})

for (const [name, write] of [
  ['RSS', writeRss],
  ['Atom', writeAtom],
] as const)
  test(`${name} says the same to two parsers that were not written here`, () => {
    const xml = write(feedOf())
    const rowan = parseByRowan(xml)
    assert.deepEqual(
      [rowan.title, rowan.language, rowan.url],
      ['Masthead & sons <feed>', 'en', 'https://news.example/latest'],
    )
    const [first, second] = rowan.items
    // It takes entities out twice: what an article calls `&amp;` it shows as `&`.
    assert.equal(first?.title, hostileHeadline.replace('&amp;', '&'))
    assert.deepEqual([first?.id, second?.id], ['tag:news.example,2026:article/42', 'tag:news.example,2026:article/43'])
    assert.equal(first?.url, 'https://news.example/the-long-line/turksib')
    assert.equal(first?.published?.toISOString(), '2026-11-18T20:30:00.000Z')
    assert.deepEqual(
      first?.authors.map((author) => author.name),
      ['A Writer', 'Demo desk'],
    )
    assert.ok(first?.content?.includes('<h2>Who goes?</h2>'))
    assert.ok(first?.media.some((one) => one.url?.endsWith('/16x9-1200.jpg')))

    const { feed } = parseByFeedsmith(xml) as { feed: { items?: Found[]; entries?: Found[] } }
    const items = (feed.items ?? feed.entries ?? []).slice(0, 2)
    assert.deepEqual(
      items.map(({ title }) => textOf(title)),
      [hostileHeadline, 'خط آهن ]]> & 😀'],
    )
    const [text] = items
    assert.equal(textOf(text?.updated ?? text?.atom?.updated), '2026-11-19T05:00:00Z')
    const html = textOf(text?.content) ?? textOf(text?.content?.encoded)
    assert.ok(html?.includes('a ]]&gt; b &amp; c &lt;script&gt;alert('), html)
  })

type Value = string | { readonly value?: string; readonly encoded?: string }
type Found = {
  readonly title?: Value
  readonly updated?: Value
  readonly atom?: { readonly updated?: Value }
  readonly content?: { readonly value?: string; readonly encoded?: string }
}

function textOf(value: Value | undefined): string | undefined {
  return typeof value === 'object' ? value.value : value
}

test('an address that changes makes no new item, nor does another scheme or port', () => {
  const idOf = (xml: string) => /<guid[^>]*>([^<]+)/.exec(xml)?.[1]
  const moved = feedOf()
  const other = { ...moved, items: moved.items.map((item) => ({ ...item, url: 'https://news.example/x/y' })) }
  assert.equal(idOf(writeRss(other)), idOf(writeRss(moved)))
  assert.equal(syndicated.article.id, 42)
  assert.equal(idOf(writeRss(moved)), 'tag:news.example,2026:article/42')
})

test('what is gone is told in the words of each format', () => {
  const id = 'tag:news.example,2026:article/41'
  assert.ok(writeAtom(feedOf()).includes(`<at:deleted-entry ref="${id}" when="2026-11-20T00:00:00Z">`))
  const [, rss = ''] = writeRss(feedOf()).split(/(?=<item>\s*<title>This article has been withdrawn)/)
  assert.match(rss, new RegExp(`<guid isPermaLink="false">${id}</guid>`))
  assert.match(rss, /<description>It is &amp; was &lt;gone&gt;\.<\/description>/)
  const json = JSON.parse(writeJsonFeed(feedOf())) as { items: { id: string; _masthead?: { withdrawn?: string } }[] }
  assert.equal(json.items.find((item) => item.id === id)?._masthead?.withdrawn, '2026-11-20T00:00:00Z')
})

test('pages lead to each other, and to their hub', () => {
  const rss = writeRss(feedOf())
  const links = Object.fromEntries(
    [...rss.matchAll(/<atom:link rel="([a-z]+)"[^>]*href="([^"]+)"/g)].map((match) => [match[1], match[2]]),
  )
  assert.deepEqual(links, {
    self: 'https://news.example/latest.rss?before=1795033800000-42',
    hub: 'https://hub.example/',
    first: 'https://news.example/latest.rss',
    previous: 'https://news.example/latest.rss?after=1795033800000-42',
    next: 'https://news.example/latest.rss?before=1793491200000-9',
  })
  assert.equal(
    JSON.parse(writeJsonFeed(feedOf('standfirst'))).next_url,
    'https://news.example/latest.json?text=standfirst&before=1793491200000-9',
  )
})

test('dates are no finer than those of the page: what was published within a second is one moment everywhere', () => {
  const exact = (time: string) => new Date(`2026-11-18T20:30:${time}Z`)
  const feed = feedOf()
  const made = { publishedAt: exact('07.639'), updatedAt: exact('07.911') }
  const quick = { ...feed, items: feed.items.map((item) => ({ ...item, ...made })) }
  for (const text of [writeRss(quick), writeAtom(quick), writeJsonFeed(quick)]) {
    assert.match(text, /20:30:07(Z| GMT)/)
    assert.doesNotMatch(text, /20:30:07\.|<atom:updated>2026-11-18/)
  }
})

test('a feed was last changed when its newest item was, or when something left it; never later than now', () => {
  const feed = { ...feedOf(), leftAt: null }
  const now = new Date('2030-01-01T00:00:00Z')
  const newest = lastModified(feed, now) ?? assert.fail()
  assert.equal(newest.getTime(), updatedAt(feed).getTime())
  const leftAt = new Date(newest.getTime() + 1000)
  assert.deepEqual(lastModified({ ...feed, leftAt }, now), leftAt)
  const early = new Date('2020-01-01T00:00:00Z')
  assert.deepEqual(lastModified(feed, early), early)
  assert.equal(lastModified({ ...feed, items: [], removed: [] }, now), null)
})

test('an article in another language than its feed says so, and a text from right to left runs that way', () => {
  const rss = parseByFeedsmith(writeRss(feedOf())) as { feed: { items?: { dc?: { languages?: string[] } }[] } }
  assert.deepEqual(
    rss.feed.items?.map((item) => item.dc?.languages?.[0]),
    [undefined, 'fa', undefined],
  )
  assert.equal(writeRss(feedOf()).match(/<item xml:lang="fa">/g)?.length, 1)
  assert.equal(writeAtom(feedOf()).match(/<entry xml:lang="fa">/g)?.length, 1)
  const gone = { ...feedOf(), removed: feedOf().removed.map((item) => ({ ...item, locale: 'fa' })) }
  assert.match(writeRss(gone), /<item xml:lang="fa"><title>This article/)
  assert.match(writeAtom(gone), /<at:comment xml:lang="fa">/)
  assert.equal(JSON.parse(writeJsonFeed(gone)).items.at(-1).language, 'fa')
  const [english, farsi] = feedOf().items
  assert.doesNotMatch(english?.html ?? '', / dir=/)
  assert.match(farsi?.html ?? '', /^<div lang="fa" dir="rtl">(.|\n)*<\/div>$/)
})

test('a feed of standfirsts holds no text', () => {
  for (const text of [
    writeRss(feedOf('standfirst')),
    writeAtom(feedOf('standfirst')),
    writeJsonFeed(feedOf('standfirst')),
  ]) {
    assert.ok(text.includes('How the line was built.'))
    assert.ok(!text.includes('I saw it.'))
  }
})

test('a correction stands in the text where it stands on the page', () => {
  const [item] = feedOf().items
  assert.ok(item?.html?.startsWith('<aside><p><strong>Correction:</strong> The year was 1931.</p></aside>'))
})
