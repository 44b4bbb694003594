import { type APIRequestContext, expect, test } from '@playwright/test'
import { latestPath } from '#lib/site/urls.ts'
import { addressOf, demoArticles, editionRef, editions, isPublic } from '../support/demo/demo.ts'

type Walk = { readonly pages: readonly string[]; readonly articles: readonly string[] }

for (const key of editions)
  test(`the latest list holds every article once, newest first: ${key}`, async ({ request }) => {
    const walk = await walkFrom(request, latestPath(editionRef(key)), 'next')
    const expected = demoArticles
      .filter((article) => article.edition === key && isPublic(article))
      .toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published))
    expect(walk.articles.toSorted()).toEqual(expected.map((article) => addressOf(article)).toSorted())
    const times = walk.articles.map((path) => published(path))
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

test('the way back leads through the same articles', async ({ request }) => {
  const down = await walkFrom(request, '/latest', 'next')
  expect(down.pages.length).toBeGreaterThan(1)
  const up = await walkFrom(request, down.pages.at(-1) ?? '', 'prev')
  expect(up.articles.toSorted()).toEqual(down.articles.toSorted())
})

test('the month pages of the archive hold every article once', async ({ request }) => {
  for (const key of editions) {
    const root = key === 'en' ? '/archive' : `/${key}/archive`
    const months = [...new Set(linksOf(await text(request, root)).filter((link) => link.startsWith(`${root}/`)))]
    const walks = await Promise.all(months.map((month) => walkFrom(request, month, 'next')))
    const expected = demoArticles.filter((article) => article.edition === key && isPublic(article))
    expect(walks.flatMap((walk) => walk.articles).toSorted()).toEqual(expected.map((one) => addressOf(one)).toSorted())
  }
})

test('a cursor that no list made shows the newest page', async ({ request }) => {
  // In the middle of this something may be published.
  await expect(async () => {
    const newest = await request.get('/latest')
    const nonsense = await request.get('/latest?before=drop-table')
    expect(nonsense.headers().etag).toBe(newest.headers().etag)
  }).toPass({ timeout: 20_000 })
})

/** From page to page by its own links, as a reader without script goes. */
async function walkFrom(request: APIRequestContext, start: string, rel: 'next' | 'prev'): Promise<Walk> {
  const pages: string[] = []
  const articles: string[] = []
  for (let path: string | undefined = start; path !== undefined; ) {
    expect(pages, 'a walk that never ends').not.toContain(path)
    pages.push(path)
    const html = await text(request, path)
    articles.push(...linksOf(mainOf(html)).filter(isArticle))
    path = new RegExp(`<a rel="${rel}" href="([^"]+)"`).exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  return { pages, articles }
}

async function text(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path)
  expect(answer.status(), path).toBe(200)
  return answer.text()
}

function mainOf(html: string): string {
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}

function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].map((match) => match[1] ?? '')
}

const addresses = new Map(demoArticles.map((article) => [addressOf(article), Date.parse(article.published)]))

function isArticle(path: string): boolean {
  return addresses.has(path)
}

function published(path: string): number {
  return addresses.get(path) ?? 0
}
