import { expect, test } from '@playwright/test'
import { correctionsPath, homePath, latestPath, sectionPath } from '#lib/site/urls.ts'
import { addressOf, demoArticle, demoArticles, editionRef, editions, isPublic } from '../support/demo/demo.ts'
import { readFacts } from '../support/demo/page-facts.ts'

const moved = demoArticles
  .filter(isPublic)
  .flatMap((article) =>
    (article.formerSlugs ?? []).map((slug) => ({ from: addressOf(article, slug), to: addressOf(article) })),
  )

test('the demo newsroom has moved addresses', () => expect(moved.length).toBeGreaterThan(1))

for (const { from, to } of moved)
  test(`a former address leads to today’s in one hop: ${from}`, async ({ request }) => {
    const answer = await request.get(from, { maxRedirects: 0 })
    expect(answer.status()).toBe(301)
    expect(pathOf(answer.headers().location)).toBe(to)
    expect((await request.get(to, { maxRedirects: 0 })).status()).toBe(200)
  })

test('other spellings lead to the canonical one in one hop', async ({ request }) => {
  const address = addressOf(demoArticle('ky'))
  const spellings = [`${address}/`, address.toUpperCase(), address.replaceAll('/', '//').slice(1), '/ky/', '/LATEST']
  for (const spelling of spellings) {
    const answer = await request.get(spelling, { maxRedirects: 0 })
    expect(answer.status(), spelling).toBe(301)
    expect((await request.get(pathOf(answer.headers().location), { maxRedirects: 0 })).status(), spelling).toBe(200)
  }
})

test('the default edition has no second address below a prefix', async ({ request }) => {
  for (const path of ['', '/latest', '/about']) {
    const answer = await request.get(`/en${path}`, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(301)
    expect(pathOf(answer.headers().location)).toBe(path || '/')
  }
})

test('unknown parameters change neither the page nor its entry', async ({ request }) => {
  // In the middle of this something may be published.
  await expect(async () => {
    const plain = await request.get('/ky/latest')
    const noisy = await request.get('/ky/latest?utm_source=x&fbclid=y&page=9')
    expect(noisy.headers().etag).toBe(plain.headers().etag)
    expect(noisy.headers()['cache-status']).toContain('hit')
  }).toPass({ timeout: 20_000 })
})

test('an address that nothing can have answers 404 from one entry', async ({ request }) => {
  // The page leads to what is new: in the middle of this something may be published.
  await expect(async () => {
    const answers = await Promise.all(
      ['/x.php', '/latest/1/2/3/4', '/a/0', '/WP-Admin.php'].map((path) => request.get(path)),
    )
    expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404, 404])
    expect(new Set(answers.map((answer) => answer.headers().etag)).size).toBe(1)
  }).toPass({ timeout: 20_000 })
})

test('what nobody published is nowhere', async ({ request }) => {
  const hidden = demoArticles.filter((article) => article.state || article.embargoUntil)
  expect(hidden.length).toBeGreaterThan(0)
  for (const article of hidden) {
    expect((await request.get(addressOf(article))).status(), article.slug).toBe(404)
    const edition = editionRef(article.edition)
    for (const path of [homePath(edition), latestPath(edition), sectionPath(edition, article.blog)])
      expect(await (await request.get(path)).text(), path).not.toContain(article.slug)
  }
})

test('a withdrawn article answers 410 with its notice and none of its words', async ({ request }) => {
  const withdrawn = demoArticles.filter((article) => article.withdrawn)
  expect(withdrawn.length).toBeGreaterThan(0)
  for (const article of withdrawn) {
    const answer = await request.get(addressOf(article))
    expect(answer.status()).toBe(410)
    const html = await answer.text()
    expect(html).toContain(article.withdrawn?.notice.trim().slice(0, 30))
    expect(html).not.toContain(article.headline)
    expect(await (await request.get(latestPath(editionRef(article.edition)))).text()).not.toContain(article.slug)
  }
})

test('the list of corrections shows every public one and leads to its article', async ({ request }) => {
  for (const key of editions) {
    const facts = readFacts(await (await request.get(correctionsPath(editionRef(key)))).text())
    const corrected = demoArticles.filter((one) => one.edition === key && isPublic(one) && one.corrections)
    for (const article of corrected) expect(facts.links).toContain(addressOf(article))
  }
})

test('HEAD tells what GET would, without the page', async ({ request }) => {
  const address = addressOf(demoArticle('fa'))
  await expect(async () => {
    const [head, get] = [await request.head(address), await request.get(address)]
    expect(head.status()).toBe(200)
    expect(head.headers().etag).toBe(get.headers().etag)
    expect((await head.body()).length).toBe(0)
  }).toPass({ timeout: 20_000 })
})

function pathOf(location: string | undefined): string {
  return new URL(location ?? '', 'http://localhost').pathname
}
