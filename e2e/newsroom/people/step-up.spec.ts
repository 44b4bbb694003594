import { expect, type Locator, type Page, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { makePerson, password } from '#e2e/support/people/people.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import type { Role } from '#lib/domain/people/roles.ts'
import type { PublishingSignInHours } from '#lib/domain/site/publishing-sign-in.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'
import { changePublishingSignIn } from '#lib/store/site/publishing-sign-in.ts'

// The setting is the whole site's. Twelve hours touch no other spec: their people have just signed in.
test.describe.configure({ mode: 'serial' })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Is it still you?' })
const stateOf = async (id: number) => (await database().article.findUniqueOrThrow({ where: { id } })).state
const asksAfter = (hours: PublishingSignInHours) => changePublishingSignIn({ hours, by: 'test', now: new Date() })

/** In by the front door, so that there is a password; then so many hours pass. */
async function signInHoursAgo(page: Page, role: Role, hours: number): Promise<void> {
  const { id, email } = await makePerson(role)
  await page.context().clearCookies()
  await page.goto('/admin/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/admin$/)
  const signedInAt = new Date(Date.now() - hours * 3_600_000)
  await inTransaction((open) => open.session.updateMany({ where: { userId: id }, data: { signedInAt } }))
}

async function confirmIn(asked: Locator): Promise<void> {
  await expect(asked.getByLabel('Password')).toBeFocused()
  await asked.getByLabel('Password').fill('not this one')
  await asked.getByRole('button', { name: 'Go on' }).click()
  await expect(asked.getByText('This is not your password.')).toBeVisible()
  await asked.getByLabel('Password').fill(password)
  await asked.getByRole('button', { name: 'Go on' }).click()
  await expect(asked).toBeHidden()
}

test('kill asks again where it stands: what was typed stays, and goes with it', async ({ page }) => {
  await signInHoursAgo(page, 'chief_editor', 1)
  const { id } = await makeArticle({ isPublished: true })
  await page.goto(`/admin/articles/${id}`)
  await page.locator('.publishing summary', { hasText: 'Kill' }).click()
  const kill = page.locator('#step-kill')
  await kill.getByLabel('Reason, for the newsroom').fill('It was made up.')
  await kill.getByLabel('Yes, kill it for good').check()
  await kill.getByRole('button', { name: 'Kill' }).click()
  await expect(dialog(page).getByLabel('Password')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(kill.getByLabel('Reason, for the newsroom')).toHaveValue('It was made up.')
  expect(await stateOf(id)).toBe('published')
  await kill.getByLabel('Yes, kill it for good').check()
  await kill.getByRole('button', { name: 'Kill' }).click()
  await confirmIn(dialog(page))
  await expect(page.locator('.publishing').getByText(/There is no way back/)).toBeVisible()
  expect(await stateOf(id)).toBe('killed')
  const events = await database().auditEvent.findMany({ where: { action: 'article.kill', subject: `article:${id}` } })
  expect(JSON.stringify(events.map(({ details }) => details))).toContain('It was made up.')
})

test('a newsroom that wants it is asked before anything goes to readers', async ({ page }) => {
  await signIn(page, 'administrator')
  await page.goto('/admin/settings')
  const setting = page.locator('#publishing-sign-in')
  await setting.getByLabel('Ask for a new sign-in').selectOption('When the last one is 12 hours old')
  await setting.getByRole('button').click()
  await expect(setting.getByRole('status')).toHaveText(/./)
  try {
    await signInHoursAgo(page, 'chief_editor', 13)
    const { id, headline } = await makeArticle()
    await page.goto(`/admin/articles/${id}`)
    await page.getByLabel('Standfirst').fill('Typed while the sign-in was old.')
    await page.locator('#step-publish').getByRole('button', { name: 'Publish now' }).click()
    await confirmIn(dialog(page))
    await expect(page.locator('.publishing').getByText(/^Readers see it since/)).toBeVisible()
    await expect(page.getByLabel('Standfirst')).toHaveValue('Typed while the sign-in was old.')
    const { standfirst } = await database().article.findUniqueOrThrow({ where: { id } })
    expect(standfirst).toBe('Typed while the sign-in was old.')

    await signInHoursAgo(page, 'chief_editor', 13)
    await page.goto('/admin/alerts')
    const alert = page.locator('#alert')
    await alert.getByLabel('Text of the alert').fill(`About ${headline}`)
    await alert.getByLabel('Starts').fill('2031-01-01T10:00')
    await alert.getByRole('button', { name: 'Run this alert' }).click()
    await expect(dialog(page)).toBeVisible()
    await dialog(page).getByRole('button', { name: 'Close' }).click()
    await expect(alert.getByLabel('Text of the alert')).toHaveValue(`About ${headline}`)
    expect(await database().breakingAlert.count({ where: { text: `About ${headline}` } })).toBe(0)
  } finally {
    await asksAfter(0)
  }
})
