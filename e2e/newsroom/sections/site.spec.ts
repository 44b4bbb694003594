import { expect, test } from '@playwright/test'
import { openSiteDatabase } from '#e2e/support/database.ts'
import { pressAtOnce } from '#e2e/support/keys.ts'
import { embargoOf, makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { inTransaction } from '#lib/store/database/client.ts'

/** A second is what the newsroom is promised; the machine that runs all tests at once gets more. */
const soon = { timeout: 20_000, intervals: [50] }

/** A prefix of two letters and two letters, as a language tag has: no other run of this test has it. */
async function freeKey(): Promise<string> {
  openSiteDatabase()
  const taken = await inTransaction((open) => open.edition.findMany({ select: { key: true } }))
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const pairs = [...letters].flatMap((one) => [...letters].map((other) => `de-${one}${other}`))
  return pairs.find((key) => !taken.some((edition) => edition.key === key)) ?? ''
}

test('an edition is added off, switched on, ordered by keys and switched off again', async ({ page }) => {
  await signIn(page, 'administrator')
  const key = await freeKey()
  await page.goto('/admin/editions')
  await page.getByRole('link', { name: 'New edition' }).click()
  await page.getByLabel('Address prefix').fill('api')
  await page.getByLabel('Language (BCP 47)').fill('de')
  await page.getByLabel('Name').fill('Masthead auf Deutsch')
  await page.getByLabel('Tagline').fill('Nachrichten')
  await page.getByLabel('Description').fill('Nachrichten in einem Test.')
  await page.getByLabel('Words at the foot').fill('Nur ein Test.')
  await page.getByLabel('Time zone').fill('Europe/Berlin')
  await page.getByLabel('Begin with the blogs').selectOption({ label: 'English' })
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.locator('#form-key-wrong')).toHaveText('This word belongs to the program.')
  await page.getByLabel('Address prefix').fill(key)
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deutsch')
  expect((await page.request.get(`/${key}`)).status()).toBe(404)

  await page.getByRole('button', { name: 'Switch it on' }).click()
  await expect(page.getByRole('button', { name: 'Switch it off…' })).toBeVisible()
  const front = async () => {
    const reply = await page.request.get(`/${key}`)
    return [reply.status(), (await reply.text()).includes('Nur ein Test.')]
  }
  await expect.poll(front, soon).toEqual([200, true])

  const blogs = page.locator('section', { has: page.getByRole('heading', { name: 'Blogs in the navigation' }) })
  const names = () => blogs.locator('li p').allInnerTexts()
  const before = await names()
  await blogs
    .getByRole('button', { name: /^Move down/ })
    .first()
    .focus()
  // There, back and there again: the focus goes with the row at once.
  await pressAtOnce(
    page,
    ['ArrowDown', 'ArrowUp', 'ArrowDown'].map((key) => ({ key, altKey: true })),
  )
  await blogs.getByRole('button', { name: 'Save the order' }).click()
  await expect.poll(names).toEqual([before[1], before[0], ...before.slice(2)])
  await expect(blogs.getByRole('status')).toContainText('Saved')
  await page.reload()
  await expect.poll(names).toEqual([before[1], before[0], ...before.slice(2)])

  await page.getByRole('button', { name: 'Switch it off…' }).click()
  await expect(page.getByRole('dialog')).toContainText('Nothing is published in it.')
  await page.getByRole('dialog').getByRole('button', { name: 'Switch it off' }).click()
  await expect.poll(front, soon).toEqual([404, false])
  await expect.poll(async () => (await page.request.get('/')).text(), soon).not.toContain(`href="/${key}"`)
})

test('where articles were published prefix and default stay, and it is said why', async ({ page }) => {
  await signIn(page, 'administrator')
  await embargoOf((await makeArticle()).id, new Date('2097-01-01T10:00:00Z'))
  await page.goto('/admin/editions')
  await page.getByRole('table').getByRole('link', { name: 'English' }).click()
  await expect(page.getByText(/^\d+ times? (is|are) set in this edition/)).toContainText('shown as')
  await expect(page.getByRole('link', { name: 'See them in the calendar' })).toHaveAttribute(
    'href',
    /calendar\?edition=\d+$/,
  )
  await expect(page.getByText(/Prefix and language stay as they are: \d+ articles/)).toBeVisible()
  await expect(page.getByLabel('Address prefix')).toHaveCount(0)
  await expect(page.getByText('The default edition can’t be switched off')).toBeVisible()
})

test('robots.txt follows the choice of crawlers at once', async ({ page }) => {
  await signIn(page, 'administrator')
  const robots = async () => (await page.request.get('/robots.txt')).text()
  const crawlers = page.locator('#crawlers')
  await page.goto('/admin/settings')
  await crawlers.getByLabel('Bytespider').uncheck()
  await crawlers.getByRole('button', { name: 'Save' }).click()
  await expect(crawlers.getByText('Saved.')).toBeVisible()
  await expect.poll(robots, soon).toMatch(/User-agent: Bytespider\nDisallow: \/\n/)
  await page.reload()
  await expect(crawlers.getByLabel('Bytespider')).not.toBeChecked()
  await crawlers.getByLabel('Bytespider').check()
  await crawlers.getByRole('button', { name: 'Save' }).click()
  await expect(crawlers.getByText('Saved.')).toBeVisible()
  await expect.poll(robots, soon).not.toContain('Bytespider')
})

test('a profile elsewhere must be an https address; given one, every page shows it', async ({ page }) => {
  await signIn(page, 'administrator')
  await page.goto('/admin/settings')
  const form = page.locator('#site')
  const socials = form.getByLabel('Profiles elsewhere')
  const before = await socials.inputValue()
  await socials.fill('javascript:alert(1)')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('#site-socials-wrong')).toBeVisible()
  const address = `https://example.org/${Date.now().toString(36)}`
  await socials.fill(address)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('Readers see it now')).toBeVisible()
  await expect.poll(async () => (await page.request.get('/latest')).text(), soon).toContain(address)
  await socials.fill(before)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect.poll(async () => (await page.request.get('/latest')).text(), soon).not.toContain(address)
})

for (const path of ['/admin/editions', '/admin/editions/new', '/admin/editions/1', '/admin/settings'])
  for (const role of ['reporter', 'chief_editor'] as const)
    test(`${path} is not shown to: ${role}`, async ({ page }) => {
      await signIn(page, role)
      expect((await page.goto(path))?.status()).toBe(403)
    })
