import { expect, type Page } from '@playwright/test'
import { makeArticle } from '../newsroom-articles.ts'
import { at, openAll, pressUntil, type Scene } from './scene.ts'

const dialog = (page: Page) => page.locator('dialog[open]')
const list = { route: '/admin/articles', as: 'chief_editor' } as const
const many = { route: '/admin/articles/bulk', as: 'chief_editor' } as const

/** How things are found, and what is done to many of them at once. */
export const findingScenes: readonly Scene[] = [
  { ...list, name: 'commands', open: openFinder },
  {
    ...{ ...list, name: 'search that finds an article' },
    async open(page) {
      const { headline } = await makeArticle()
      await openFinder(page)
      await dialog(page).locator('[role=combobox]').fill(headline)
      await expect(dialog(page).locator('[role=option]')).toContainText([headline])
    },
  },
  {
    ...{ ...list, name: 'keyboard shortcuts' },
    async open(page) {
      await page.goto('/admin/articles')
      await page.locator('h1').click()
      await expect(async () => {
        if (!(await dialog(page).isVisible())) await page.keyboard.press('?')
        await expect(dialog(page)).toBeVisible({ timeout: 2_000 })
      }).toPass()
    },
  },
  {
    ...{ ...list, name: 'ticked articles and a filter to save' },
    async open(page, me) {
      await makeArticle({ authorId: me.id })
      await at(`/admin/articles?author=${me.id}`)(page, me)
      await openAll(page)
      await pressUntil(page.locator('.bulk [role=status] + button'), page.locator('.bulk[data-has]'))
    },
  },
  {
    ...{ ...many, name: 'one act on many articles' },
    async open(page, me) {
      const made = [await makeArticle({ isPublished: true }), await makeArticle()]
      await at(`/admin/articles/bulk?act=withdraw&${made.map(({ id }) => `article=${id}`).join('&')}`)(page, me)
    },
  },
  {
    ...{ ...many, name: 'a time for many articles' },
    open: async (page, me) => at(`/admin/articles/bulk?act=schedule&article=${(await makeArticle()).id}`)(page, me),
  },
  {
    ...{ ...many, name: 'what was done to many articles' },
    async open(page, me) {
      const { id } = await makeArticle({ isPublished: true })
      await at(`/admin/articles/bulk?act=withdraw&article=${id}`)(page, me)
      await page.locator('#bulk-confirm button[type=submit]').click()
      await expect(page.locator('#bulk-results')).toBeVisible()
    },
  },
  { ...many, name: 'one act on no article', open: at('/admin/articles/bulk') },
]

async function openFinder(page: Page): Promise<void> {
  await page.goto('/admin/articles')
  await pressUntil(page.locator('.finder-open'), dialog(page).locator('[role=option]').first())
}
