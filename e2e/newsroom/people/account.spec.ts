import { expect, type Page, test } from '@playwright/test'
import { addDevice } from '#e2e/support/hands/device.ts'
import { makePerson, password } from '#e2e/support/people/people.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { totp } from '#e2e/support/people/totp.ts'

async function enter(page: Page, email: string): Promise<void> {
  await page.goto('/admin/sign-in?next=/admin/account/security')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('the language of the newsroom is one’s own', async ({ page }) => {
  await signIn(page, 'reporter')
  await page.goto('/admin/account')
  await page.getByLabel('Language of the newsroom pages').selectOption('fa')
  await page.locator('#form').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('ذخیره شد.')).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa')
})

test('a second step is set up, asked for, and replaced by a recovery code once', async ({ page }) => {
  const person = await makePerson('editor')
  await enter(page, person.email)
  await page.locator('#two-factor-password').fill(password)
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  const secret = (await page.locator('.secret').textContent()) ?? ''
  const codes = await page.locator('.codes li').allTextContents()
  expect(codes.length).toBeGreaterThanOrEqual(8)
  await page.getByLabel('Code of 6 digits').fill('000000')
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByText('This code is not right')).toBeVisible()
  const used = totp(secret)
  await page.getByLabel('Code of 6 digits').fill(used)
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByText('On. Sign-in asks for a code')).toBeVisible()
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible()
  for (const code of [totp(secret, Date.now() + 30_000), codes[0] ?? '']) {
    await page.context().clearCookies()
    await enter(page, person.email)
    await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible()
    // The app still shows it, and somebody may have read it over a shoulder.
    await page.getByLabel('Code of 6 digits').fill(used)
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByText('This code is not right').first()).toBeVisible()
    await page.getByLabel('Code of 6 digits').fill(code)
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page).toHaveURL(/\/admin\/account\/security$/)
  }
  await page.context().clearCookies()
  await enter(page, person.email)
  await page.getByLabel('Code of 6 digits').fill(codes[0] ?? '')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('This code is not right').first()).toBeVisible()
})

test('a password changes with the old one only, and ends the other sessions', async ({ page, browser, baseURL }) => {
  const person = await makePerson('editor')
  const other = await browser.newPage({ baseURL })
  await enter(other, person.email)
  await expect(other).toHaveURL(/\/security$/)
  await enter(page, person.email)
  const form = page.locator('#password')
  const change = async (current: string) => {
    await form.getByLabel('Password of today').fill(current)
    await form.getByLabel('New password').fill('three borders in a valley')
    await form.getByLabel('The same password again').fill('three borders in a valley')
    await form.getByRole('button').click()
  }
  await change('not the password')
  await expect(form.getByRole('alert')).toContainText('This is not your password')
  await change(password)
  await expect(form.getByText('The password is changed')).toBeVisible()
  await other.goto('/admin/account')
  await expect(other).toHaveURL(/\/admin\/sign-in/)
  await page.goto('/admin/account/sessions')
  await expect(page.getByText('This one')).toHaveCount(1)
})

test('a passkey of the device signs in without a password, and no more once it is removed', async ({ page }) => {
  const person = await makePerson('editor')
  await enter(page, person.email)
  await addDevice(await page.context().newCDPSession(page))
  await page.getByLabel('Name of the passkey').fill('Desk computer')
  await page.getByRole('button', { name: 'Add a passkey of this device' }).click()
  await page.getByLabel('New name for Desk computer').fill('Laptop')
  await page.getByRole('button', { name: 'Rename Desk computer' }).click()
  await expect(page.getByRole('heading', { name: 'Laptop' })).toBeVisible()
  await page.context().clearCookies()
  await page.goto('/admin/sign-in?next=/admin/account')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  // Not the way back in the address of the sign-in page.
  await expect(page).toHaveURL(/^[^?]*\/admin\/account$/)

  await page.getByRole('link', { name: 'Password and second step' }).click()
  await page.getByRole('button', { name: 'Remove Laptop' }).click()
  await expect(page.getByText('You have no passkey yet.')).toBeVisible()
  await page.context().clearCookies()
  await page.goto('/admin/sign-in?next=/admin/account')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('The passkey was not accepted.')).toBeVisible()
  await page.goto('/admin/account')
  await expect(page).toHaveURL(/\/admin\/sign-in/)
})

test('nothing of the auth library but the passkey steps answers', async ({ request }) => {
  for (const path of ['sign-up/email', 'sign-in/email', 'get-session', 'change-email', 'update-user', 'ok'])
    for (const answer of [
      await request.get(`/api/auth/${path}`),
      await request.post(`/api/auth/${path}`, { data: {} }),
    ])
      expect([404, 405]).toContain(answer.status())
})

test('wrong passwords at one’s account are told on its page', async ({ page, browser, baseURL }) => {
  const me = await signIn(page, 'reporter')
  await page.goto('/admin/account/sessions')
  await expect(page.getByText(/with a wrong password/)).toHaveCount(0)
  const guesser = await browser.newPage({ baseURL })
  await guesser.goto('/admin/sign-in')
  await guesser.getByLabel('E-mail').fill(me.email)
  await guesser.getByLabel('Password', { exact: true }).fill('a guess, and a wrong one')
  await guesser.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(guesser.getByRole('alert').filter({ hasText: 'E-mail and password' })).toBeFocused()
  // It is written down after the answer.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/A sign-in with a wrong password was refused in the last 30 days/)).toBeVisible({
      timeout: 1_000,
    })
  }).toPass()
})

test('a session has the name of its browser, and who needs no second step is not told to set one up', async ({
  page,
}) => {
  const person = await makePerson('reporter')
  await page.goto('/admin/sign-in?next=/admin/account/sessions')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('row', { name: /^Chrome · .* GMT/ })).toBeVisible()
  await page.goto('/admin/account/two-factor')
  await expect(page.getByRole('button', { name: 'Set up an authenticator app' })).toBeVisible()
  await expect(page.getByText('Your role needs a second step')).toHaveCount(0)
})
