import { expect, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { bringPicture } from '#e2e/support/pictures.ts'
import { textOf } from '#e2e/support/writing.ts'
import { inTransaction } from '#lib/store/database/client.ts'

const yesterday = new Date(Date.now() - 48 * 3_600_000)

test('the library finds pictures whose rights have ended, and those that are not for reuse', async ({ page }) => {
  await signIn(page, 'editor')
  const ended = await bringPicture(page, { alt: 'A river', rightsUntil: yesterday })
  const once = await bringPicture(page, { alt: 'A river' })
  await page.goto(`/admin/pictures/${once.id}`)
  await page.getByLabel('Reuse').selectOption('Not for reuse: stays where it stands')
  await page.getByRole('button', { name: 'Save credit and rights' }).click()
  await expect(page.getByText('Credit and rights are saved.')).toBeVisible()
  for (const [choice, name, other] of [
    ['Its rights have ended', ended.name, once.name],
    ['Not for reuse', once.name, ended.name],
  ] as const) {
    await page.goto('/admin/pictures')
    await page.getByLabel('Words, file name or credit').fill(name)
    await page.getByLabel('Rights').selectOption(choice)
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await expect(page.locator('.library li')).toHaveCount(1)
    await expect(page.locator('.library li')).toContainText(choice)
    await page.goto(`/admin/pictures?text=${other}&rights=${choice === 'Not for reuse' ? 'no-reuse' : 'expired'}`)
    await expect(page.locator('.library li')).toHaveCount(0)
  }
})

test('a picture that may not be placed says why, and is not placed', async ({ page }) => {
  await signIn(page, 'editor')
  const { name } = await bringPicture(page, { alt: 'A river', caption: '', rightsUntil: yesterday })
  const good = await bringPicture(page, { alt: 'A good river', caption: '' })
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('button', { name: 'Choose a picture…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Choose a picture' })
  await dialog.getByLabel('Search captions').fill(name)
  const barred = dialog.getByRole('button', { name })
  await expect(barred).toHaveAttribute('aria-disabled', 'true')
  await expect(barred).toHaveAccessibleDescription('Its rights have ended')
  await barred.press('Enter')
  await expect(dialog.getByText(`${name} can’t be placed: Its rights have ended.`)).toBeVisible()
  await dialog.getByLabel('Search captions').fill(good.name)
  await dialog.getByRole('button', { name: good.name }).click()
  await expect(page.locator('.lead-picture').getByRole('img', { name: 'A good river' })).toBeVisible()
})

test('an article with a picture whose rights ended is not published; the finding leads to its field', async ({
  page,
}) => {
  await signIn(page, 'editor')
  const picture = await bringPicture(page, { alt: 'A river', caption: '' })
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('button', { name: 'Choose a picture…' }).click()
  await page.getByRole('dialog').getByLabel('Search captions').fill(picture.name)
  await page.getByRole('dialog').getByRole('button', { name: picture.name }).click()
  await textOf(page).click()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await inTransaction((open) => open.picture.update({ where: { id: picture.id }, data: { rightsUntil: yesterday } }))
  await page.reload()
  const finding = page.getByRole('link', { name: `The rights to picture ${picture.name} have ended by then` })
  await expect(finding).toHaveAttribute('href', '#part-picture')
  await page.locator('.publishing').getByRole('button', { name: 'Publish now' }).click()
  await expect(page.getByText('Nothing was published. Put these right first:')).toBeVisible()
  await finding.first().click()
  await expect(page.locator('#part-picture')).toBeInViewport()
})

test('a text that places a barred picture against the page is not saved as a revision', async ({ page }) => {
  await signIn(page, 'editor')
  const picture = await bringPicture(page, { alt: 'A river', caption: '' })
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('button', { name: 'Choose a picture…' }).click()
  await page.getByRole('dialog').getByLabel('Search captions').fill(picture.name)
  await expect(page.getByRole('dialog').getByText('1 picture.')).toBeVisible()
  // Between the look and the choice somebody takes the rights away.
  await inTransaction((open) => open.picture.update({ where: { id: picture.id }, data: { isReusable: false } }))
  await page.getByRole('dialog').getByRole('button', { name: picture.name }).click()
  await textOf(page).click()
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText(`the picture ${picture.name} may not be placed anew`)).toBeVisible()
})
