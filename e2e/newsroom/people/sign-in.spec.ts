import { randomBytes } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { makePerson, password } from '#e2e/support/people/people.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { makeTopic } from '#e2e/support/references.ts'
import { inTransaction } from '#lib/store/database/client.ts'

const fill = async (page: Page, email: string, words: string) => {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('signed out, every page of the newsroom is the sign-in page, which leads back', async ({ page }) => {
  const person = await makePerson('administrator')
  const asked = (path: string) => page.request.get(path, { maxRedirects: 0 })
  const [known, unknown] = [await asked('/admin/people'), await asked('/admin/nothing')]
  expect([unknown.status(), unknown.headers().location]).toEqual([
    known.status(),
    known.headers().location?.replace('people', 'nothing'),
  ])
  await page.goto('/admin/people')
  await expect(page).toHaveURL(/\/admin\/sign-in\?next=%2Fadmin%2Fpeople/)
  await fill(page, person.email, password)
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
  expect((await page.goto('/admin/nothing/of/this-name'))?.status()).toBe(404)
  await expect(page.locator('main').getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Newsroom' })).toBeVisible()
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.endsWith('session_token'))
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})

test('signing in works without script, and out again', async ({ browser, baseURL }) => {
  const person = await makePerson('administrator')
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL })
  await page.goto('/admin/people')
  await fill(page, person.email, password)
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
  await page.getByRole('group').filter({ hasText: person.name }).locator('summary').first().click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/admin\/sign-in$/)
  await page.goto('/admin/people')
  await expect(page).toHaveURL(/\/admin\/sign-in/)
})

test('a session that ended meanwhile takes no word of a form: signed in again elsewhere, it is sent as it stands', async ({
  page,
}) => {
  const { id: userId } = await signIn(page, 'chief_editor')
  const { id, name } = await makeTopic()
  await page.goto(`/admin/topics/${id}`)
  const field = page.getByLabel('Name', { exact: true })
  await expect(async () => {
    await field.fill(`${name} rivers`)
    await expect(field).toHaveValue(`${name} rivers`)
  }).toPass()
  await inTransaction((open) => open.session.deleteMany({ where: { userId } }))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const way = page.getByRole('link', { name: 'You are signed out by now, and nothing was done.' })
  await expect(way).toHaveAttribute('target', '_blank')
  await expect(page.getByRole('alert').filter({ has: way })).toBeFocused()
  await expect(field).toHaveValue(`${name} rivers`)
  await signIn(page, 'chief_editor')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Readers see it now')).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue(`${name} rivers`)
})

test('an unknown account, a wrong password and a closed account are answered alike', async ({ page }) => {
  const person = await makePerson('editor')
  const answers: string[] = []
  for (const email of ['nobody@example.org', person.email]) {
    await page.goto('/admin/sign-in')
    await fill(page, email, 'certainly not this one')
    const alert = page.getByRole('alert').filter({ hasText: 'E-mail and password' })
    await expect(alert).toBeFocused()
    answers.push((await alert.textContent()) ?? '')
    await expect(page.getByLabel('E-mail')).toHaveValue(email)
  }
  expect(new Set(answers).size).toBe(1)
})

test('the eleventh attempt at an account waits, whether the account exists or not', async ({ page }) => {
  const person = await makePerson('editor')
  // From an address of their own: what one address may try in a quarter of an hour is for all tests together.
  await page.setExtraHTTPHeaders({ 'X-Forwarded-For': `203.0.${randomBytes(2).join('.')}` })
  for (const email of [person.email, `${person.id}@nowhere.example`]) {
    await page.goto('/admin/sign-in')
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      await fill(page, email, `guess number ${attempt}`)
      await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
    }
    await expect(page.getByRole('alert').filter({ hasText: 'too many attempts' })).toBeVisible()
  }
})

test('a link to another site is not followed after sign-in', async ({ page }) => {
  await signIn(page, 'administrator')
  await page.goto('/admin/sign-in?next=https://evil.example/')
  await expect(page).toHaveURL(/\/admin$/)
})

test('pages of the newsroom run scripts by nonce only, are kept nowhere and framed by nobody', async ({
  page,
  request,
}) => {
  const response = await request.get('/admin/sign-in')
  const policy = response.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/)
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(response.headers()['cache-control']).toMatch(/no-store/)
  const violations: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
  })
  await page.goto('/admin/sign-in')
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  expect(violations).toEqual([])
})

test('a Persian browser gets a Persian page from right to left', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ locale: 'fa-IR', baseURL })
  await page.goto('/admin/sign-in')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ورود')
})
