import { expect, type Locator, type Page, test } from '@playwright/test'
import { makeArticleOn, makeDesk } from '#e2e/support/desks.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { database } from '#lib/store/database/client.ts'

const soon = { timeout: 2_000 }
const panel = (page: Page) => page.locator('.publishing').first()
const groupOf = (page: Page, state: string) => page.getByRole('region', { name: state })
const stageIn = (page: Page, name: string) =>
  page.locator('.front-slots > li').filter({ has: page.getByRole('heading', { name, exact: true }) })

/** Opens what stands behind a name; once more where the page had no script yet. */
async function unfold(details: Locator): Promise<void> {
  await expect(async () => {
    if ((await details.getAttribute('open', soon)) === null) await details.locator('> summary').click(soon)
    await expect(details).toHaveAttribute('open', '', soon)
  }).toPass()
}

async function change(page: Page, name: string): Promise<Locator> {
  const details = stageIn(page, name).locator('details')
  await unfold(details)
  return details
}

async function moveTo(page: Page, stage: string): Promise<void> {
  const details = panel(page).locator('details.act').filter({ hasText: 'Move to another stage' })
  await unfold(details)
  await details.getByLabel('Stage').selectOption(stage)
  await details.getByRole('button', { name: 'Move it there' }).click()
  await expect(panel(page).getByText(`Stage: ${stage}.`)).toBeVisible()
}

/** Ctrl+K offers the stages that the page offers, and no other one. */
async function moveByFinder(page: Page, stage: string): Promise<void> {
  const finder = page.getByRole('dialog', { name: 'Search the newsroom' })
  await expect(async () => {
    if (!(await finder.isVisible())) await page.keyboard.press('ControlOrMeta+k')
    await expect(finder.getByRole('combobox')).toBeFocused(soon)
  }).toPass()
  await finder.getByRole('combobox').fill('move to')
  await expect(finder.getByRole('option').first()).toContainText('Move to')
  await finder.getByRole('combobox').fill(`move to ${stage}`)
  await expect(finder.getByRole('option', { selected: true })).toContainText(`Move to ${stage}`)
  await page.keyboard.press('Enter')
  await expect(finder).toBeHidden()
}

const newsDesk = [
  { name: 'Writing', state: 'draft' },
  { name: 'Facts', state: 'in_review' },
  { name: 'Legal', state: 'in_review', entryRole: 'editor', follows: [2] },
  { name: 'Ready', state: 'approved', follows: [3], releases: true },
] as const

test('a chief editor makes stages with rules; a reporter does not pass Legal, an editor does, and only then it goes out', async ({
  page,
  browser,
  baseURL,
}) => {
  const desk = await makeDesk()
  await signIn(page, 'chief_editor', { editionId: desk.editionId })
  await page.goto('/admin')
  await page.getByRole('navigation').getByRole('link', { name: 'Stages' }).click()
  await page.getByRole('link', { name: desk.blogName }).click()
  await expect(page.getByText('This desk works in the states that every desk has:')).toBeVisible()
  await page.getByRole('button', { name: 'Make stages of its own' }).click()
  await expect(groupOf(page, 'In review: somebody reads it')).toContainText('Published from here')

  const add = page.locator('#add')
  await add.getByLabel('Name').fill('Legal')
  await add.getByLabel('State').selectOption('In review: somebody reads it')
  await add.getByLabel('Who may move an article here').selectOption('Editor or higher')
  await add.getByRole('group', { name: 'An article may come from' }).getByLabel('In review').check()
  await add.getByRole('button', { name: 'Add the stage' }).click()
  await expect(stageIn(page, 'Legal')).toContainText('After In review · Editor or higher · no articles')
  for (const name of ['Draft', 'In review']) {
    const form = await change(page, name)
    await form.getByLabel('Articles may be published').uncheck()
    await form.getByRole('button', { name: 'Save the stage' }).click()
    await expect(stageIn(page, name)).not.toContainText('Published from here')
  }
  const approved = await change(page, 'Approved')
  await approved.getByRole('group', { name: 'An article may come from' }).getByLabel('Legal').check()
  await approved.getByRole('button', { name: 'Save the stage' }).click()
  await expect(stageIn(page, 'Approved')).toContainText('After Legal · Published from here')

  const writing = await browser.newPage({ baseURL })
  const reporter = await signIn(writing, 'reporter', { editionId: desk.editionId })
  const { id, headline } = await makeArticleOn(desk, reporter.id)
  await writing.goto(`/admin/articles/${id}`)
  await expect(panel(writing).getByText('Stage: Draft.')).toBeVisible()
  await moveTo(writing, 'In review')
  const refused = panel(writing).getByRole('region', { name: 'Not open to you now' })
  await expect(refused).toContainText('Legal: Only a person with the role “Editor” or a higher one')
  await expect(refused).toContainText('Approved: This step is for whoever may approve.')
  await writing.close()

  const editing = await browser.newPage({ baseURL })
  await signIn(editing, 'editor', { editionId: desk.editionId })
  await editing.goto('/admin/articles')
  await editing.getByLabel('Stage').selectOption({ label: `Português · ${desk.blogName} · In review` })
  await editing.getByRole('button', { name: 'Show' }).click()
  await expect(editing.getByRole('row').filter({ hasText: headline })).toContainText('In review · In review')
  await editing.getByRole('link', { name: headline }).click()
  const keeps = 'It stands in In review, from which nothing is published. Move it to Approved first.'
  await expect(panel(editing).getByRole('link', { name: keeps })).toBeVisible()
  await panel(editing).getByRole('button', { name: 'Publish now' }).click()
  await expect(panel(editing).getByRole('alert')).toContainText(keeps)
  await panel(editing).getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(panel(editing).getByRole('alert')).toContainText('Approved comes after Legal. Move it there first.')
  await moveTo(editing, 'Legal')
  await moveTo(editing, 'Approved')
  await panel(editing).getByRole('button', { name: 'Publish now' }).click()
  await expect(panel(editing).getByText('Readers see it since')).toBeVisible()
  await expect(panel(editing).getByText('Move to another stage')).toHaveCount(0)
  const moves = { subject: `article:${id}`, action: 'article.move-stage' }
  const told = await database().auditEvent.findMany({ where: moves, orderBy: { id: 'asc' } })
  expect(told.map(({ details }) => (details as { deskStage?: unknown }).deskStage)).toEqual([
    { from: 'Draft', to: 'In review' },
    { from: 'In review', to: 'Legal' },
    { from: 'Legal', to: 'Approved' },
  ])
  await editing.close()
})

