import { type APIRequestContext, expect, test } from '@playwright/test'
import { parseFeed } from '@rowanmanning/feed-parser'
import { withdraw } from '#lib/domain/workflow/workflow.ts'
import { atomProblems, jsonFeedProblems, rssProblems } from '#lib/feeds/testing/feed-rules.ts'
import { type FeedFormat, feedFormats, feedPath, feedTypes, siteFeedPage } from '#lib/site/feeds/feed-urls.ts'
import {
  contributorPath,
  correctionsPath,
  latestPath,
  permanentPath,
  searchPath,
  sectionPath,
  topicPath,
} from '#lib/site/urls.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { addressOf, demoArticle, demoArticles, editionRef, editions, isPublic, slugIn } from '../support/demo/demo.ts'
import { makeArticle } from '../support/newsroom-articles.ts'
import { makeContributor, makeTopic } from '../support/references.ts'

const rules = { rss: rssProblems, atom: atomProblems, json: jsonFeedProblems } satisfies Record<
  FeedFormat,
  (text: string) => readonly string[]
>

/** One page of every kind that has a feed. */
const pages = editions.flatMap((key) => {
  const edition = editionRef(key)
  const article = demoArticle(key)
  return [
    latestPath(edition),
    sectionPath(edition, article.blog),
    topicPath(edition, slugIn(key, 'topics', 'security')),
    contributorPath(edition, slugIn(key, 'contributors', 'demo-desk')),
    correctionsPath(edition),
    searchPath(edition, { q: article.headline.split(' ')[0] ?? '' }),
  ]
})

for (const page of [siteFeedPage, ...pages])
  test(`feeds of ${page} keep their rules, in every format and form`, async ({ request }) => {
    for (const format of feedFormats)
      for (const form of ['full', 'standfirst'] as const) {
        const path = feedPath(page, { format, form })
        const answer = await request.get(path)
        expect(answer.status(), path).toBe(200)
        expect(answer.headers()['content-type'], path).toContain(feedTypes[format])
        expect(answer.headers().link, path).toContain('rel="self"')
        expect(rules[format](await answer.text()), path).toEqual([])
      }
  })

test('a feed has the articles of its page, in their order, under ids that lead to them', async ({ request }) => {
  // Other tests publish and withdraw meanwhile: one of the two may be older than the other.
  await expect(async () => {
    const feed = parseFeed(await textOf(request, '/latest.atom'))
    const html = await textOf(request, '/latest')
    expect(feed.items.length).toBe(20)
    const places = feed.items.map((item) => html.lastIndexOf(`href="${new URL(item.url ?? '').pathname}"`))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const [first] = feed.items
    const id = Number(first?.id?.split('/').at(-1))
    const permanent = await request.get(permanentPath(id), { maxRedirects: 0 })
    expect(new URL(permanent.headers().location ?? '', 'http://localhost').pathname).toBe(
      new URL(first?.url ?? '').pathname,
    )
  }).toPass({ timeout: 20_000 })
})

test('pages of a feed follow each other until every article was told once', async ({ request }) => {
  const seen: string[] = []
  let next: string | null = '/ky/latest.json?text=standfirst'
  for (let turn = 0; next && turn < 50; turn++) {
    const feed: { items: { id: string; url: string; _masthead?: { withdrawn?: string } }[]; next_url?: string } =
      await (await request.get(next)).json()
    seen.push(...feed.items.filter((item) => !item._masthead?.withdrawn).map((item) => new URL(item.url).pathname))
    const following: URL | null = feed.next_url ? new URL(feed.next_url) : null
    next = following && following.pathname + following.search
  }
  expect(new Set(seen).size).toBe(seen.length)
  for (const article of demoArticles.filter((one) => one.edition === 'ky' && isPublic(one)))
    expect(seen).toContain(addressOf(article))
})

test('asked again with its tag, a feed answers 304', async ({ request }) => {
  for (const format of feedFormats) {
    const path = feedPath('/fa/latest', { format })
    await expect(async () => {
      const { etag = '' } = (await request.get(path)).headers()
      expect(etag).not.toBe('')
      expect((await request.get(path, { headers: { 'If-None-Match': etag } })).status(), path).toBe(304)
    }).toPass({ timeout: 20_000 })
  }
})

test('asked again by date, feeds and sitemaps answer 304 as long as nothing changed', async ({ request }) => {
  for (const path of ['/latest.rss', '/latest.atom', '/latest.json', '/sitemap.xml', '/sitemaps/articles-0.xml'])
    await expect(async () => {
      const { 'last-modified': changed = '' } = (await request.get(path)).headers()
      expect(Date.parse(changed), path).toBeLessThanOrEqual(Date.now())
      const since = (at: number) => ({ headers: { 'If-Modified-Since': new Date(at).toUTCString() } })
      expect((await request.get(path, since(Date.parse(changed)))).status(), path).toBe(304)
      expect((await request.head(path, since(Date.parse(changed)))).status(), path).toBe(304)
      expect((await request.get(path, since(Date.parse(changed) - 1000))).status(), path).toBe(200)
      // Other tests publish meanwhile: then the next time is told, and holds.
    }).toPass({ timeout: 20_000 })
})

test('nothing that is not public is in any feed', async ({ request }) => {
  const hidden = demoArticles.filter((article) => article.state || article.embargoUntil || article.withdrawn)
  expect(hidden.length).toBeGreaterThan(0)
  for (const page of [siteFeedPage, ...pages]) {
    const text = await (await request.get(feedPath(page, { format: 'json' }))).text()
    for (const article of hidden) expect(text, page).not.toContain(article.slug)
  }
})

