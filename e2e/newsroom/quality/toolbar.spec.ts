import { expect, type Page, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { bringPicture } from '#e2e/support/pictures.ts'

const dialog = (page: Page) => page.locator('dialog[open]')

/** What a person of this language types to find a kind of block. */
const sought = {
  en: { figure: 'Picture', table: 'Table' },
  ru: { figure: 'Изображение', table: 'Таблица' },
  fa: { figure: 'تصویر', table: 'جدول' },
} as const

/** An article whose text is longer than the window: what sticks at its head has to share the place. */
async function openLongText(page: Page): Promise<void> {
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  const text = page.locator('.body-text')
  await expect(text).toHaveAttribute('contenteditable', 'true')
  await text.click()
  await page.keyboard.press('ControlOrMeta+End')
  for (let line = 0; line < 30; line++) await page.keyboard.press('Enter')
}

async function insert(page: Page, block: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+/')
  await dialog(page).getByRole('combobox').fill(block)
  await page.keyboard.press('Enter')
}

/** In how many rows its buttons stand, and which of those in the window something else lies over. */
async function layoutOf(page: Page) {
  return page.getByRole('toolbar').evaluate((toolbar) => {
    const buttons = [...toolbar.querySelectorAll('button')].map((button) => ({
      button,
      box: button.getBoundingClientRect(),
    }))
    const inWindow = buttons.filter(({ box }) => box.left >= 0 && box.right <= innerWidth)
    const covered = inWindow.filter(({ button, box }) => {
      const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      return !button.contains(above)
    })
    return {
      rows: new Set(buttons.map(({ box }) => box.top)).size,
      covered: covered.map(({ button }) => button.ariaLabel),
    }
  })
}

for (const locale of ['en', 'ru', 'fa'] as const)
  test(`beside the panels the toolbar has two rows at most, and nothing lies over it: ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await signIn(page, 'editor', { interfaceLocale: locale })
    const { name } = await bringPicture(page, { alt: 'A river', caption: '' })
    await openLongText(page)
    expect(await layoutOf(page)).toEqual({ rows: 1, covered: [] })
    await insert(page, sought[locale].table)
    await page.locator('.body-text td').first().click()
    await expect(page.getByRole('toolbar').getByRole('button')).toHaveCount(21)
    expect(await layoutOf(page)).toEqual({ rows: 2, covered: [] })
    await page.keyboard.press('ControlOrMeta+End')
    await insert(page, sought[locale].figure)
    await dialog(page).getByRole('searchbox').fill(name)
    await dialog(page).getByRole('button', { name }).click()
    await page.locator('.body-text figure').click()
    await expect(page.getByRole('toolbar').locator('button:not(:has(svg))')).toHaveCount(3)
    const { rows, covered } = await layoutOf(page)
    expect([rows <= 2, covered]).toEqual([true, []])
  })

test('filters on a phone stand two in a row, and days have the whole of it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'administrator')
  for (const path of ['/admin/audit', '/admin/pictures', '/admin/articles', '/admin/calendar']) {
    await page.goto(path)
    await page.locator('.filters-fold summary').click()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect([path, wide]).toEqual([path, 0])
  }
})

test('on a phone the head of the page is one row, and the toolbar below it can be reached', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'editor')
  await openLongText(page)
  const head = await page.getByRole('banner').boundingBox()
  expect(head?.height).toBeLessThan(60)
  expect(await layoutOf(page)).toEqual({ rows: 1, covered: [] })
})
