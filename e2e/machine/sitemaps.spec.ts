import { type APIRequestContext, expect, test } from '@playwright/test'
import { withdraw } from '#lib/domain/workflow/workflow.ts'
import { sitemapIndexProblems, sitemapProblems } from '#lib/feeds/testing/validate-xml.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { addressOf, demoArticles, isPublic } from '../support/demo/demo.ts'
import { readFacts } from '../support/demo/page-facts.ts'
import { templates } from '../support/demo/templates.ts'
import { makeArticle } from '../support/newsroom-articles.ts'

test('every file is valid, and robots.txt leads to them', async ({ request }) => {
  const robots = await textOf(request, '/robots.txt')
  expect(robots).toMatch(/^Sitemap: \S+\/sitemap\.xml$/m)
  const index = await textOf(request, '/sitemap.xml')
  expect(await sitemapIndexProblems(index)).toEqual([])
  const files = addressesIn(index)
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) {
    const xml = await textOf(request, file)
    // News of two days may be none: Google takes an empty file, the protocol's schema does not.
    if (xml.includes('<url>')) expect(await sitemapProblems(xml), file).toEqual([])
  }
})

test('the sitemap lists every public article and page, and nothing else', async ({ request }) => {
  const files = addressesIn(await textOf(request, '/sitemap.xml')).filter((file) => !file.endsWith('/news.xml'))
  const listed = new Set(
    (await Promise.all(files.map(async (file) => addressesIn(await textOf(request, file))))).flat(),
  )
  for (const article of demoArticles.filter(isPublic)) expect(listed).toContain(addressOf(article))
  for (const article of demoArticles.filter((one) => !isPublic(one))) expect(listed).not.toContain(addressOf(article))
  const wanted = templates.filter(
    ({ name, status }) => status === 200 && /(front|blog|topic|contributor|about|contact|principles)$/.test(name),
  )
  for (const { path, name } of wanted) expect(listed, name).toContain(path)
})

test('translations are the same in the sitemap and in the page', async ({ request }) => {
  const xml = await textOf(request, '/sitemaps/articles-0.xml')
  const entry = xml.split('</url>').find((one) => one.includes('xhtml:link')) ?? ''
  const [path = ''] = addressesIn(entry)
  const links = Object.fromEntries(
    [...entry.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map((match) => [match[1], match[2]]),
  )
  expect(readFacts(await textOf(request, path)).alternates).toEqual(links)
})

test('news is in its file from the moment it is out until it is withdrawn', async ({ request }) => {
  const article = await makeArticle({ isPublished: true })
  await expect
    .poll(() => textOf(request, '/sitemaps/news.xml'))
    .toContain(`<news:title>${article.headline}</news:title>`)
  expect(await sitemapProblems(await textOf(request, '/sitemaps/news.xml'))).toEqual([])
  expect((await textOf(request, '/sitemaps/news.xml')).match(/<url>/g)?.length).toBeLessThanOrEqual(1000)
  const now = new Date()
  await changeArticle({ id: article.id, version: 2, by: { name: 'test' }, action: 'withdraw', now }, (one) =>
    withdraw(one, null, now),
  )
  await expect.poll(() => textOf(request, '/sitemaps/news.xml')).not.toContain(article.headline)
  const shard = `/sitemaps/articles-${Math.floor(article.id / 2000)}.xml`
  await expect.poll(() => textOf(request, shard)).not.toContain(article.path)
})

function addressesIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname)
}

async function textOf(request: APIRequestContext, path: string): Promise<string> {
  return (await request.get(path)).text()
}
