import { expect, type Page, test } from '@playwright/test'
import { makeArticle, withdrawsAt } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'

/** A Tuesday in a week of its own: what else stands in a day moves under the hand that drags. */
function someTuesday(): string {
  const weeks = Math.floor(Math.random() * 1_000)
  return new Date(Date.UTC(2040, 0, 3) + weeks * 7 * 24 * 3_600_000).toISOString().slice(0, 10)
}

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
  const tuesday = someTuesday()
  const year = tuesday.slice(0, 4)
  await page.goto(`/admin/articles/${id}`)
  await setTime(page, 'Set when it leaves', '2020-01-01T10:00')
  await expect(form(page).getByRole('alert').filter({ hasText: 'or withdraw it now' })).toBeFocused()
  await form(page).getByLabel('Reason, for the newsroom').fill('The rights end.')
  await setTime(page, 'Set when it leaves', `${tuesday}T10:00`)
  await expect(panel(page).getByText(new RegExp(`^Leaves the public by itself .*${year}.*10:00`))).toBeVisible()
  await expect(panel(page).getByText('Why it leaves: The rights end.')).toBeVisible()
  await expect(form(page).getByText('stand at the address from that time on')).toHaveCount(1)

  await page.goto(`/admin/calendar?view=week&on=${tuesday}`)
  const entry = page.locator('.calendar-entry').filter({ hasText: headline })
  await expect(entry).toContainText('Leaves the public')
  const day = page.locator('.calendar > li').filter({ has: entry })
  const told = page.locator('.calendar-told')
  // Once more where the page had no script yet.
  await expect(async () => {
    await entry.getByRole('button', { name: `Move ${headline}` }).click()
    await expect(told).toContainText(`Moving ${headline}`, { timeout: 3_000 })
  }).toPass()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(told).toContainText(`${headline} leaves the public Wednesday`)
  await expect(day.getByRole('heading', { name: /Wednesday/ })).toBeVisible()
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect(told).toContainText(`${headline} leaves the public Tuesday`)
  // The page is made anew after a move: what a hand drops meanwhile, it drags once more.
  await expect(async () => {
    await entry.dragTo(page.locator('.calendar > li').nth(4))
    await expect(told).toContainText(`${headline} leaves the public Friday`, { timeout: 3_000 })
  }).toPass({ timeout: 20_000 })
  await entry.getByRole('button', { name: 'Move' }).click()
  await entry.getByLabel('New day and time').fill('2020-01-01T10:00')
  await entry.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(told).toContainText('This time is over. Choose a later one, or withdraw it now.')
  await page.goto('/admin/articles?state=published')
  await expect(page.getByRole('row').filter({ hasText: headline })).toContainText(
    new RegExp(`leaves the public .*${year}`),
  )

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

  await withdrawsAt(id, new Date(Date.now() + 3_600_000))
  await page.goto('/admin')
  const soon = page.getByRole('region', { name: 'Leaving the public in the next 24 hours' })
  await expect(soon.getByRole('row').filter({ hasText: headline })).toBeVisible()
  await page.goto(`/admin/articles/${id}`)
  await withdrawsAt(id, new Date())
  const gone = async () => {
    const answer = await page.request.get(path)
    return [answer.status(), (await answer.text()).includes('The season is over.')]
  }
  await expect.poll(gone, { timeout: 20_000, intervals: [100] }).toEqual([410, true])
  await page.reload()
  await expect(panel(page).getByText(/^Withdrawn /)).toBeVisible()
})

test('who may not withdraw sets no time for it, and a correction leaves it standing', async ({
  page,
  browser,
  baseURL,
}) => {
  const tuesday = someTuesday()
  const { id, headline } = await makeArticle({ isPublished: true })
  await signIn(page, 'chief_editor')
  await page.goto(`/admin/articles/${id}`)
  await setTime(page, 'Set when it leaves', `${tuesday}T10:00`)
  await expect(panel(page).getByText(/^Leaves the public by itself/)).toBeVisible()

  const desk = await browser.newPage({ baseURL })
  const calendar = await browser.newPage({ baseURL })
  await signIn(calendar, 'editor')
  await calendar.goto(`/admin/calendar?view=week&on=${tuesday}`)
  const entry = calendar.locator('.calendar-entry').filter({ hasText: headline })
  await expect(entry).toBeVisible()
  await expect(entry.getByRole('button')).toHaveCount(0)
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
