import { expect, test } from '@playwright/test'
import { homePath, latestPath, sectionPath } from '#lib/site/urls.ts'
import { addressOf, demoArticle, demoArticles, editionRef, editions, isPublic } from '../support/demo/demo.ts'

// What stands around every page: languages, the breaking strip, help where there is nothing.

test('the language switch leads to the same story and back', async ({ page }) => {
  for (const key of editions) {
    await page.goto(addressOf(demoArticle('en')))
    await page.getByRole('banner').locator(`a[hreflang="${key}"]`).click()
    await expect(page).toHaveURL(new RegExp(`${addressOf(demoArticle(key))}$`))
    const html = page.locator('html')
    await expect(html).toHaveAttribute('lang', key)
    await expect(html).toHaveAttribute('dir', key === 'fa' ? 'rtl' : 'ltr')
    await page.getByRole('banner').locator('a[hreflang="en"]').click()
    await expect(page).toHaveURL(new RegExp(`${addressOf(demoArticle('en'))}$`))
  }
})

test('without a translation the switch leads to the front of the edition', async ({ page }) => {
  const only = demoArticles.find(
    (one) =>
      one.edition === 'en' &&
      isPublic(one) &&
      !demoArticles.some((other) => other !== one && other.family === one.family),
  )
  await page.goto(addressOf(only ?? demoArticle('en')))
  await page.getByRole('banner').locator('a[hreflang="ru"]').click()
  await expect(page).toHaveURL(/\/ru$/)
})

test('lists keep their kind when the language changes', async ({ page }) => {
  await page.goto(latestPath(editionRef('ru')))
  await page.getByRole('banner').locator('a[hreflang="fa"]').click()
  await expect(page).toHaveURL(/\/fa\/latest$/)
})

const strips = { en: 'Breaking news', ky: 'Шашылыш кабар' } as const

for (const [key, name] of Object.entries(strips))
  test(`the running alert is a landmark on every page: ${key}`, async ({ page }) => {
    const edition = editionRef(key)
    for (const path of [
      homePath(edition),
      latestPath(edition),
      sectionPath(edition, 'about'),
      sectionPath(edition, 'no-such'),
    ]) {
      await page.goto(path)
      const strip = page.getByRole('region', { name })
      await expect(strip).toBeVisible()
      await expect(strip.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT/)
    }
    await page.getByRole('region', { name }).getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      demoArticle(key as keyof typeof strips, 'kyrgyz-alphabets').headline,
    )
  })

test('without an alert there is no strip, nor an empty box', async ({ page }) => {
  await page.goto(homePath(editionRef('ru')))
  await expect(page.getByRole('region', { name: 'Срочная новость' })).toHaveCount(0)
})

for (const key of editions)
  test(`an address without a page helps on: ${key}`, async ({ page }) => {
    const response = await page.goto(sectionPath(editionRef(key), 'no-such-page'))
    expect(response?.status()).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', key)
    const main = page.getByRole('main')
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(main.getByRole('searchbox')).toBeVisible()
    await main.getByRole('listitem').getByRole('link').first().click()
    await expect(page.getByRole('article').first()).toBeVisible()
  })
