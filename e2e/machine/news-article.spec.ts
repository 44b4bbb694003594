import { expect, test } from '@playwright/test'
import { addressOf, demoArticles, isPublic } from '../support/demo/demo.ts'
import { type PageFacts, readFacts, type Thing, thingOf } from '../support/demo/page-facts.ts'

for (const article of demoArticles.filter(isPublic))
  test(`one set of facts: ${article.edition} ${article.family}`, async ({ request }) => {
    const html = await (await request.get(addressOf(article))).text()
    const facts = readFacts(html)
    const news = thingOf(facts, 'NewsArticle')
    const published = String(news.datePublished)

    expect(facts.lang).toBe(article.edition)
    expect(facts.dir).toBe(article.edition === 'fa' ? 'rtl' : 'ltr')
    expect([news.headline, meta(facts, 'og:title'), facts.firstHeading]).toEqual(Array(3).fill(article.headline))
    expect(news.inLanguage).toBe(facts.lang)
    expect(news.url).toBe(facts.canonical[0])
    expect(Number(news.wordCount)).toBeGreaterThan(50)

    // The visible time, Open Graph's and the structured one are the same text, with the edition's offset.
    expect(Date.parse(published)).toBe(Date.parse(article.published))
    expect(published).toMatch(article.edition === 'fa' ? /\+03:30$/ : /\+06:00$/)
    expect(meta(facts, 'article:published_time')).toBe(published)
    expect(meta(facts, 'article:modified_time')).toBe(news.dateModified)
    expect(facts.times).toContain(published)
    expect(facts.times).toContain(news.dateModified)

    for (const author of news.author as readonly Thing[]) {
      expect(author['@type']).toBe('Organization')
      expect(facts.links).toContain(new URL(String(author.url)).pathname)
    }
    expect(facts.links).toContain(new URL((news.isPartOf as { readonly url: string }).url).pathname)

    const corrections = (news.correction ?? []) as readonly Thing[]
    expect(corrections.map((note) => note.text)).toEqual((article.corrections ?? []).map((note) => note.text.trim()))
    for (const note of corrections) expect(facts.times).toContain(note.datePublished)

    const trail = thingOf(facts, 'BreadcrumbList').itemListElement as readonly { readonly item: string }[]
    expect(trail.at(-1)?.item).toBe(facts.canonical[0])
    for (const { item } of trail.slice(0, -1)) expect(facts.links).toContain(new URL(item).pathname)
  })

test('pictures of structured data and cards exist, in the sizes they say', async ({ page, request }) => {
  const facts = readFacts(await (await request.get('/')).text())
  const first = facts.links.find((link) =>
    demoArticles.some((article) => isPublic(article) && addressOf(article) === link),
  )
  const article = readFacts(await (await request.get(first ?? '')).text())
  const images = thingOf(article, 'NewsArticle').image as readonly { url: string; width: number; height: number }[]
  expect(images).toHaveLength(3)
  for (const { url, width, height } of images) {
    const answer = await request.get(url)
    expect(answer.status(), url).toBe(200)
    expect(answer.headers()['content-type']).toBe('image/jpeg')
    await page.goto(url)
    const size = await page
      .locator('img')
      .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])
    expect(size, url).toEqual([width, height])
  }
  expect(images.map((image) => image.url)).toContain(meta(article, 'og:image'))
})

function meta(facts: PageFacts, name: string): string {
  return facts.metas.get(name)?.[0] ?? ''
}
