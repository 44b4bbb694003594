import { expect, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'

test('a reported error is due on the desk until a correction is published', async ({ page, browser, baseURL }) => {
  const { id, headline } = await makeArticle({ isPublished: true })
  const reporter = await browser.newPage({ baseURL })
  await signIn(reporter, 'reporter')
  await reporter.goto(`/admin/articles/${id}`)
  await reporter.getByRole('heading', { name: 'Comments' }).click()
  await reporter.getByLabel('Comment', { exact: true }).fill('It opened in May, says the mayor.')
  await reporter.getByRole('button', { name: 'Correction needed' }).click()
  await expect(reporter.getByText('The comment is written.')).toBeVisible()

  await signIn(page, 'editor')
  await page.goto('/admin')
  const due = page.getByRole('region', { name: 'Corrections due' })
  await due.getByRole('link', { name: headline }).click()
  await expect(page.getByText('It opened in May, says the mayor.')).toBeVisible()
  const panel = page.locator('.publishing').first()
  await panel.locator('details.act').filter({ hasText: 'Publish a correction' }).locator('summary').click()
  await page.locator('#step-correct').getByLabel('What readers should know').fill('The bridge opened in May.')
  await page.locator('#step-correct').getByRole('button').click()
  const reason = page.locator('#step-correct').getByLabel('Reason, for the newsroom')
  await expect(reason).toBeFocused()
  await reason.fill('The mayor’s office wrote.')
  await page.locator('#step-correct').getByRole('button').click()
  await expect(panel.getByText('The correction is published.')).toBeVisible()
  await page.goto('/admin')
  await expect(due.getByRole('link', { name: headline })).toHaveCount(0)
})

test('of a draft no correction is asked for', async ({ page }) => {
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('heading', { name: 'Comments' }).click()
  await expect(page.getByRole('button', { name: 'Comment', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Correction needed' })).toHaveCount(0)
})
