import { expect, type Page, test } from '@playwright/test'
import { makeArticle } from '../../support/newsroom-articles.ts'
import { signIn } from '../../support/people/sign-in.ts'

const paths = ['/admin', '/admin/articles', '/admin/pictures', '/admin/fronts', '/admin/alerts', '/admin/people']

async function pagesOf(page: Page): Promise<readonly string[]> {
  await signIn(page, 'administrator')
  const { id } = await makeArticle()
  return [...paths, `/admin/articles/${id}`]
}

// A page of 1280 pixels is one of 640 when everything is shown twice as large, and of 320 at four times (WCAG 1.4.4, 1.4.10).
for (const width of [320, 640])
  test(`no page scrolls sideways at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 })
    for (const path of await pagesOf(page)) {
      await page.goto(path)
      await expect(page.locator('h1, .writing').first()).toBeVisible()
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      await expect.poll(overflow, path).toBe(0)
    }
  })

test('who asks for less motion gets none, and forced colours keep frames and the mark of the focus', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
  for (const path of await pagesOf(page)) {
    await page.goto(path)
    await expect(page.locator('h1, .writing').first()).toBeVisible()
    const moving = await page.evaluate(() => document.getAnimations().length)
    expect(moving, path).toBe(0)
    const button = page.getByRole('link', { name: 'New article' }).first()
    await button.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await expect(button, path).toBeFocused()
    expect(Number.parseFloat(await button.evaluate((one) => getComputedStyle(one).outlineWidth))).toBeGreaterThan(1)
    expect(Number.parseFloat(await button.evaluate((one) => getComputedStyle(one).borderTopWidth))).toBeGreaterThan(0)
  }
})

test('an article is printed from the desk as a text, without what stands around it', async ({ page }) => {
  await signIn(page, 'editor')
  const { id, headline } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await expect(page.locator('.body-text')).toContainText('Cars cross')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByLabel('Headline')).toHaveValue(headline)
  await expect(page.getByLabel('Headline')).toBeVisible()
  await expect(page.locator('.body-text')).toBeVisible()
  for (const around of ['.bar', '.side', '.toolbar', '.panels', '.writing-head'])
    await expect(page.locator(around).first()).toBeHidden()
  const paper = await page.locator('.body-text').evaluate((text) => getComputedStyle(text).color)
  expect(paper).toBe('rgb(0, 0, 0)')
})
