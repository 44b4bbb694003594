import { expect, type Page, test } from '@playwright/test'
import { makeArticle, makeWithdrawalDue } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/sign-in.ts'

const panel = (page: Page) => page.locator('.publishing')
const form = (page: Page) => page.locator('#step-set-withdrawal')
const statusOf = async (page: Page, path: string) => (await page.request.get(path, { maxRedirects: 0 })).status()

async function setTime(page: Page, name: string, clock: string): Promise<void> {
  const act = panel(page)
    .locator('details.act')
    .filter({ has: page.locator('summary', { hasText: name }) })
  if ((await act.getAttribute('open')) === null) await act.locator('summary').click()
  await form(page).getByLabel('Day and time').fill(clock)
  await form(page).getByRole('button').click()
}

test('an article leaves the public at its time: set, moved, taken off, set again and due', async ({ page }) => {
  await signIn(page, 'chief_editor')
  const { id, headline, path } = await makeArticle({ isPublished: true })
  await page.goto(`/admin/articles/${id}`)
  await setTime(page, 'Set when it leaves', '2020-01-01T10:00')
  await expect(form(page).getByRole('alert').filter({ hasText: 'or withdraw it now' })).toBeFocused()
  await form(page).getByLabel('Reason, for the newsroom').fill('The rights end.')
  await setTime(page, 'Set when it leaves', '2031-03-04T10:00')
  await expect(panel(page).getByText(/^Leaves the public by itself .*2031.*10:00/)).toBeVisible()
  await expect(panel(page).getByText('Why it leaves: The rights end.')).toBeVisible()

  await page.goto('/admin/calendar?view=week&on=2031-03-04')
  const entry = page.locator('.calendar-entry').filter({ hasText: headline })
  await expect(entry).toContainText('Leaves the public')
  await expect(entry.getByRole('button')).toHaveCount(0)
  await page.goto('/admin/articles?state=published')
  await expect(page.getByRole('row').filter({ hasText: headline })).toContainText(/leaves the public .*2031/)

  await page.goto(`/admin/articles/${id}`)
  await setTime(page, 'Change when it leaves', '2032-05-06T11:30')
  await expect(panel(page).getByText(/^Leaves the public by itself .*2032.*11:30/)).toBeVisible()
  await expect(panel(page).getByText('Why it leaves: The rights end.')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Let it stay' }).click()
  await expect(panel(page).getByText(/^Leaves the public by itself/)).toHaveCount(0)
  await form(page).getByLabel('Notice for readers').fill('The season is over.')
  await setTime(page, 'Set when it leaves', '2033-01-01T10:00')
  await expect(panel(page).getByText(/^Leaves the public by itself .*2033/)).toBeVisible()
  expect(await statusOf(page, path)).toBe(200)

  await makeWithdrawalDue(id)
  await expect.poll(() => statusOf(page, path), { timeout: 10_000, intervals: [100] }).toBe(410)
  expect(await (await page.request.get(path)).text()).toContain('The season is over.')
  await page.reload()
  await expect(panel(page).getByText(/^Withdrawn /)).toBeVisible()
})

test('who may not withdraw sets no time for it, and a correction leaves it standing', async ({
  page,
  browser,
  baseURL,
}) => {
  const { id } = await makeArticle({ isPublished: true })
  await signIn(page, 'chief_editor')
  await page.goto(`/admin/articles/${id}`)
  await setTime(page, 'Set when it leaves', '2031-03-04T10:00')
  await expect(panel(page).getByText(/^Leaves the public by itself/)).toBeVisible()

  const desk = await browser.newPage({ baseURL })
  await signIn(desk, 'editor')
  await desk.goto(`/admin/articles/${id}`)
  await expect(panel(desk).getByText(/^Leaves the public by itself/)).toBeVisible()
  await expect(desk.locator('#step-set-withdrawal, #step-unset-withdrawal')).toHaveCount(0)
  await panel(desk).locator('summary', { hasText: 'Publish a correction' }).click()
  const correction = desk.locator('#step-correct')
  await correction.getByLabel('What readers should know').fill('It was two bridges.')
  await correction.getByLabel('Reason, for the newsroom').fill('Miscounted.')
  await correction.getByRole('button').click()
  await expect(correction.getByText('The correction is published.')).toBeVisible()
  await expect(panel(desk).getByText(/^Leaves the public by itself/)).toBeVisible()
})
