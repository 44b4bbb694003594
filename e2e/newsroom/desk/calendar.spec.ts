import { expect, type Page, test } from '@playwright/test'
import { standsAt } from '#e2e/support/boards.ts'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { schedule } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { database } from '#lib/store/database/client.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** A week of its own for each test: far away, Monday in every week that begins on one. Its days are by the edition's clock. */
function someMonday(): Date {
  const weeks = 60 + Math.floor(Math.random() * 400)
  return new Date(Date.UTC(2027, 0, 4) + weeks * 7 * dayMs)
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** An article that goes out at noon UTC of a day: the same day in every zone of the demo. */
async function makeScheduled(at: Date) {
  const made = await makeArticle()
  const now = new Date()
  const change = { id: made.id, version: 1, by: { name: 'test' }, action: 'schedule', now }
  const changed = await changeArticle(change, (article) => schedule(article, at, now))
  if (!changed.ok) throw new Error(changed.error.kind)
  return made
}

const dueAt = async (id: number) => (await database().article.findUniqueOrThrow({ where: { id } })).scheduledFor
const entryOf = (page: Page, headline: string) => page.locator('.calendar-entry').filter({ hasText: headline })
/** Its day, as the list of days has it. */
const dayWith = (page: Page, headline: string) =>
  page.locator('.calendar > li').filter({ has: page.locator('.calendar-entry', { hasText: headline }) })
const said = (page: Page) => page.locator('.calendar-told')
const soon = { timeout: 3_000 }

/** Nothing can be dragged before the page's script runs, and nothing shows that it does: a person would drag once more. */
async function dragUntil(page: Page, headline: string, day: number, seen: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await entryOf(page, headline).dragTo(page.locator('.calendar > li').nth(day))
    await seen()
  }).toPass({ timeout: 20_000 })
}

test('an entry is dragged to another day, and the move is undone', async ({ page }) => {
  await signIn(page, 'editor')
  const monday = someMonday()
  const noon = new Date(monday.getTime() + 12 * hourMs)
  const { id, headline } = await makeScheduled(noon)
  await page.goto(`/admin/calendar?view=week&on=${dayOf(monday)}`)
  await expect(dayWith(page, headline).getByRole('heading')).toContainText(String(monday.getUTCDate()))
  await dragUntil(page, headline, 3, () => expect(said(page)).toContainText(`${headline} goes out Thursday`, soon))
  await expect.poll(() => dueAt(id)).toEqual(new Date(noon.getTime() + 3 * dayMs))
  await expect(page.locator('.calendar > li').nth(3)).toContainText(headline)
  await said(page).getByRole('button', { name: 'Undo' }).click()
  await expect(said(page)).toContainText(`${headline} goes out Monday`)
  await expect.poll(() => dueAt(id)).toEqual(noon)
})

test('keys move an entry by day and hour; Escape keeps it, Enter moves it', async ({ page }) => {
  await signIn(page, 'editor')
  const monday = someMonday()
  const noon = new Date(monday.getTime() + 12 * hourMs)
  const { id, headline } = await makeScheduled(noon)
  await page.goto(`/admin/calendar?view=month&on=${dayOf(monday)}`)
  const button = entryOf(page, headline).getByRole('button', { name: `Move ${headline}` })
  // Once more where the page had no script yet.
  await expect(async () => {
    await button.press('Enter')
    await expect(said(page)).toContainText(`Moving ${headline} to Monday`, soon)
  }).toPass()
  await page.keyboard.press('ArrowRight')
  await expect(said(page)).toContainText(`Moving ${headline} to Tuesday`)
  await page.keyboard.press('Escape')
  await expect(said(page)).toContainText(`${headline} stays where it was.`)
  await page.keyboard.press('Enter')
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
  await expect(said(page)).toContainText(`Moving ${headline} to Wednesday`)
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText(`${headline} goes out Wednesday`)
  await expect.poll(() => dueAt(id)).toEqual(new Date(noon.getTime() + 2 * dayMs + hourMs))
  await expect(entryOf(page, headline).getByRole('button', { name: `Move ${headline}` })).toBeFocused()
})

test('on a phone days are a list, and a form moves what stands in it; a time that is over is refused', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'editor')
  const monday = someMonday()
  const { id, headline } = await makeScheduled(new Date(monday.getTime() + 12 * hourMs))
  await page.goto(`/admin/calendar?on=${dayOf(monday)}`)
  const entry = entryOf(page, headline)
  await entry.getByRole('button', { name: 'Move' }).click()
  await entry.getByLabel('New day and time').fill('2020-01-01T10:00')
  await entry.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(said(page)).toContainText('This time is over.')
  const tuesday = dayOf(new Date(monday.getTime() + dayMs))
  await entry.getByLabel('New day and time').fill(`${tuesday}T09:30`)
  await entry.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(said(page)).toContainText(`${headline} goes out Tuesday`)
  await expect.poll(async () => (await dueAt(id))?.toISOString().slice(0, 10)).toBe(tuesday)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(360)
})

test('a move of what somebody else has moved is refused, and nothing is overwritten', async ({ page }) => {
  await signIn(page, 'editor')
  const monday = someMonday()
  const noon = new Date(monday.getTime() + 12 * hourMs)
  const { id, headline } = await makeScheduled(noon)
  await page.goto(`/admin/calendar?on=${dayOf(monday)}`)
  const elsewhere = new Date(noon.getTime() + dayMs)
  const now = new Date()
  await changeArticle({ id, version: 2, by: { name: 'other' }, action: 'schedule', now }, (article) =>
    schedule(article, elsewhere, now),
  )
  const refusal = page.getByRole('alert').filter({ hasText: 'Somebody changed this article since.' })
  await dragUntil(page, headline, 4, () => expect(refusal).toBeVisible(soon))
  expect(await dueAt(id)).toEqual(elsewhere)
})

test('a deadline stands in its day, and is moved on the board alone', async ({ page }) => {
  await signIn(page, 'editor')
  const monday = someMonday()
  const { id, headline } = await makeArticle()
  await standsAt(id, { dueAt: new Date(monday.getTime() + 12 * hourMs) })
  await page.goto(`/admin/calendar?on=${dayOf(monday)}`)
  await expect(entryOf(page, headline)).toContainText('Due')
  await expect(entryOf(page, headline).getByRole('button')).toHaveCount(0)
  await expect(dayWith(page, headline).getByRole('heading')).toContainText(String(monday.getUTCDate()))
})

test('a reporter sees the calendar and moves nothing', async ({ page }) => {
  await signIn(page, 'reporter')
  const monday = someMonday()
  const { headline } = await makeScheduled(new Date(monday.getTime() + 12 * hourMs))
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Calendar' }).click()
  await page.goto(`/admin/calendar?on=${dayOf(monday)}`)
  await expect(entryOf(page, headline)).toBeVisible()
  await expect(entryOf(page, headline).getByRole('button')).toHaveCount(0)
})
