import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { type Listener, listen } from '#e2e/support/listener.ts'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'

/** The issue asks for five seconds; a machine that runs a whole suite beside it gets more before this counts as lost. */
const timeout = 20_000

let receiver: Listener
test.beforeAll(async () => {
  receiver = await listen()
})
test.afterAll(() => receiver.close())

test('a webhook is added, tried, told of an article, stopped and removed; the log says what came of it', async ({
  page,
}) => {
  await signIn(page, 'administrator')
  await page.goto('/admin/deliveries')
  // As the site was started (INDEX_NOW_URL in playwright.config.ts).
  await expect(page.getByText(/^Sends the addresses of changed articles to 127\.0\.0\.1:\d+\./)).toBeVisible()
  const name = `Partner ${randomBytes(4).toString('hex')}`
  const form = page.locator('#webhook')
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Address').fill('ftp://partner.example/')
  await form.getByRole('button', { name: 'Add a webhook' }).click()
  await expect(form.getByText('Write an address that begins with https:// or http://').first()).toBeVisible()
  await expect(form.getByLabel('Name')).toHaveValue(name)
  await form.getByLabel('Address').fill(receiver.url)
  await form.getByRole('button', { name: 'Add a webhook' }).click()
  await expect(form.locator('code.secret')).toHaveText(/^whsec_/)

  await page.getByRole('button', { name: `Send ${name} a test` }).click()
  const tests = () => receiver.messages.filter((message) => JSON.parse(message).type === 'test').length
  await expect.poll(tests, { timeout }).toBe(1)
  // The webhook hears of what other tests publish too: the newest line may be about that.
  const line = page
    .getByRole('row')
    .filter({ hasText: receiver.url })
    .filter({ has: page.locator('summary', { hasText: /^test$/ }) })
  await expect(async () => {
    await page.goto('/admin/deliveries?channel=webhook')
    await expect(line).toContainText('Delivered', { timeout: 2_000 })
  }).toPass()
  await expect(line).toContainText('200')
  await line.getByRole('button', { name: /^Send message \d+ again$/ }).click()
  await expect.poll(tests, { timeout }).toBe(2)

  const told = await makeArticle({ isPublished: true })
  await expect.poll(() => receiver.messages.some((message) => message.includes(told.headline)), { timeout }).toBe(true)

  await page.goto('/admin/deliveries')
  await page.getByRole('button', { name: `Stop ${name}` }).click()
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Stopped since')
  await page.getByRole('button', { name: `Remove ${name}` }).click()
  const dialog = page.getByRole('dialog', { name: `Remove ${name}` })
  await expect(dialog).toContainText('What it was told stays in the log')
  await dialog.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0)
})

test('an old sign-in is asked for once more, and who may not manage keys sees nothing of it', async ({
  page,
  browser,
}) => {
  await signIn(page, 'administrator', { signedInAt: new Date(Date.now() - 3_600_000) })
  await page.goto('/admin/deliveries')
  const form = page.locator('#webhook')
  await form.getByLabel('Name').fill('Late')
  await form.getByLabel('Address').fill(receiver.url)
  await form.getByRole('button', { name: 'Add a webhook' }).click()
  await expect(page).toHaveURL(/\/admin\/confirm\?/)

  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'chief_editor')
  expect((await other.goto('/admin/deliveries'))?.status()).toBe(403)
})
