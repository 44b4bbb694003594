import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { pressAtOnce } from '#e2e/support/keys.ts'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { bringPicture } from '#e2e/support/pictures.ts'
import { withdraw } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'

// All arrange the front that all readers see.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

/** A second is what the newsroom is promised; the machine that runs all tests at once gets more. */
const soon = { timeout: 20_000 }

const slots = (page: Page) => page.locator('.front-slots > li')

async function openFront(page: Page): Promise<void> {
  await page.goto('/admin/fronts')
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('button', { name: 'Publish this front' })).toBeVisible()
}

async function add(page: Page, headline: string) {
  await page.getByLabel('Words in headline or address').fill(headline)
  await page.getByRole('button', { name: `Add: ${headline}` }).click()
  return slots(page).filter({ hasText: headline })
}

test('a place gets words and a picture of its own, is previewed, and readers see it when it is published', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor')
  const picture = await bringPicture(page, { alt: 'A river for the front', caption: '' })
  const { headline, id } = await makeArticle({ isPublished: true })
  // Room for the whole list: what is dragged must not have to scroll.
  await page.setViewportSize({ width: 1280, height: 2600 })
  await openFront(page)
  const slot = await add(page, headline)
  await slot.getByText('Own words and picture').click()
  const [own, standfirst] = [`Own headline ${Date.now()}`, `Own standfirst ${Date.now()}`]
  const count = await slots(page).count()
  const last = slots(page).nth(count - 1)
  await last.getByLabel('Headline for this place').fill(own)
  await last.getByLabel('Standfirst for this place').fill(standfirst)
  await last.getByRole('button', { name: 'Choose a picture: ' }).click()
  await page.getByRole('dialog').getByLabel('Search captions').fill(picture.name)
  await page.getByRole('dialog').getByRole('button', { name: picture.name }).click()
  const mine = slots(page).filter({ hasText: own })
  await expect(mine.locator('img')).toBeVisible()
  // One up by dragging its dots, to the top by keyboard.
  await expect(async () => {
    await mine.locator('.drag').dragTo(
      slots(page)
        .nth(count - 2)
        .locator('strong')
        .first(),
    )
    await expect(page.getByText(`${headline} is now number ${count - 1}.`)).toBeVisible({ timeout: 5_000 })
  }).toPass()
  const up = mine.getByRole('button', { name: /^Move up/ })
  await up.focus()
  await pressAtOnce(page, Array(count - 2).fill({ key: 'ArrowUp', altKey: true }))
  await expect(up).toBeFocused()
  await expect(slots(page).first()).toContainText(own)
  await expect(page.getByText(`${headline} is now number 1.`)).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  expect(violations.flatMap((one) => one.nodes.map(({ html }) => `${one.id}: ${html}`))).toEqual([])

  const opened = context.waitForEvent('page')
  await page.getByRole('button', { name: 'Preview' }).click()
  const preview = await opened
  await expect(preview.getByText('Preview of this front as you arranged it.')).toBeVisible()
  const lead = preview.locator('.chief')
  await expect(lead.getByRole('heading', { name: own })).toBeVisible()
  await expect(lead).toContainText(standfirst)
  await expect(lead.getByRole('img', { name: 'A river for the front' })).toBeVisible()
  const reader = await browser.newPage({ baseURL })
  expect(await (await reader.request.get('/')).text()).not.toContain(own)
  expect((await reader.request.get(new URL(preview.url()).pathname)).status()).toBe(404)

  await page.getByRole('button', { name: 'Publish this front' }).click()
  await expect(page.getByText('Readers see this front now')).toBeVisible()
  await expect.poll(async () => (await reader.request.get('/')).text(), soon).toContain(standfirst)
  const by = { name: 'test' }
  const now = new Date()
  await changeArticle({ id, version: 2, by, action: 'withdraw', now }, (article) => withdraw(article, null, now))
  await expect.poll(async () => (await reader.request.get('/')).text(), soon).not.toContain(own)
  await page.reload()
  await expect(page.getByText('No longer public, and off the front with the next publishing')).toContainText(headline)
})

test('a front is arranged by keys and published', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor')
  const { headline } = await makeArticle({ isPublished: true })
  await page.goto('/admin/fronts')
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByLabel('Words in headline or address').fill(headline)
  await page.getByRole('button', { name: `Add: ${headline}` }).click()
  const slots = page.locator('.front-slots > li')
  const added = slots.filter({ hasText: headline })
  await expect(added).toBeVisible()
  const count = await slots.count()
  for (let place = count; place > 1; place--) await added.getByRole('button', { name: /^Move up/ }).press('Enter')
  await expect(added.getByRole('button', { name: /^Move up/ })).toBeFocused()
  await expect(slots.first()).toContainText(headline)
  await added.getByText('Own words and picture').click()
  const own = `Only here ${Date.now()}`
  await added.getByLabel('Headline for this place').fill(own)
  await page.getByRole('button', { name: 'Publish this front' }).click()
  await expect(page.getByText('Readers see this front now')).toBeVisible()
  const reader = await browser.newPage({ baseURL })
  await expect.poll(async () => (await reader.request.get('/')).text(), soon).toContain(own)
})

test('an article that is withdrawn while the front is arranged is not published with it', async ({ page }) => {
  await signIn(page, 'editor')
  const { headline, id } = await makeArticle({ isPublished: true })
  await openFront(page)
  await add(page, headline)
  const now = new Date()
  const change = { id, version: 2, by: { name: 'test' }, action: 'withdraw', now }
  await changeArticle(change, (article) => withdraw(article, null, now))
  await page.getByRole('button', { name: 'Publish this front' }).click()
  await expect(page.getByText(`No longer public: ${headline}.`)).toBeVisible()
  await expect(slots(page).filter({ hasText: headline })).toBeVisible()
})

test('of two who arrange at once the second is told, loses nothing, and decides', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor')
  const { headline: mine } = await makeArticle({ isPublished: true })
  const { headline: theirs } = await makeArticle({ isPublished: true })
  const other = await browser.newPage({ baseURL })
  await signIn(other, 'editor')
  for (const [editor, headline] of [
    [page, mine],
    [other, theirs],
  ] as const) {
    await openFront(editor)
    await add(editor, headline)
  }
  const own = slots(page).filter({ hasText: mine })
  await own.getByText('Own words and picture').click()
  await own.getByLabel('Headline for this place').fill(`${mine}, here`)
  // A slip of the hand takes its own words along, and gives them back.
  await own.getByRole('button', { name: `Take off: ${mine}` }).click()
  await expect(own).toHaveCount(0)
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(own).toContainText(`${mine}, here`)
  const publish = (editor: Page) => editor.getByRole('button', { name: 'Publish this front' }).click()
  await publish(other)
  await expect(other.getByText('Readers see this front now')).toBeVisible()
  // A cut line takes nothing either.
  await page.context().setOffline(true)
  await publish(page)
  await expect(page.getByRole('alert').filter({ hasText: /No answer/ })).toBeVisible()
  await page.context().setOffline(false)
  await publish(page)
  await expect(page.getByText('Somebody else published this front meanwhile.')).toContainText(theirs)
  await expect(own).toContainText(`${mine}, here`)
  await publish(page)
  await expect(page.getByText('Readers see this front now')).toBeVisible()
})
