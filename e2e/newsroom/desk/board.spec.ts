import { expect, type Locator, type Page, test } from '@playwright/test'
import { boardPath, standsAt } from '#e2e/support/boards.ts'
import { makeArticleOn, makeDesk } from '#e2e/support/desks.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { schedule } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { database } from '#lib/store/database/client.ts'

const hourMs = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs)
const soon = { timeout: 3_000 }

const stages = [
  { name: 'Writing', state: 'draft' },
  { name: 'Desk edit', state: 'in_review' },
  { name: 'Legal', state: 'in_review', entryRole: 'chief_editor' },
  { name: 'Ready', state: 'approved', releases: true },
] as const

const columnOf = (page: Page, name: string) =>
  page.locator('.board-column').filter({ has: page.getByRole('heading', { name }) })
const cardOf = (page: Page | Locator, headline: string) => page.locator('.board-card').filter({ hasText: headline })
const said = (page: Page) => page.locator('.board-told')
const stateOf = async (id: number) => (await database().article.findUniqueOrThrow({ where: { id } })).state
/** By name; null for one that stands in none. */
const stageOf = async (id: number) =>
  (await database().article.findUniqueOrThrow({ where: { id }, select: { deskStage: true } })).deskStage?.name ?? null

async function moveBy(page: Page, headline: string, stage: string): Promise<void> {
  const card = cardOf(page, headline)
  await card.getByText('Move to…').click()
  await card.getByRole('button', { name: stage }).click()
}

/** Nothing can be dragged before the page's script runs, and nothing shows that it does: a person would drag once more. */
async function dragUntil(page: Page, headline: string, column: string, seen: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await cardOf(page, headline)
      .getByText('Move to…')
      .dragTo(columnOf(page, column).getByRole('heading', { level: 2 }), soon)
    await seen()
  }).toPass({ timeout: 20_000 })
}

/** The edition's clock in so many days, as the field takes it. */
const clockIn = (days: number) => new Date(Date.now() + days * 24 * hourMs).toISOString().slice(0, 11).concat('09:30')

test('a deadline is set beside the text, makes no draft stale, and stands on the board', async ({ page }) => {
  await signIn(page, 'chief_editor')
  const desk = await makeDesk()
  const { id, headline } = await makeArticleOn(desk)
  const before = await database().article.findUniqueOrThrow({ where: { id } })
  await page.goto(`/admin/articles/${id}`)
  const panel = page.locator('#part-deadline')
  await expect(async () => {
    await panel.getByText('Set a deadline').click(soon)
    await expect(panel.getByLabel('Due', { exact: true })).toBeVisible(soon)
  }).toPass()
  await panel.getByLabel('Due', { exact: true }).fill('2020-01-01T10:00')
  await panel.getByRole('button', { name: 'Set the deadline' }).click()
  await expect(panel.getByText('This time is over. Choose a later one.').first()).toBeVisible()
  await panel.getByLabel('Due', { exact: true }).fill(clockIn(30))
  await panel.getByRole('button', { name: 'Set the deadline' }).click()
  await expect(panel.locator('summary')).toBeFocused()
  await expect(panel.locator('summary')).toContainText('09:30')
  const after = await database().article.findUniqueOrThrow({ where: { id } })
  expect(after.dueAt).not.toBeNull()
  expect([after.version, after.changedAt]).toEqual([before.version, before.changedAt])
  await page.goto(boardPath(desk))
  await expect(cardOf(columnOf(page, 'Draft'), headline).locator('.due.later')).toContainText('09:30')
  await page.goto('/admin/audit')
  await expect(page.getByText('article.deadline').first()).toBeVisible()
})

test('what is overdue stands first, in words and with a sign; the deadline is changed and taken away by keys', async ({
  page,
}) => {
  const me = await signIn(page, 'editor')
  const desk = await makeDesk()
  const [calm, late, near] = [await makeArticleOn(desk), await makeArticleOn(desk, me.id), await makeArticleOn(desk)]
  await standsAt(late.id, { dueAt: inHours(-2.5) })
  await standsAt(near.id, { dueAt: inHours(5) })
  await page.goto(boardPath(desk))
  const cards = columnOf(page, 'Draft').locator('.board-card h3')
  await expect(cards).toHaveText([late.headline, near.headline, calm.headline])
  await expect(cardOf(page, late.headline).locator('.due.overdue')).toHaveText('Overdue by 2 hours')
  await expect(cardOf(page, near.headline).locator('.due.soon svg')).toBeVisible()
  await page.getByLabel('Only what is overdue').check()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/overdue=yes/)
  await expect(page.locator('.board-card h3')).toHaveText([late.headline])
  await page.goto('/admin')
  await expect(page.getByRole('table', { name: 'Overdue, and due in the next 24 hours' })).toContainText(late.headline)
  await page.goto('/admin/articles?due=overdue')
  await expect(page.getByRole('row').filter({ hasText: late.headline })).toContainText('Overdue by 2 hours')
  await page.goto(`${boardPath(desk)}&author=${me.id}`)
  await expect(page.locator('.board-card h3')).toHaveText([late.headline])

  const summary = cardOf(page, late.headline).locator('.deadline summary')
  await expect(summary).toHaveAccessibleName(`Overdue by 2 hours. Change the deadline of ${late.headline}`)
  const field = cardOf(page, late.headline).getByLabel('Due', { exact: true })
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(cardOf(page, late.headline).getByRole('link')).toBeFocused(soon)
    await page.keyboard.press('d')
    await expect(field).toBeFocused(soon)
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(summary).toBeFocused()
  await page.keyboard.press('Enter')
  await field.fill('')
  await field.press('Enter')
  await expect(cardOf(page, late.headline).getByText('It has no deadline.')).toBeVisible()
  await expect(cardOf(page, late.headline).locator('summary').first()).toHaveText('Set a deadline')
  expect((await database().article.findUniqueOrThrow({ where: { id: late.id } })).dueAt).toBeNull()
})

