import { expect, test } from '@playwright/test'
import { contributorPath } from '#lib/site/urls.ts'
import { addressOf, demoArticle, editionRef, editions, slugIn } from '../support/demo/demo.ts'

// The ten parts of the page that this project was born from, in every edition, with and without script.
for (const key of editions)
  test.describe(`the opening article in ${key}`, () => {
    const article = demoArticle(key)

    test.beforeEach(async ({ page }) => {
      const response = await page.goto(addressOf(article))
      expect(response?.status()).toBe(200)
    })

    test('carries its headline once, as the only first-level heading and in the title', async ({ page }) => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText([article.headline])
      await expect(page).toHaveTitle(new RegExp(literal(article.headline)))
    })

    test('shows its lead picture with text alternative, caption and credit, each its own', async ({ page }) => {
      const figure = page.getByRole('main').getByRole('figure').first()
      const picture = figure.getByRole('img')
      await expect(picture).toBeVisible()
      const alt = (await picture.getAttribute('alt')) ?? ''
      const caption = ((await figure.locator('figcaption').textContent()) ?? '').trim()
      expect(alt.length).toBeGreaterThan(10)
      expect(caption.length).toBeGreaterThan(alt.length / 10)
      expect(caption).not.toContain(alt)
      await expect
        .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
        .toBeGreaterThan(100)
    })

    test('has crossheads with addresses, and text below each', async ({ page }) => {
      const crossheads = page.getByRole('article').locator('h2[id]')
      expect(await crossheads.count()).toBeGreaterThanOrEqual(2)
      const anchor = await crossheads.first().getAttribute('id')
      await page.goto(`${addressOf(article)}#${anchor}`)
      await expect(crossheads.first()).toBeInViewport()
    })

    test('keeps the square brackets of an insertion inside the quotation', async ({ page }) => {
      await expect(page.getByRole('article').locator('blockquote').first()).toContainText(/\[[^\]]+\]/)
    })

    test('says when it was published, for people and for machines', async ({ page }) => {
      const times = page.getByRole('article').locator('header time')
      await expect(times.first()).toBeVisible()
      const stamp = (await times.first().getAttribute('datetime')) ?? ''
      expect(new Date(stamp).getTime()).toBe(new Date(article.published).getTime())
      // The offset of the edition's zone, and not UTC: what is printed and what machines read are the same hour.
      expect(stamp).toMatch(/[+-]\d\d:\d\d$/)
    })

    test('signs with a byline that leads to its author', async ({ page }) => {
      const desk = contributorPath(editionRef(key), slugIn(key, 'contributors', 'demo-desk'))
      const byline = page.getByRole('article').locator('a[rel~="author"]').first()
      await byline.click()
      await expect(page).toHaveURL(new RegExp(`${desk}$`))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    })

    test('stands beside the blog’s About and its latest posts, itself left out', async ({ page }) => {
      const asides = page.getByRole('complementary')
      expect(await asides.count()).toBeGreaterThanOrEqual(1)
      const latest = asides.getByRole('listitem').getByRole('link')
      for (const address of await latest.evaluateAll((links) => links.map((link) => link.getAttribute('href'))))
        expect(address).not.toBe(addressOf(article))
      await expect(asides.locator('p').first()).toBeVisible()
    })

    test('leads to the same story in every other edition', async ({ page }) => {
      for (const other of editions.filter((one) => one !== key)) {
        const link = page.locator(`a[hreflang="${other}"][href$="${addressOf(demoArticle(other))}"]`).first()
        await expect(link).toHaveAttribute('lang', other)
      }
    })

    test('can be reached for ever by its permanent address', async ({ page, request }) => {
      const permanent = await page.locator('a[href*="/a/"]').first().getAttribute('href')
      const answer = await request.get(permanent ?? '', { maxRedirects: 0 })
      expect(answer.status()).toBe(301)
      expect(new URL(answer.headers().location ?? '', page.url()).pathname).toBe(addressOf(article))
    })
  })

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
