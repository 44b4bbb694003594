import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { signIn } from '#e2e/support/people/sign-in.ts'

test('an administrator makes a key, sees it once, and ends it', async ({ page, request }) => {
  await signIn(page, 'administrator')
  await page.goto('/admin/keys')
  const name = `Partner ${randomBytes(4).toString('hex')}`
  await page.getByLabel('Whose it is').fill(name)
  await page.getByRole('button', { name: 'Make a key' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The key is made' })).toBeVisible()
  const key = (await page.locator('code.secret').textContent()) ?? ''
  expect(key).toMatch(/^mh_[\w-]{43}$/)
  const headers = { Authorization: `Bearer ${key}`, 'X-Forwarded-For': '203.0.113.7' }
  expect((await request.get('/api/v1/articles?limit=1', { headers })).status()).toBe(200)

  await page.reload()
  await expect(page.locator('code.secret')).toHaveCount(0)
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText(`${key.slice(0, 8)}…`)
  await row.getByText('In force').click()
  await expect(row).toContainText('This can’t be undone')
  await row.getByRole('button', { name: `Revoke the key of ${name}` }).click()
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Revoked')
  expect((await request.get('/api/v1/articles?limit=1', { headers })).status()).toBe(401)
})

test('who may not manage keys gets no page of them', async ({ page }) => {
  await signIn(page, 'chief_editor')
  await expect(page.getByRole('link', { name: 'Partner keys' })).toHaveCount(0)
  const answer = await page.goto('/admin/keys')
  expect(answer?.status()).toBe(403)
})
