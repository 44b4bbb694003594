import { expect, type Page, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { putPicture } from '#e2e/support/unseen-picture.ts'
import { database } from '#lib/store/database/client.ts'

const panel = (page: Page) => page.locator('details', { has: page.locator('#previews-title') })

async function makeLink(page: Page, id: number): Promise<string> {
  await page.goto(`/admin/articles/${id}`)
  await page.getByRole('heading', { name: 'Preview links' }).click()
  await panel(page).getByLabel('Open for').selectOption({ label: '1 hour' })
  await panel(page).getByRole('button', { name: 'Make a link' }).click()
  await expect(panel(page).getByText('is made. Copy it now')).toBeVisible()
  const link = (await panel(page).locator('code.secret').textContent()) ?? ''
  return new URL(link).pathname
}

test('a link shows one revision to whoever has it, is kept by nobody, and is closed at once', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor')
  const { id, headline, path } = await makeArticle()
  const link = await makeLink(page, id)
  const guest = await browser.newPage({ baseURL })
  const answer = await guest.goto(link)
  expect(answer?.status()).toBe(200)
  const headers = answer?.headers() ?? {}
  expect(headers['cache-control']).toBe('private, no-store')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['x-robots-tag']).toContain('noindex')
  expect(headers['cache-status']).toContain('fwd=bypass')
  await expect(guest.getByRole('heading', { level: 1, name: headline })).toBeVisible()
  await expect(guest.getByRole('note')).toContainText(/Preview of revision 1, made by .*, open until .*Not published\./)
  await expect(guest.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await expect(guest.locator('script:not([type])')).toHaveCount(0)
  expect(await (await guest.request.get(link)).text()).not.toContain('wa.me')
  expect((await guest.request.get(path, { maxRedirects: 0 })).status()).toBe(404)

  // The text goes on; the link stays with its revision.
  await page.getByLabel('Headline').first().fill(`${headline} at last`)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await guest.reload()
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(headline)

  await page.reload()
  await page.getByRole('heading', { name: 'Preview links' }).click()
  await expect(panel(page).getByText(/Opened 3 times, last/)).toBeVisible()
  await panel(page).getByRole('button', { name: 'Close the link to revision 1' }).click()
  await expect(panel(page).getByText(/^Closed /)).toBeVisible()
  const closed = await guest.goto(link)
  expect(closed?.status()).toBe(410)
  await expect(guest.getByRole('heading', { level: 1, name: 'This preview is closed' })).toBeVisible()
  expect(await guest.content()).not.toContain(headline)
  const audit = await database().auditEvent.findMany({
    where: { subject: `article:${id}`, action: { startsWith: 'preview.' } },
    orderBy: { id: 'asc' },
  })
  expect(audit.map(({ action }) => action)).toEqual(['preview.make', 'preview.revoke'])
  const stored = await database().previewLink.findFirstOrThrow({ where: { articleId: id } })
  expect(JSON.stringify([stored, audit.map(({ details }) => details)])).not.toContain(link.split('/').at(-1))
})

test('an expired link says so, an unknown one leads nowhere', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  const link = await makeLink(page, id)
  await database().previewLink.updateMany({
    where: { articleId: id },
    data: { createdAt: new Date(Date.now() - 60_000), expiresAt: new Date(Date.now() - 1_000) },
  })
  const guest = await browser.newPage({ baseURL })
  expect((await guest.goto(link))?.status()).toBe(410)
  const unknown = `${link.slice(0, -4)}AAAA`
  const missing = await guest.goto(unknown)
  expect(missing?.status()).toBe(404)
  expect(missing?.headers()['cache-control']).toBe('private, no-store')
})

test('pictures under an embargo load in the preview and for the newsroom, and for nobody else', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  const address = await putPicture(id)
  await database().article.update({ where: { id }, data: { embargoUntil: new Date(Date.now() + 86_400_000) } })
  const link = await makeLink(page, id)
  const guest = await browser.newPage({ baseURL })
  await guest.goto(link)
  const picture = guest.locator('article img').first()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  const shown = await picture.evaluate((image: HTMLImageElement) => new URL(image.currentSrc).pathname)
  const answer = await guest.request.get(shown)
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'private, no-store'])
  expect((await guest.request.get(address)).status()).toBe(404)
  expect((await page.request.get(address)).status()).toBe(200)
  await panel(page)
    .getByRole('button', { name: /Close the link/ })
    .click()
  await expect(panel(page).getByText(/^Closed /)).toBeVisible()
  expect((await guest.request.get(shown)).status()).toBe(404)
})

test('the button “Preview” shows what was last saved to whoever is signed in', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor')
  const { id, headline } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  const opening = page.context().waitForEvent('page')
  await page.locator('.saving-bar').getByRole('link', { name: 'Preview' }).click()
  const tab = await opening
  await expect(tab.getByRole('heading', { level: 1, name: headline })).toBeVisible()
  await expect(tab.getByRole('note')).toContainText('Only the newsroom can open it. Not published.')
  const guest = await browser.newPage({ baseURL })
  expect((await guest.goto(`/preview/article/${id}`))?.status()).toBe(404)
})

test('a preview from right to left stands in the letters of its edition', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor')
  await makeArticle()
  const persian = await database().article.findFirstOrThrow({
    where: { edition: { key: 'fa' }, state: 'published' },
    orderBy: { id: 'asc' },
  })
  const link = await makeLink(page, persian.id)
  const guest = await browser.newPage({ baseURL })
  await guest.goto(link)
  await expect(guest.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(guest.getByRole('note')).toContainText('پیش‌نمایش')
  await expect(guest.getByRole('note')).toContainText('خوانندگان همین متن را می‌بینند')
})

test('a reporter shares what they began, and nothing else', async ({ page }) => {
  const reporter = await signIn(page, 'reporter')
  const own = await makeArticle({ authorId: reporter.id })
  const other = await makeArticle()
  await makeLink(page, own.id)
  await page.goto(`/admin/articles/${other.id}`)
  await page.getByRole('heading', { name: 'Preview links' }).click()
  await expect(panel(page).getByRole('link', { name: 'Preview' })).toBeVisible()
  await expect(panel(page).getByRole('button')).toHaveCount(0)
})
