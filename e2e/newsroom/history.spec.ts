import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { signIn } from '../support/sign-in.ts'
import { beginArticle, revisionsOf, textOf } from '../support/writing.ts'

test('two revisions are compared word by word, and the first restored as a third', async ({ page, browser }) => {
  const { name } = await signIn(page, 'editor')
  const id = await beginArticle(page, 'Lake grows')
  await page.keyboard.type('The lake grows.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await page.getByLabel('Headline', { exact: true }).fill('Lake shrinks')
  await textOf(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Then it shrinks.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(async () => (await revisionsOf(id)).length).toBe(3)

  // A history reads without script.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto(`/admin/articles/${id}/history`)
  await expect(plain.locator('ins', { hasText: 'shrinks' }).first()).toBeVisible()
  await expect(plain.locator('del', { hasText: 'grows' })).toBeVisible()
  await plain.getByRole('radio', { name: 'Number 2 as the earlier one' }).check()
  await plain.getByRole('radio', { name: 'Number 3 as the later one' }).check()
  await plain.getByRole('button', { name: 'Compare these two' }).click()
  await expect(plain.getByRole('heading', { name: 'Number 2 and number 3' })).toBeVisible()

  await page.goto(`/admin/articles/${id}/history?from=2&to=3`)
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  expect(violations.flatMap((one) => one.nodes.map(({ html }) => `${one.id}: ${html}`))).toEqual([])
  await page.getByRole('button', { name: 'Restore as a new revision' }).click()
  await expect(page.getByText('Give a reason').first()).toBeVisible()
  await page.getByLabel('Why is it restored?').fill('It was right')
  await page.getByRole('button', { name: 'Restore as a new revision' }).click()
  await expect.poll(async () => (await revisionsOf(id)).length).toBe(4)
  const last = (await revisionsOf(id)).at(-1)
  expect([last?.headline, last?.createdBy]).toEqual(['Lake grows', name])
  expect(last?.reason).toContain('It was right')
})