test('a card is dragged to another stage, and the move is undone', async ({ page }) => {
  await signIn(page, 'editor')
  const desk = await makeDesk(stages)
  const { id, headline } = await makeArticleOn(desk)
  await page.goto(boardPath(desk))
  await dragUntil(page, headline, 'Desk edit', () =>
    expect(said(page)).toContainText(`${headline} stands in Desk edit now.`, soon),
  )
  await expect(cardOf(columnOf(page, 'Desk edit'), headline)).toBeVisible()
  await expect.poll(() => Promise.all([stateOf(id), stageOf(id)])).toEqual(['in_review', 'Desk edit'])
  await said(page).getByRole('button', { name: 'Undo' }).click()
  await expect(said(page)).toContainText(`${headline} stands in Writing again.`)
  await expect(cardOf(columnOf(page, 'Writing'), headline)).toBeVisible()
  expect(await stateOf(id)).toBe('draft')
  await expect(said(page).getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('keys move a card through its menu, and the focus goes along; a stage that is shut says why', async ({ page }) => {
  await signIn(page, 'editor')
  const desk = await makeDesk(stages)
  const { id, headline } = await makeArticleOn(desk)
  await page.goto(boardPath(desk))
  const menu = cardOf(page, headline).locator('.board-move > summary')
  await expect(menu).toHaveAccessibleName(`Move to… ${headline}`)
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(cardOf(page, headline)).toContainText(
    'Legal Only a person with the role “Chief editor” or a higher one moves an article to Legal.',
  )
  await expect(cardOf(page, headline).getByRole('button', { name: 'Legal' })).toHaveCount(0)
  // The menu opens without script, and shuts with it.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(cardOf(page, headline).getByRole('button', { name: 'Desk edit' })).toBeHidden(soon)
  }).toPass()
  await expect(menu).toBeFocused()
  await page.keyboard.press('m')
  await expect(cardOf(page, headline).getByRole('button', { name: 'Desk edit' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText(`${headline} stands in Desk edit now.`)
  await expect(cardOf(columnOf(page, 'Desk edit'), headline).locator('.board-move > summary')).toBeFocused()
  expect(await stageOf(id)).toBe('Desk edit')
  await dragUntil(page, headline, 'Legal', () =>
    expect(said(page)).toContainText(`${headline} stays in Desk edit. Only a person with the role`, soon),
  )
  expect(await stageOf(id)).toBe('Desk edit')
  await dragUntil(page, headline, 'Scheduled', () =>
    expect(said(page)).toContainText('gets its time of publication on its own page', soon),
  )
})

test('whoever gives a text back says why, and its writer reads it', async ({ page }) => {
  await signIn(page, 'editor')
  const desk = await makeDesk()
  const { id, headline } = await makeArticleOn(desk)
  await page.goto(boardPath(desk))
  await expect(async () => {
    await moveBy(page, headline, 'In review')
    await expect(said(page)).toContainText(`${headline} stands in In review now.`, soon)
  }).toPass()
  await dragUntil(page, headline, 'Draft', () =>
    expect(said(page)).toContainText(`Say first what should be changed in ${headline}, then press Draft.`, soon),
  )
  const note = cardOf(page, headline).getByLabel('What should be changed')
  await expect(note).toBeFocused()
  await note.fill('Who says so?')
  await cardOf(page, headline).getByRole('button', { name: 'Draft' }).click()
  await expect(said(page)).toContainText(`${headline} stands in Draft now.`)
  expect(await stateOf(id)).toBe('draft')
  const comments = await database().comment.findMany({ where: { articleId: id } })
  expect(comments.map(({ text }) => text)).toEqual(['Who says so?'])
  await expect(cardOf(page, headline)).toContainText('1 open comment')
})

test('a move of what somebody else has moved is refused, and says where it is now', async ({ page }) => {
  await signIn(page, 'editor')
  const desk = await makeDesk()
  const { id, headline } = await makeArticleOn(desk)
  await page.goto(boardPath(desk))
  await expect(cardOf(columnOf(page, 'Draft'), headline)).toBeVisible()
  await expect(page.locator('.board-move').first()).toBeVisible()
  const now = new Date()
  await changeArticle({ id, version: 1, by: { name: 'other' }, mover: null, action: 'schedule', now }, (article) =>
    schedule(article, inHours(900), now),
  )
  await moveBy(page, headline, 'Approved')
  await expect(page.getByRole('alert').filter({ hasText: `${headline} stands in Scheduled now` })).toBeVisible()
  await expect(cardOf(columnOf(page, 'Scheduled'), headline)).toContainText('Goes out')
  await expect(cardOf(page, headline).locator('summary')).toHaveCount(0)
  expect(await stateOf(id)).toBe('scheduled')
})

test('what others do comes by itself, and the focus stays where it was', async ({ page }) => {
  await page.clock.install()
  await signIn(page, 'editor')
  const desk = await makeDesk(stages)
  const mine = await makeArticleOn(desk)
  const other = await makeArticleOn(desk)
  await page.goto(boardPath(desk))
  const menu = cardOf(page, mine.headline).locator('.board-move > summary')
  await menu.click()
  await expect(cardOf(page, mine.headline).getByRole('button', { name: 'Desk edit' })).toBeVisible()
  await menu.focus()
  const made = await makeArticleOn(desk)
  await standsAt(other.id, { dueAt: inHours(-1.5) })
  await expect(async () => {
    await page.clock.fastForward(16_000)
    await expect(cardOf(page, made.headline)).toBeVisible(soon)
  }).toPass()
  await expect(cardOf(page, other.headline)).toContainText('Overdue by 1 hour')
  await expect(menu).toBeFocused()
  await expect(cardOf(page, mine.headline).getByRole('button', { name: 'Desk edit' })).toBeVisible()
})

test('on a phone the stages stand one below the other, and nothing is wider than it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signIn(page, 'editor')
  const desk = await makeDesk(stages)
  const { id, headline } = await makeArticleOn(desk)
  await page.goto(boardPath(desk))
  await page.getByRole('navigation', { name: 'Stages' }).getByRole('link', { name: 'Desk edit' }).click()
  await expect(columnOf(page, 'Desk edit')).toBeInViewport()
  await expect(async () => {
    await moveBy(page, headline, 'Desk edit')
    await expect(said(page)).toContainText(`${headline} stands in Desk edit now.`, soon)
  }).toPass()
  // Not under the menu that lies at the lower edge.
  const undo = said(page).getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  const menu = await page.locator('.drawer > summary').boundingBox()
  const box = await undo.boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(menu?.y ?? 0)
  expect(await stageOf(id)).toBe('Desk edit')
  await cardOf(page, headline).getByText('Set a deadline').click()
  await expect(cardOf(page, headline).getByLabel('Due', { exact: true })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('without script the menu is a form, and so is the deadline', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  await signIn(page, 'editor')
  const desk = await makeDesk(stages)
  const { id, headline } = await makeArticleOn(desk)
  await page.goto(boardPath(desk))
  await moveBy(page, headline, 'Desk edit')
  await expect(said(page)).toContainText('It stands in Desk edit now.')
  await expect(cardOf(columnOf(page, 'Desk edit'), headline)).toBeVisible()
  await cardOf(page, headline).getByText('Set a deadline').click()
  await cardOf(page, headline).getByLabel('Due', { exact: true }).fill(clockIn(30))
  await cardOf(page, headline).getByRole('button', { name: 'Set the deadline' }).click()
  await expect(cardOf(page, headline).locator('.due.later')).toContainText('09:30')
  expect(await stageOf(id)).toBe('Desk edit')
  await context.close()
})

test('a reporter moves and dates their own articles, and reads the others', async ({ page }) => {
  const me = await signIn(page, 'reporter')
  const desk = await makeDesk()
  const own = await makeArticleOn(desk, me.id)
  const other = await makeArticleOn(desk)
  await standsAt(other.id, { dueAt: inHours(-1.2) })
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Board' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible()
  await page.goto(boardPath(desk))
  await expect(cardOf(page, other.headline)).toContainText('Overdue by 1 hour')
  await expect(cardOf(page, other.headline).locator('.deadline')).toHaveCount(0)
  await expect(cardOf(page, own.headline).locator('.deadline')).toHaveCount(1)
  await cardOf(page, own.headline).getByText('Move to…').click()
  await expect(cardOf(page, own.headline)).toContainText('Approved This step is for whoever may approve.')
  await expect(cardOf(page, own.headline).getByRole('button', { name: 'In review' })).toBeVisible()
})

test('a desk where nobody works says what comes there, and leads on', async ({ page }) => {
  await signIn(page, 'editor')
  const desk = await makeDesk()
  await page.goto(boardPath(desk))
  await expect(page.getByText('Nobody works on anything here')).toBeVisible()
  await page.goto(`${boardPath(desk)}&overdue=yes`)
  await expect(page.getByText('No article fits')).toBeVisible()
})
