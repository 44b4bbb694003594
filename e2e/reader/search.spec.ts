import { expect, test } from '@playwright/test'
import { homePath, searchPath } from '#lib/site/urls.ts'
import { addressOf, demoArticle, type EditionKey, editionRef } from '../support/demo/demo.ts'

type Case = {
  /** Another form of a word in the article: each language's own stemming must find it. */
  readonly word: string
  readonly family: string
  readonly typo: string
  /** Stands in nearly every article, and what is said to who asks for nothing else. */
  readonly common: string
  readonly hint: string
}

const cases: Readonly<Record<EditionKey, Case>> = {
  en: { word: 'railways', family: 'turksib', typo: 'railwqy', common: 'the', hint: 'Add another word.' },
  ky: { word: 'алфавит', family: 'kyrgyz-alphabets', typo: 'алфовит', common: 'жана', hint: 'Дагы бир сөз кошуңуз.' },
  ru: { word: 'железной дорогой', family: 'turksib', typo: 'алфавт', common: 'и', hint: 'Добавьте ещё одно слово.' },
  fa: { word: 'راه‌آهن', family: 'rail-gauges', typo: 'تلگراق', common: 'و', hint: 'واژهٔ دیگری بیفزایید.' },
}

for (const [key, { word, family, typo, common, hint }] of Object.entries(cases) as [EditionKey, Case][])
  test.describe(`search in ${key}`, () => {
    const edition = editionRef(key)

    test('starts from the form on any page and marks what it found', async ({ page }) => {
      await page.goto(homePath(edition))
      const form = page.getByRole('search')
      await form.getByRole('searchbox').fill(word)
      await form.getByRole('button').click()
      await expect(page).toHaveURL(new RegExp(`${searchPath(edition)}\\?q=`))
      await expect(page.getByRole('searchbox')).toHaveValue(word)
      const main = page.getByRole('main')
      await expect(main.locator(`a[href="${addressOf(demoArticle(key, family))}"]`)).toBeVisible()
      await expect(main.locator('mark').first()).toBeVisible()
    })

    test('finds near words when there is no such word, and says so', async ({ page }) => {
      await page.goto(searchPath(edition, { q: typo }))
      const main = page.getByRole('main')
      await expect(main.locator('ol li').first()).toBeVisible()
      await expect(main).toContainText(typo)
    })

    test('asks for another word when the one is everywhere', async ({ page }) => {
      await page.goto(searchPath(edition, { q: common }))
      await expect(page.getByRole('main')).toContainText(hint)
      await expect(page.getByRole('main').locator('ol li')).toHaveCount(0)
    })

    test('says that it found nothing', async ({ page }) => {
      await page.goto(searchPath(edition, { q: 'zzxxqqyy' }))
      await expect(page.getByRole('main').locator('ol li')).toHaveCount(0)
      await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible()
    })
  })

test('filters narrow the search and stay in the form', async ({ page }) => {
  await page.goto(searchPath(editionRef('en'), { q: 'railway' }))
  const links = page.getByRole('main').locator('ol a')
  const all = await links.count()
  await page.getByLabel('Blog').selectOption('rivers-and-passes')
  await page.getByRole('main').getByRole('button').click()
  await expect(page).toHaveURL(/blog=rivers-and-passes/)
  await expect(page.getByLabel('Blog')).toHaveValue('rivers-and-passes')
  expect(await links.count()).toBeLessThan(all)
  for (const href of await links.evaluateAll((found) => found.map((link) => link.getAttribute('href'))))
    expect(href).toMatch(/^\/rivers-and-passes\//)
})

test('dates are whole days in the edition’s zone, both included', async ({ page }) => {
  const article = demoArticle('en', 'turksib')
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bishkek' }).format(new Date(article.published))
  await page.goto(searchPath(editionRef('en'), { q: 'railway', from: day, to: day }))
  await expect(page.getByRole('main').locator(`a[href="${addressOf(article)}"]`)).toBeVisible()
  await page.goto(searchPath(editionRef('en'), { q: 'railway', to: '1999-12-31' }))
  await expect(page.getByRole('main').locator('ol li')).toHaveCount(0)
})

test('hostile questions are only questions', async ({ page }) => {
  for (const q of ['"', "'; drop table x; --", '<script>alert(1)</script>', '%_\\', '!!! & | ( )', '🏔'.repeat(300)]) {
    const response = await page.goto(searchPath(editionRef('en'), { q }))
    expect(response?.status(), q).toBe(200)
    await expect(page.getByRole('searchbox')).toHaveValue(/./)
  }
})
