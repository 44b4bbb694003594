import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/sign-in.ts'
import { schedule } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const extra = { 'color-contrast-enhanced': { enabled: true } }

async function expectClean(page: Page, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).options({ runOnly: tags, rules: extra }).include(part).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the calendar, its form, preview links and a preview: ${colorScheme}`, async ({
    browser,
    baseURL,
  }) => {
    // axe needs its own script in the page, which the policy of the site forbids.
    const context = await browser.newContext({ bypassCSP: true, colorScheme, baseURL })
    const page = await context.newPage()
    await signIn(page, 'editor')
    const { id, headline } = await makeArticle()
    const now = new Date()
    const change = { id, version: 1, by: { name: 'test' }, action: 'schedule', now }
    await changeArticle(change, (article) => schedule(article, new Date('2041-05-08T12:00:00Z'), now))
    for (const view of ['week', 'month']) {
      await page.goto(`/admin/calendar?view=${view}&on=2041-05-08`)
      await page.getByRole('button', { name: `Move ${headline}` }).click()
      await expect(page.getByLabel('New day and time')).toBeVisible()
      await expectClean(page, 'main')
    }
    await page.goto(`/admin/articles/${id}`)
    await page.getByRole('heading', { name: 'Preview links' }).click()
    await page.getByRole('button', { name: 'Make a link' }).click()
    const link = page.locator('#preview code.secret')
    await expect(page.getByRole('button', { name: 'Close the link to revision 1' })).toBeVisible()
    await expectClean(page, 'details:has(#previews-title)')
    await page.goto((await link.textContent()) ?? '')
    await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible()
    await expectClean(page, 'body')
    await context.close()
  })
