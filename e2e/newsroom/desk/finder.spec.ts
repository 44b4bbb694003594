import { expect, type Page, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { makePerson } from '#e2e/support/people/people.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { pressUntil } from '#e2e/support/scenes/scene.ts'

const finder = (page: Page) => page.getByRole('dialog', { name: 'Search the newsroom' })
const field = (page: Page) => finder(page).getByRole('combobox')
const options = (page: Page) => finder(page).getByRole('option')
/** The key is heard once the page's script runs: pressed again until then. */
async function openByKey(page: Page): Promise<void> {
  await expect(async () => {
    if (!(await finder(page).isVisible())) await page.keyboard.press('ControlOrMeta+k')
    await expect(field(page)).toBeFocused({ timeout: 2_000 })
  }).toPass()
}
const chosen = (page: Page) => finder(page).getByRole('option', { selected: true })

test('Ctrl+K finds an article by the beginnings of its words, and Enter opens it', async ({ page }) => {
  await signIn(page, 'editor')
  const { id, headline } = await makeArticle()
  await page.goto('/admin/pictures')
  await openByKey(page)
  await expect(finder(page).getByText('Type the beginning of words')).toBeVisible()
  await field(page).pressSequentially(headline.split(' ').toReversed().join(' ').slice(0, -3), { delay: 5 })
  await expect(options(page)).toHaveCount(1)
  await expect(chosen(page)).toContainText(headline)
  await expect(finder(page).getByRole('status')).toHaveText('1 result')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/admin/articles/${id}$`))
})

test('who types and presses Enter at once gets the article that was meant', async ({ page }) => {
  await signIn(page, 'editor')
  const { id, headline } = await makeArticle()
  // A slow device, and a page that is not there whole: the key comes before the search has noticed the letters.
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.goto('/admin', { waitUntil: 'commit' })
  await pressUntil(page.getByRole('button', { name: 'Search', exact: true }), field(page))
  await field(page).fill(headline)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/admin/articles/${id}$`))
})

test('arrows, Home and End move through the list, Escape gives the focus back', async ({ page }) => {
  await signIn(page, 'chief_editor')
  await page.goto('/admin')
  const button = page.getByRole('button', { name: 'Search', exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(chosen(page)).toHaveText('New article')
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).toHaveText('Desk')
  await page.keyboard.press('End')
  await expect(chosen(page)).toHaveText('Sign out')
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).toHaveText('New article')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  await expect(chosen(page)).toHaveText('New article')
  const active = await field(page).getAttribute('aria-activedescendant')
  expect(await chosen(page).getAttribute('id')).toBe(active)
  await page.keyboard.press('Escape')
  await expect(finder(page)).toBeHidden()
  await expect(button).toBeFocused()
})

test('a late answer to an older question is not shown', async ({ page }) => {
  await signIn(page, 'editor')
  const [one, other] = [await makeArticle(), await makeArticle()]
  await page.goto('/admin')
  const late = Promise.withResolvers<void>()
  let asked = 0
  await page.route('**/admin', async (route) => {
    if (route.request().method() === 'POST' && asked++ === 0) await late.promise
    await route.continue()
  })
  await openByKey(page)
  const first = page.waitForRequest((request) => request.method() === 'POST')
  await field(page).fill(one.headline)
  await first
  await field(page).fill(other.headline)
  late.resolve()
  await expect(chosen(page)).toContainText(other.headline)
  await expect(options(page)).toHaveCount(1)
})

test('what was opened last is offered again, with its words of now', async ({ page }) => {
  await signIn(page, 'editor')
  const { id, headline } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  // The page remembers once its script runs.
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('masthead-recent')
  await page.goto('/admin/fronts')
  await openByKey(page)
  await expect(finder(page).getByRole('group', { name: 'Opened last' }).getByRole('option')).toContainText([headline])
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).not.toContain(headline)
})

test('nothing found teaches, a server that does not answer says so in its place', async ({ page }) => {
  await signIn(page, 'reporter')
  await page.goto('/admin')
  await openByKey(page)
  await field(page).fill('qqqzzz')
  await expect(finder(page).getByText('Nothing begins with these words')).toBeVisible()
  await page.route('**/admin', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await field(page).fill('bridge')
  await expect(finder(page).getByRole('alert')).toContainText('The server did not answer')
  await page.unroute('**/admin')
  await field(page).fill('bridg')
  await expect(finder(page).getByRole('alert')).toHaveCount(0)
})

test('who signed out elsewhere hears it where they search', async ({ page }) => {
  await signIn(page, 'reporter')
  await page.goto('/admin')
  await page.context().clearCookies()
  await openByKey(page)
  await field(page).fill('bridge')
  await expect(finder(page).getByRole('alert')).toContainText('You are signed out')
  await expect(page).toHaveURL(/\/admin$/)
})

test('commands and people are those that the role may see', async ({ page, browser, baseURL }) => {
  const person = await makePerson('reporter')
  await signIn(page, 'reporter')
  await page.goto('/admin')
  await openByKey(page)
  await field(page).fill('audit')
  await expect(finder(page).getByText('Nothing begins with these words')).toBeVisible()
  await field(page).fill(person.name)
  await expect(finder(page).getByText('Nothing begins with these words')).toBeVisible()
  const chief = await browser.newPage({ baseURL })
  await signIn(chief, 'administrator')
  await chief.goto('/admin')
  await openByKey(chief)
  await field(chief).fill(person.name)
  await expect(chosen(chief)).toContainText(person.email)
  await field(chief).fill('audit')
  await expect(options(chief).first()).toHaveText('Audit log')
  await field(chief).fill('sign out')
  await chief.keyboard.press('Enter')
  await expect(chief).toHaveURL(/\/admin\/sign-in/)
  await chief.close()
})

test('the search brings no part of the editor with it', async ({ page }) => {
  await signIn(page, 'editor')
  const scripts: string[] = []
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') scripts.push(await response.text().catch(() => ''))
  })
  await page.goto('/admin/articles')
  await openByKey(page)
  await field(page).fill('bridge')
  await expect(finder(page).getByRole('status')).not.toBeEmpty()
  await page.waitForLoadState('networkidle')
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((text) => /ProseMirror/.test(text))).toEqual([])
})

test('? shows the keys of the page, but not to who is typing, and not when switched off', async ({ page }) => {
  await signIn(page, 'editor')
  await makeArticle()
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await page.goto('/admin/articles')
  await page.getByLabel('Words in headline or address').press('?')
  await expect(sheet).toBeHidden()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(async () => {
    if (!(await sheet.isVisible())) await page.keyboard.press('?')
    await expect(sheet.getByText('Next article')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(sheet.getByText('Crosshead')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  await page.keyboard.press('j')
  await expect(page.locator('a[data-row]').first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(page.locator('a[data-row]').nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await expect(page.locator('input[data-select]').first()).toBeChecked()
  await expect(page.getByText('1 article selected')).toBeVisible()

  await page.goto('/admin/account')
  await page.getByLabel('Shortcuts of a single key').selectOption('off')
  await page.locator('#single-keys').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('It holds from the next page on')).toBeVisible()
  await page.goto('/admin/articles')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await page.keyboard.press('j')
  await expect(sheet).toBeHidden()
  await expect(page.locator('a[data-row]').first()).not.toBeFocused()
  await page.locator('details.account > summary').click()
  await pressUntil(page.getByRole('button', { name: 'Keyboard shortcuts' }), sheet)
  await expect(sheet.getByText('Shortcuts of a single key are switched off')).toBeVisible()
  await expect(sheet.getByText('Next article')).toHaveCount(0)
})
