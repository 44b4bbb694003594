import { expect, type Page, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { openText, textOf } from '#e2e/support/writing.ts'

/** What the browser refused because of the page's own policy, and every other error of its console. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

test('writing breaks no rule of the page’s policy, and two spaces stay two', async ({ page }) => {
  const complaints = complaintsOf(page)
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await openText(page)
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Two  spaces.')
  await expect(textOf(page)).toContainText('Two  spaces.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await page.goto(`/admin/articles/${id}/history`)
  await page.goto('/admin')
  expect(complaints).toEqual([])
})