test('what is withdrawn leaves every feed at once, and is told under the id that it had', async ({ request }) => {
  const article = await makeArticle({ isPublished: true })
  const told = (path: string) => expect.poll(() => textOf(request, path), { message: path, timeout: 20_000 })
  await told('/latest.rss').toContain(article.headline)
  const id = `2026:article/${article.id}`
  await told('/latest.atom').toContain(`${id}</id>`)
  const now = new Date()
  await changeArticle({ id: article.id, version: 2, by: { name: 'test' }, action: 'withdraw', now }, (one) =>
    withdraw(one, `It was about another bridge than ${article.id}.`, now),
  )
  // Two processes answer, and each hears of it for itself.
  await told('/latest.rss').not.toContain(article.headline)
  await told('/latest.rss').toContain(`${id}</guid>`)
  await told('/site.json').toContain(`It was about another bridge than ${article.id}.`)
  await told('/latest.atom').toMatch(new RegExp(`<at:deleted-entry ref="[^"]*${id}"`))
  for (const format of feedFormats) await told(`/latest.${format}`).not.toContain(article.path)
})

test('former addresses of blogs, and second ones, lead to the one feed', async ({ request }) => {
  const answer = await request.get('/en/latest.rss', { maxRedirects: 0 })
  expect(answer.status()).toBe(301)
  expect(new URL(answer.headers().location ?? '', 'http://localhost').pathname).toBe('/latest.rss')
  for (const path of ['/no-such-blog.rss', '/zz/latest.rss', '/topic/nothing.atom', '/about.rss'])
    expect((await request.get(path)).status(), path).toBe(404)
})

test('the feed of a topic or a contributor moves with its page', async ({ request }) => {
  const [topic, contributor] = [await makeTopic(), await makeContributor()]
  await inTransaction(async (open) => {
    const { id: editionId } = await open.edition.findFirstOrThrow({ where: { isDefault: true } })
    for (const to of [
      { path: `topic/once-${topic.slug}`, topicId: topic.id },
      { path: `authors/once-${contributor.slug}`, contributorId: contributor.id },
    ])
      await open.formerAddress.create({ data: { editionId, ...to } })
  })
  for (const [from, to] of [
    [`/topic/once-${topic.slug}.rss?text=standfirst`, `/topic/${topic.slug}.rss?text=standfirst`],
    [`/authors/once-${contributor.slug}.json`, `/authors/${contributor.slug}.json`],
  ] as const) {
    const answer = await request.get(from, { maxRedirects: 0 })
    expect(answer.status(), from).toBe(301)
    expect(answer.headers().location).toBe(to)
  }
})

test('a page names its feed, and the feed its page', async ({ request }) => {
  for (const path of [
    '/',
    '/fa/latest',
    sectionPath(editionRef('en'), demoArticle('en').blog),
    addressOf(demoArticle('ru')),
    '/about',
    '/ky/archive',
    `${sectionPath(editionRef('en'), demoArticle('en').blog)}/archive`,
  ]) {
    const html = await textOf(request, path)
    const [, feed = ''] = /<link rel="alternate" type="application\/rss\+xml" href="([^"]+)"/.exec(html) ?? []
    expect(feed, path).toMatch(/\.rss$/)
    expect((await request.get(feed)).status(), feed).toBe(200)
  }
})

test('the front leads to the feed of all editions, in every format', async ({ request }) => {
  const html = await textOf(request, '/fa')
  for (const format of feedFormats) expect(html).toContain(`href="${feedPath(siteFeedPage, { format })}"`)
})

test('a feed names a hub where one tells of its changes, and nowhere else', async ({ request }) => {
  const { next_url: older } = await (await request.get('/latest.json')).json()
  const question = searchPath(editionRef('en'), { q: 'river' })
  for (const path of [new URL(older).pathname + new URL(older).search, feedPath(question, { format: 'json' })]) {
    const answer = await request.get(path)
    expect(answer.headers().link, path).not.toContain('hub')
    expect(await answer.json(), path).not.toHaveProperty('hubs')
  }
  expect((await request.get('/latest.json')).headers().link).toContain('rel="hub"')
})

test('in the feed of all editions every article says its language', async ({ request }) => {
  // However much other tests publish in English meanwhile.
  const { headline } = await makeArticle({ isPublished: true, edition: 'ky' })
  await expect.poll(() => textOf(request, '/site.rss'), { timeout: 20_000 }).toContain(headline)
  const xml = await textOf(request, '/site.rss')
  const told = [...xml.matchAll(/<item( xml:lang="(\w+)")?>(?:.|\n)*?<link>([^<]+)/g)]
  // What other specs withdraw meanwhile is told too, under its permanent address.
  const items = told
    .filter(([, , , link = '']) => !/\/a\/\d+$/.test(link))
    .map(([, , language = 'en', link = '']) => ({ language, path: new URL(link).pathname }))
    // What was withdrawn is told under its permanent address, which has no edition.
    .filter(({ path }) => !path.startsWith('/a/'))
  expect(items.length).toBe(20)
  for (const { language, path } of items)
    expect(editions.find((key) => path.startsWith(`/${key}/`)) ?? 'en', path).toBe(language)
  expect(new Set(items.map(({ language }) => language)).size).toBeGreaterThan(1)
})

test('a feed opened in a browser can be read, and leads to the page', async ({ page }) => {
  for (const path of ['/latest.rss', '/ky/latest.atom?text=standfirst']) {
    await page.goto(path)
    const headline = page.locator('item > title, entry > title').first()
    await expect(headline).toBeVisible()
    await expect(page.locator('item > guid, entry > id').first()).toBeHidden()
    // By name: Playwright knows roles of elements without a prefix alone.
    await page.locator('p > a').click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

async function textOf(request: APIRequestContext, path: string): Promise<string> {
  return (await request.get(path)).text()
}
