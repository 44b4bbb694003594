import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/sign-in.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const extra = { 'color-contrast-enhanced': { enabled: true } }

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the desk, in lists, alerts and publishing: ${colorScheme}`, async ({
    browser,
    baseURL,
  }) => {
    const { id } = await makeArticle({ isPublished: true })
    // axe needs its own script in the page, which the policy of the site forbids.
    const context = await browser.newContext({ bypassCSP: true, colorScheme, baseURL })
    const page = await context.newPage()
    const { id: authorId } = await signIn(page, 'chief_editor')
    const draft = await makeArticle({ authorId })
    for (const path of [
      '/admin',
      '/admin/articles',
      '/admin/alerts',
      `/admin/articles/${id}`,
      `/admin/articles/${draft.id}`,
    ]) {
      await page.goto(path)
      await expect(page.locator('h1, .writing').first()).toBeVisible()
      for (const act of await page.locator('details.act > summary').all()) await act.click()
      // What the bar at the top covers would count as too small.
      await page.evaluate(() => window.scrollTo(0, 0))
      const axe = new AxeBuilder({ page }).options({ runOnly: tags, rules: extra })
      // The shell and the editor's own parts have specs of their own.
      const { violations } = await axe.include(path.includes('articles/') ? '.publishing' : 'main').analyze()
      const told = violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)
      expect(told).toEqual([])
    }
    await context.close()
  })

test('the article page fits a phone with its publishing forms open', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, baseURL })
  await signIn(page, 'chief_editor')
  const { id } = await makeArticle()
  for (const path of ['/admin', '/admin/articles', '/admin/alerts', `/admin/articles/${id}`]) {
    await page.goto(path)
    for (const act of await page.locator('details.act > summary').all()) await act.click()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, path).toBe(0)
  }
  await page.close()
})
