import { expect, test } from '@playwright/test'
import { makeDesk } from '#e2e/support/desks.ts'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { withdraw } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'

/** A second is what the newsroom is promised; the machine that runs all tests at once gets more. */
const atOnce = { timeout: 20_000, intervals: [50] }

test('an empty desk says what will stand there and leads on', async ({ page }) => {
  // Of one desk alone, where nobody works: what others have to do stands on the desks of the whole edition.
  const { blogId } = await makeDesk()
  await signIn(page, 'contributor', { blogId })
  await page.goto('/admin')
  await page.getByRole('main').getByRole('link', { name: 'Look through all articles' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible()
})

test('articles are found by words and state, and the filters are the address', async ({ page }) => {
  await signIn(page, 'editor')
  const { headline, id } = await makeArticle()
  await page.goto('/admin/articles')
  await page.getByLabel('Words in headline or address').fill(headline.toUpperCase())
  await page.getByLabel('State').selectOption('draft')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/state=draft/)
  await expect(page.getByRole('table').getByRole('link')).toHaveText([headline])
  await page.getByLabel('State').selectOption('published')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('No article fits')).toBeVisible()
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await page.getByRole('link', { name: headline }).click()
  await expect(page).toHaveURL(new RegExp(`/admin/articles/${id}$`))
})

test('a breaking alert stands over every page at once, and is gone at once', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor')
  const { id, headline } = await makeArticle({ isPublished: true })
  const other = await makeArticle({ isPublished: true })
  await page.goto('/admin/alerts')
  const words = `The pass is closed ${Date.now()}`
  const form = page.locator('#alert')
  await form.getByLabel('Text of the alert').fill(words)
  await form.getByLabel('Article it leads to').fill('no article has this')
  await expect(form.getByText('No published article of this edition fits.')).toBeVisible()
  await form.getByRole('searchbox').fill(headline)
  await form.getByRole('button', { name: headline }).click()
  await expect(form.getByRole('button', { name: 'Lead nowhere' })).toBeVisible()
  // Withdrawn between the choice and the alert.
  const now = new Date()
  await changeArticle({ id, version: 2, by: { name: 'other' }, action: 'withdraw', now }, (article) =>
    withdraw(article, null, now),
  )
  await form.getByRole('button', { name: 'Run this alert' }).click()
  await expect(form.getByRole('alert').filter({ hasText: 'is not published in this edition' })).toBeFocused()
  await expect(form.getByLabel('Text of the alert')).toHaveValue(words)
  // What is typed next is the new search already.
  const focused = form.getByRole('button', { name: 'Lead nowhere' }).evaluate(async (button: HTMLButtonElement) => {
    button.click()
    await Promise.resolve()
    return document.activeElement?.getAttribute('type')
  })
  expect(await focused).toBe('search')
  await form.getByRole('searchbox').fill(other.headline)
  await form.getByRole('button', { name: other.headline }).click()
  await form.getByRole('button', { name: 'Run this alert' }).click()
  await expect(form.getByText('The alert is set')).toBeVisible()
  const reader = await browser.newPage({ baseURL })
  const front = async () => {
    const html = await (await reader.request.get('/')).text()
    return [html.includes(words), html.includes(`href="${other.path}"`)]
  }
  await expect.poll(front, atOnce).toEqual([true, true])
  await page.getByRole('button', { name: `End now: ${words}` }).click()
  await expect(page.getByRole('row').filter({ hasText: words }).getByText('Ended by hand')).toBeVisible()
  await expect.poll(async () => (await front())[0], atOnce).toBe(false)
})

for (const role of ['contributor', 'reporter'] as const)
  test(`alerts are not shown to: ${role}`, async ({ page }) => {
    await signIn(page, role)
    expect((await page.goto('/admin/alerts'))?.status()).toBe(403)
  })
