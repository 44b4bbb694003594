import { expect, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'

test('a blog’s About text is edited, and stands beside its articles at once', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor')
  const { path } = await makeArticle({ isPublished: true })
  await page.goto('/admin/blogs')
  await page.getByRole('table').getByRole('link').first().click()
  const words = `We read rivers ${Date.now()}.`
  const text = page.getByRole('textbox', { name: 'About this blog' })
  await text.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type(`${words} `)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Readers see it now')).toBeVisible()
  const reader = await browser.newPage({ baseURL })
  const article = async () => (await reader.request.get(path)).text()
  await expect.poll(article, { timeout: 20_000, intervals: [50] }).toContain(words)
})

for (const [path, role] of [
  ['/admin/blogs', 'reporter'],
  ['/admin/fronts', 'reporter'],
  ['/admin/pages', 'editor'],
] as const)
  test(`${path} is not shown to: ${role}`, async ({ page }) => {
    await signIn(page, role)
    expect((await page.goto(path))?.status()).toBe(403)
  })
