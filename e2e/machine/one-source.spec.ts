import { type APIRequestContext, expect, test } from '@playwright/test'
import { parseFeed as parseAtom } from '@rowanmanning/feed-parser'
import { parseFeed } from 'feedsmith'
import { ninjsPath } from '#lib/site/feeds/feed-urls.ts'
import { latestPath } from '#lib/site/urls.ts'
import { addressOf, demoArticles, editionRef, editions, isPublic } from '../support/demo/demo.ts'
import { readFacts, type Thing, thingOf } from '../support/demo/page-facts.ts'

/** What a program may rely on being the same, whichever way it reads an article. */
type Facts = {
  readonly url: string
  readonly headline: string
  readonly publishedAt: number
  readonly updatedAt: number
  readonly authors: readonly string[]
}

type JsonItem = {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly date_published: string
  readonly date_modified: string
  readonly authors: readonly { readonly name: string }[]
}

type NinjsItem = {
  readonly uri: string
  readonly title: string
  readonly firstCreated: string
  readonly versionCreated: string
  readonly altIds: readonly { readonly role: string; readonly value: string }[]
  readonly people: readonly { readonly name: string }[]
  readonly organisations: readonly { readonly name: string }[]
}

const sampled = 10

for (const key of editions)
  test(`page, JSON-LD, feeds, ninjs and the API say the same of an article: ${key}`, async ({ request }) => {
    const latest = latestPath(editionRef(key))
    const { items }: { items: readonly JsonItem[] } = await (await request.get(`${latest}.json`)).json()
    const api: { items: readonly NinjsItem[] } = await (
      await request.get(`/api/v1/articles?edition=${key}&limit=50`, { headers: { 'X-Forwarded-For': '203.0.113.77' } })
    ).json()
    const rss = rssFacts(await (await request.get(`${latest}.rss`)).text())
    const atom = atomFacts(await (await request.get(`${latest}.atom`)).text())
    // Another test may publish, change or withdraw something of its own between two of these requests.
    const known = items.filter(
      ({ id, url }) => rss.has(id) && atom.has(id) && api.items.some(({ uri }) => uri === id) && isOfTheDemo(url),
    )
    expect(known.length).toBeGreaterThan(5)
    for (const item of known.slice(0, sampled)) {
      const page = await pageFacts(request, item.url)
      const ninjs: NinjsItem = await (await request.get(ninjsPath(Number(item.id.split('/').at(-1))))).json()
      const partner = api.items.find(({ uri }) => uri === item.id)
      expect(jsonFacts(item), item.url).toEqual(page)
      expect(rss.get(item.id), item.url).toEqual(page)
      expect(atom.get(item.id), item.url).toEqual(page)
      expect(ninjsFacts(ninjs), item.url).toEqual(page)
      expect(partner, item.url).toEqual(ninjs)
    }
  })

const demoAddresses = new Set(demoArticles.filter(isPublic).map((article) => addressOf(article)))

function isOfTheDemo(url: string): boolean {
  return demoAddresses.has(new URL(url).pathname)
}

/** Of the page: what its reader sees, which its structured data repeats. */
async function pageFacts(request: APIRequestContext, url: string): Promise<Facts> {
  const facts = readFacts(await (await request.get(url)).text())
  const news = thingOf(facts, 'NewsArticle')
  expect([news.headline, news.url], url).toEqual([facts.firstHeading, facts.canonical[0]])
  for (const time of [news.datePublished, news.dateModified]) expect(facts.times, url).toContain(time)
  const authors = news.author as readonly Thing[]
  for (const author of authors) expect(facts.links, url).toContain(new URL(String(author.url)).pathname)
  return {
    url: String(facts.canonical[0]),
    headline: String(facts.firstHeading),
    publishedAt: Date.parse(String(news.datePublished)),
    updatedAt: Date.parse(String(news.dateModified)),
    authors: authors.map(({ name }) => String(name)),
  }
}

function rssFacts(xml: string): ReadonlyMap<string, Facts> {
  const parsed = parseFeed(xml)
  if (parsed.format !== 'rss') throw new Error(`${parsed.format} is no RSS`)
  return new Map(
    (parsed.feed.items ?? []).map(({ guid, link = '', title = '', pubDate = '', atom, dc }) => [
      guid?.value ?? '',
      {
        ...{ url: link, headline: title, authors: dc?.creators ?? [] },
        publishedAt: Date.parse(pubDate),
        // Only of what changed after it came out.
        updatedAt: Date.parse(atom?.updated ?? pubDate),
      },
    ]),
  )
}

function atomFacts(xml: string): ReadonlyMap<string, Facts> {
  return new Map(
    parseAtom(xml).items.map(({ id, url, title, published, updated, authors }) => [
      id ?? '',
      {
        ...{ url: url ?? '', headline: title ?? '', authors: authors.map(({ name }) => name ?? '') },
        publishedAt: published?.getTime() ?? Number.NaN,
        updatedAt: updated?.getTime() ?? Number.NaN,
      },
    ]),
  )
}

function jsonFacts({ url, title, date_published, date_modified, authors }: JsonItem): Facts {
  return {
    ...{ url, headline: title, authors: authors.map(({ name }) => name) },
    publishedAt: Date.parse(date_published),
    updatedAt: Date.parse(date_modified),
  }
}

function ninjsFacts({ title, firstCreated, versionCreated, altIds, people, organisations }: NinjsItem): Facts {
  return {
    url: altIds.find(({ role }) => role === 'canonical')?.value ?? '',
    headline: title,
    publishedAt: Date.parse(firstCreated),
    updatedAt: Date.parse(versionCreated),
    authors: [...people, ...organisations].map(({ name }) => name),
  }
}
