import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { bringPicture } from '#e2e/support/pictures.ts'
import { beginArticle, textOf } from '#e2e/support/writing.ts'

const dialog = (page: Page) => page.locator('dialog[open]')

/** Puts a picture of the library at the caret, by keyboard. */
async function place(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type('pict')
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('Search captions').fill(name)
  await dialog(page).getByRole('button', { name }).click()
}

test('a figure shows the library’s words; they are changed beside the text and seen at once', async ({ page }) => {
  await signIn(page, 'editor')
  const picture = await bringPicture(page, { alt: 'A bridge', caption: 'The old bridge' })
  await beginArticle(page)
  await page.keyboard.press('/')
  await page.keyboard.type('pict')
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('Search captions').fill(picture.name)
  await dialog(page).getByRole('button', { name: 'The old bridge' }).click()
  const figure = textOf(page).locator('figure')
  await expect(figure.getByRole('img', { name: 'A bridge' })).toBeVisible()
  await figure.click()
  await page.getByRole('toolbar').getByRole('button', { name: 'Words of the picture…' }).click()
  await dialog(page).getByLabel('Description').fill('A bridge of stone with three arches')
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze()
  expect(violations.flatMap((one) => one.nodes.map(({ html }) => `${one.id}: ${html}`))).toEqual([])
  await dialog(page).getByRole('button', { name: 'Save these words' }).click()
  await expect(figure.getByRole('img', { name: 'A bridge of stone with three arches' })).toBeVisible()
  await page.goto(`/admin/pictures/${picture.id}`)
  await expect(page.locator('#texts-en').getByLabel('Description')).toHaveValue('A bridge of stone with three arches')
})

test('a picture may say nothing where somebody says why; readers’ programs then pass over it', async ({ page }) => {
  await signIn(page, 'editor')
  const picture = await bringPicture(page)
  await beginArticle(page)
  await page.keyboard.type('First.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('/')
  await page.keyboard.type('pict')
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('Search captions').fill(picture.name)
  await dialog(page).getByRole('button', { name: picture.name }).click()
  await dialog(page).getByRole('button', { name: 'Place it now, describe it later' }).click()
  const figure = textOf(page).locator('figure')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  const finding = page.getByRole('link', { name: `Picture ${picture.name} has no description` })
  await page.reload()
  await expect(finding).toBeVisible()
  // One click alone: a second one at the same place is a double one, which opens the library.
  await expect(textOf(page)).toHaveAttribute('contenteditable', 'true')
  await figure.click()
  await page.getByRole('toolbar').getByRole('button', { name: 'Words of the picture…' }).click()
  await dialog(page).getByLabel('This picture is decoration here').check()
  await dialog(page).getByRole('button', { name: 'Keep this for the figure' }).click()
  await expect(dialog(page).getByText('without a reason it needs a description')).toBeVisible()
  await dialog(page).getByLabel('Why it is decoration').fill('A pattern between two parts')
  await dialog(page).getByRole('button', { name: 'Keep this for the figure' }).click()
  await expect(figure).toContainText('None, for it is decoration: A pattern between two parts')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Checks before publishing')).toBeVisible()
  await expect(finding).toHaveCount(0)
  const id = page.url().split('/').at(-1)
  await page.goto(`/preview/article/${id}`)
  await expect(page.locator('article figure img, main figure img').last()).toHaveAttribute('alt', '')
})

test('one key places a picture in the text again', async ({ page }) => {
  await signIn(page, 'editor')
  const picture = await bringPicture(page, { alt: 'A lake', caption: '' })
  await beginArticle(page)
  await place(page, picture.name)
  await expect(textOf(page).getByRole('img', { name: 'A lake' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(textOf(page).locator('figure')).toHaveCount(0)
})
