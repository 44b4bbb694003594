import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/sign-in.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const extra = { 'color-contrast-enhanced': { enabled: true } }

async function expectClean(page: Page, within: string, what: string): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ runOnly: tags, rules: extra })
  const { violations } = await axe.include(within).analyze()
  expect(violations.map(({ id, nodes }) => `${what} ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the search, the sheet of keys, the ticked list and its pages: ${colorScheme}`, async ({
    browser,
    baseURL,
  }) => {
    // axe needs its own script in the page, which the policy of the site forbids.
    const context = await browser.newContext({ bypassCSP: true, colorScheme, baseURL })
    const page = await context.newPage()
    const { id: authorId } = await signIn(page, 'chief_editor')
    const { headline, id } = await makeArticle({ authorId })
    await makeArticle({ authorId, isPublished: true })
    await page.goto(`/admin/articles?author=${authorId}`)
    await page.getByText('Save this filter').click()
    await page.getByRole('button', { name: 'Select all on this page' }).click()
    await page.evaluate(() => window.scrollTo(0, 0))
    await expectClean(page, 'main', 'list')
    await page.keyboard.press('ControlOrMeta+k')
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    await expectClean(page, 'dialog[open]', 'commands')
    await page.getByRole('combobox', { name: 'Articles, people' }).fill(headline)
    await expect(page.getByRole('status').filter({ hasText: '1 result' })).toBeVisible()
    await expectClean(page, 'dialog[open]', 'search')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await expectClean(page, 'dialog[open]', 'keys')
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'With the selected' }).selectOption('Withdraw')
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByLabel('Notice for readers')).toBeVisible()
    await expectClean(page, 'main', 'before')
    await page.getByRole('button', { name: 'Withdraw: 1 article' }).click()
    await expect(page.getByText('1 article was withdrawn.')).toBeVisible()
    await expectClean(page, 'main', 'after')
    await page.goto(`/admin/articles/bulk?act=schedule&article=${id}`)
    await expectClean(page, 'main', 'choice')
    await context.close()
  })

test('the search, the list with ticks and the page before the act fit a phone', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, baseURL })
  const { id: authorId } = await signIn(page, 'chief_editor')
  const { id } = await makeArticle({ authorId })
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await page.goto(`/admin/articles?author=${authorId}`)
  await page.locator('input[data-select]').first().check()
  expect(await overflow()).toBe(0)
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  expect(await overflow()).toBe(0)
  await page.goto(`/admin/articles/bulk?act=withdraw&article=${id}`)
  await expect(page.getByRole('heading', { name: 'Withdraw' })).toBeVisible()
  expect(await overflow()).toBe(0)
  await page.close()
})