test('a text that goes back to its writer says why, and nothing is done without', async ({ page }) => {
  const desk = await makeDesk(newsDesk)
  await signIn(page, 'editor', { editionId: desk.editionId })
  const { id } = await makeArticleOn(desk)
  await page.goto(`/admin/articles/${id}`)
  await moveTo(page, 'Facts')
  await moveByFinder(page, 'Legal')
  await expect(panel(page).getByText('Stage: Legal.')).toBeVisible()
  const form = page.locator('#step-move-stage')
  await form.getByLabel('Stage').selectOption('Writing')
  await form.getByRole('button').click()
  await expect(form.getByRole('alert')).toContainText('What should be changed')
  await expect(form.getByLabel('Stage').locator('option:checked')).toHaveText('Writing')
  await form.getByLabel('What should be changed').fill('Name the ship.')
  await form.getByRole('button').click()
  await expect(panel(page).getByText('Stage: Writing.')).toBeVisible()
  await page.goto(`/admin/articles/${id}`)
  await expect(page.getByText('Name the ship.').first()).toBeVisible()

  await page.goto(`/admin/board?desk=blog-${desk.blogId}`)
  const card = page.locator(`[data-card="${id}"]`)
  await card.getByRole('link').focus()
  await moveByFinder(page, 'Facts')
  await expect(page.getByRole('region', { name: 'Facts' }).locator(card)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await card.getByRole('link').focus()
  await moveByFinder(page, 'Writing')
  await expect(card.getByLabel('What should be changed')).toBeFocused()
})

test('what is wrong with a stage is said beside its field, and nothing that was typed or ticked is lost', async ({
  page,
}) => {
  const { blogId, editionId } = await makeDesk(newsDesk)
  await signIn(page, 'chief_editor', { editionId })
  await page.goto(`/admin/stages/blog-${blogId}`)
  const add = page.locator('#add')
  const sources = add.getByRole('group', { name: 'An article may come from' })
  await add.getByLabel('Name').fill('legal')
  await add.getByLabel('Who may move an article here').selectOption('Chief editor or higher')
  for (const name of ['Facts', 'Legal']) await sources.getByLabel(name).check()
  await add.getByRole('button', { name: 'Add the stage' }).click()
  await expect(add.getByRole('alert')).toBeFocused()
  await expect(add.getByLabel('Name')).toHaveAccessibleDescription(/This desk has a stage of this name\./)
  await expect(add.getByLabel('Name')).toHaveValue('legal')
  await expect(add.getByLabel('Who may move an article here')).toHaveValue('chief_editor')
  for (const name of ['Facts', 'Legal']) await expect(sources.getByLabel(name)).toBeChecked()
  await expect(sources.getByLabel('Ready')).not.toBeChecked()
  await add.getByLabel('Name').fill('Lawyers')
  await add.getByRole('button', { name: 'Add the stage' }).click()
  await expect(stageIn(page, 'Lawyers')).toContainText('After Facts or Legal · Chief editor or higher')

  const ready = await change(page, 'Ready')
  await ready.getByLabel('Articles may be published').uncheck()
  await ready.getByRole('button', { name: 'Save the stage' }).click()
  await expect(ready.getByRole('group', { name: 'Publishing' })).toContainText(
    'One stage at least must let articles out',
  )
  await expect(ready.getByLabel('Articles may be published')).not.toBeChecked()
})

test('stages are put in order by keys; one that turns to another state takes its articles along, one that is deleted hands them on; all of them go with a warning', async ({
  page,
}) => {
  const desk = await makeDesk(newsDesk)
  await signIn(page, 'chief_editor', { editionId: desk.editionId })
  await makeArticleOn(desk)
  await page.goto(`/admin/stages/blog-${desk.blogId}`)
  const review = groupOf(page, 'In review: somebody reads it')
  const up = review.getByRole('button', { name: 'Up: Legal' })
  await expect(async () => {
    await up.press('Alt+ArrowUp', soon)
    await expect(review.getByText('Legal is number 1 now.')).toBeVisible(soon)
  }).toPass()
  await review.getByRole('button', { name: 'Save this order' }).click()
  await expect(review.getByText('The order is saved.')).toBeVisible()
  await expect(review.getByRole('heading', { level: 3 }).first()).toHaveText('Legal')

  await expect(stageIn(page, 'Writing')).toContainText('1 article')
  await expect(await change(page, 'Writing')).toContainText('It is the only stage of its state, so it stays.')
  const add = page.locator('#add')
  await add.getByLabel('Name').fill('Ideas')
  await add.getByRole('button', { name: 'Add the stage' }).click()
  const ideas = await change(page, 'Ideas')
  await expect(ideas).toContainText('No article stands in it now.')
  await ideas.getByLabel('State').selectOption('Draft: the writer has it')
  await ideas.getByRole('button', { name: 'Save the stage' }).click()
  const drafts = groupOf(page, 'Draft: the writer has it')
  await expect(drafts.getByRole('heading', { name: 'Ideas', exact: true })).toBeVisible()

  const first = await change(page, 'Writing')
  await expect(first).toContainText('The article in it takes the step to another state along with it')
  await first.getByLabel('State').selectOption('In review: somebody reads it')
  await first.getByRole('button', { name: 'Save the stage' }).click()
  await expect(review.getByRole('heading', { name: 'Writing', exact: true })).toBeVisible()
  await expect(stageIn(page, 'Writing')).toContainText('1 article')
  const writing = await change(page, 'Writing')
  await writing.getByLabel('State').selectOption('Draft: the writer has it')
  await writing.getByRole('button', { name: 'Save the stage' }).click()
  await expect(writing.getByLabel('State')).toHaveAccessibleDescription(
    /would go back to its writer without a word why/,
  )
  await writing.getByRole('button', { name: 'Delete “Writing”…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('1 article stands in it and goes to the stage that you choose.')
  await dialog.getByLabel('Its articles go to').selectOption('Legal')
  await dialog.getByRole('button', { name: 'Delete the stage' }).click()
  await expect(stageIn(page, 'Writing')).toHaveCount(0)
  await expect(stageIn(page, 'Legal')).toContainText('1 article')

  await page.getByRole('button', { name: 'Back to the built-in stages…' }).click()
  await expect(dialog).toContainText('4 stages go, with all their rules. Nothing brings them back.')
  await expect(dialog).toContainText('1 article stands in them: it keeps its text and its state')
  await dialog.getByRole('button', { name: 'Delete them all' }).click()
  await expect(page.getByRole('button', { name: 'Make stages of its own' })).toBeVisible()
})

test('stages are for chief editors, where they are one', async ({ page, browser, baseURL }) => {
  const [desk, other] = [await makeDesk(), await makeDesk()]
  await signIn(page, 'editor', { editionId: desk.editionId })
  for (const path of ['/admin/stages', `/admin/stages/blog-${desk.blogId}`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You may not do this')
  }
  const chief = await browser.newPage({ baseURL })
  await signIn(chief, 'chief_editor', { blogId: desk.blogId })
  await chief.goto('/admin/stages')
  await expect(chief.locator('tbody tr')).toHaveCount(1)
  for (const path of [`edition-${desk.editionId}`, `blog-${other.blogId}`]) {
    await chief.goto(`/admin/stages/${path}`)
    await expect(chief.getByRole('heading', { level: 1 })).toHaveText('You may not do this')
  }
  await chief.close()
})
