import { expect, type Page, test } from '@playwright/test'
import { signIn } from '#e2e/support/people/sign-in.ts'

const phone = { width: 360, height: 740 }
const lists: readonly (readonly [path: string, list: string])[] = [
  ['/admin/articles', 'main table'],
  ['/admin/pictures', 'main figure, main img'],
  ['/admin/topics', 'main table'],
  ['/admin/contributors', 'main table'],
  ['/admin/audit', 'main table'],
  ['/admin/calendar', '.calendar'],
]
const fold = (page: Page) => page.locator('.filters-fold summary')
const form = (page: Page) => page.locator('form.filters')

test('on a desktop filters stand open over their list, and nothing folds them', async ({ page }) => {
  await signIn(page, 'administrator')
  for (const [path] of lists) {
    await page.goto(path)
    await expect(form(page)).toBeVisible()
    await expect(fold(page)).toBeHidden()
  }
  // What the list is filtered by stands in its form, also where it isn't among the choices.
  await page.goto('/admin/articles?edition=1&blog=99999999')
  await expect(form(page).getByLabel('Blog')).toHaveValue('99999999')
})

test('on a phone they stand behind a line that says how many are on', async ({ page }) => {
  await page.setViewportSize(phone)
  await signIn(page, 'administrator')
  await page.goto('/admin/articles')
  await expect(fold(page)).toHaveText('Filters')
  await page.goto('/admin/articles?state=published&text=the')
  await expect(fold(page)).toHaveText('Filters: 2 active')
  await page.goto('/admin/audit?actor=nobody')
  await expect(fold(page)).toHaveText('Filters: 1 active')
  await page.goto('/admin/pictures?lacks=en')
  await expect(fold(page)).toHaveText('Filters: 1 active')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: phone })

  test('the list stands on the first screen of a phone, and a press opens the filters over it', async ({ page }) => {
    await signIn(page, 'administrator')
    for (const [path, list] of lists) {
      await page.goto(path)
      await expect(form(page)).toBeHidden()
      const top = (await page.locator(list).first().boundingBox())?.y ?? Number.POSITIVE_INFINITY
      expect([path, top < phone.height]).toEqual([path, true])
      await fold(page).focus()
      await page.keyboard.press('Enter')
      await expect(form(page)).toBeVisible()
    }
    await page.goto('/admin/articles')
    await fold(page).click()
    await form(page).getByLabel('State').selectOption('published')
    await form(page).getByRole('button').click()
    await expect(page).toHaveURL(/state=published/)
    await expect(fold(page)).toHaveText('Filters: 1 active')
  })
})
