import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { bringPicture } from '#e2e/support/pictures.ts'
import { beginArticle, revisionsOf, textOf } from '#e2e/support/writing.ts'
import { database } from '#lib/store/database/client.ts'

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
  // On a phone each cell names its column.
  await expect(page.locator('.table td:not([data-title])')).toHaveCount(0)
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

test('bylines, topics, address, social text and the words of a picture are compared and restored', async ({ page }) => {
  await signIn(page, 'editor')
  const picture = await bringPicture(page, { alt: 'A bridge', caption: 'The old bridge' })
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  const panel = (name: string) => page.locator('details').filter({ has: page.locator('summary', { hasText: name }) })
  const save = async () => {
    await textOf(page).click()
    await page.keyboard.press('ControlOrMeta+s')
    await expect(page.getByText('Saved as a revision.')).toBeVisible()
  }
  await page.getByRole('button', { name: 'Choose a picture…' }).click()
  await page.getByRole('dialog').getByLabel('Search captions').fill(picture.name)
  await page.getByRole('dialog').getByRole('button', { name: 'The old bridge' }).click()
  await save()
  await expect.poll(async () => (await revisionsOf(id)).length).toBe(2)

  await page.getByLabel(/^Role of /).fill('Photo')
  for (const name of ['Topics', 'Blog and address', 'Search and social networks']) {
    if ((await panel(name).getAttribute('open')) === null) await panel(name).locator('summary').click()
  }
  await page.getByLabel('Add a topic').selectOption({ label: 'Security' })
  const slug = `moved-${Date.now()}`
  await page.getByLabel('Last part of the address').fill(slug)
  await page.getByLabel('Text for social networks').fill('Cross it today')
  await page.request.get('/')
  await database().pictureText.updateMany({ where: { pictureId: picture.id }, data: { alt: 'A bridge of stone' } })
  await save()
  await expect.poll(async () => (await revisionsOf(id)).length).toBe(3)

  await page.goto(`/admin/articles/${id}/history?from=2&to=3`)
  const diff = page.locator('.diff dl')
  for (const [field, words] of [
    ['Bylines', '(Photo)'],
    ['Address', slug],
    ['Text for social networks', 'Cross it today'],
    [`Description of ${picture.name}`, 'of stone'],
  ] as const)
    await expect(
      diff
        .locator('div')
        .filter({ has: page.getByText(field, { exact: true }) })
        .locator('ins')
        .first(),
    ).toContainText(words.split('-').at(-1) ?? words)
  await expect(diff.locator('dt', { hasText: 'Topics' })).toBeVisible()
  await page.getByLabel('Why is it restored?').fill('The first was right')
  await page.getByRole('button', { name: 'Restore as a new revision' }).click()
  await expect(page.getByText('Number 2 is restored as a new revision.')).toBeVisible()
  const [, second, , fourth] = await revisionsOf(id)
  expect(fourth?.facts).toEqual(second?.facts)
  const [words] = await database().pictureText.findMany({ where: { pictureId: picture.id } })
  expect(words?.alt).toBe('A bridge')
})
