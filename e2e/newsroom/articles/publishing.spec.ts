import { expect, type Page, test } from '@playwright/test'
import { embargoOf, makeArticle, makeDue, waitsLongest } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { openText, textOf } from '#e2e/support/writing.ts'

/** A second is what the newsroom is promised; the machine that runs all tests at once gets more. */
const aSecond = { timeout: 20_000, intervals: [50] }

const panel = (page: Page) => page.locator('.publishing')
const statusOf = async (page: Page, path: string) => (await page.request.get(path, { maxRedirects: 0 })).status()
async function open(page: Page, name: string): Promise<void> {
  const act = panel(page)
    .locator('details.act')
    .filter({ has: page.locator('summary', { hasText: name }) })
  if ((await act.getAttribute('open')) === null) await act.locator('summary').click()
}

test('what a reporter hands in is sent back, handed in again, approved and published', async ({
  page,
  browser,
  baseURL,
}) => {
  const reporter = await signIn(page, 'reporter')
  const { id, headline, path } = await makeArticle({ authorId: reporter.id })
  await page.goto('/admin')
  await page.getByRole('link', { name: headline }).click()
  await expect(panel(page).getByRole('button', { name: 'Publish now' })).toHaveCount(0)
  await panel(page).getByRole('button', { name: 'Hand in for review' }).click()
  await expect(panel(page).getByText('Waits for review.')).toBeVisible()
  // Who has the article open sees what is said about it at once, and that is no news any more.
  await page.goto('/admin/articles')

  const desk = await browser.newPage({ baseURL })
  await signIn(desk, 'editor')
  await waitsLongest(id)
  await desk.goto('/admin')
  await desk.getByRole('region', { name: 'Waiting for review' }).getByRole('link', { name: headline }).click()
  await open(desk, 'Send back to the writer')
  await desk.locator('#step-send-back').getByLabel('What should be changed').fill('Name the river.')
  await desk.locator('#step-send-back').getByRole('button').click()
  await expect(panel(desk).getByText('A draft: only the newsroom sees it.')).toBeVisible()

  await page.goto('/admin')
  await expect(page.getByRole('region', { name: 'New for you' }).getByText('Name the river.')).toBeVisible()
  await page.goto(`/admin/articles/${id}`)
  await expect(page.getByText('Name the river.')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Hand in for review' }).click()
  await expect(panel(page).getByText('Waits for review.')).toBeVisible()
  await desk.goto(`/admin/articles/${id}`)
  await panel(desk).getByRole('button', { name: 'Approve' }).click()
  await expect(panel(desk).getByText('Approved, and not published yet.')).toBeVisible()
  expect(await statusOf(desk, path)).toBe(404)
  await panel(desk).getByRole('button', { name: 'Publish now' }).click()
  await expect(panel(desk).getByText('Readers see it since')).toBeVisible()
  await expect.poll(() => statusOf(desk, path), aSecond).toBe(200)
})

test('an article without byline or standfirst is not published, and each finding leads to its field', async ({
  page,
}) => {
  await signIn(page, 'editor')
  await page.goto('/admin/articles/new')
  await page.getByLabel('Headline').fill(`No one signs this ${Date.now()}`)
  await page.getByRole('button', { name: 'Begin writing' }).click()
  await expect(panel(page).getByRole('link', { name: 'It has no text.' })).toHaveAttribute('href', '#part-body')
  await panel(page).getByRole('button', { name: 'Publish now' }).click()
  await expect(panel(page).getByRole('alert').filter({ hasText: 'It has no byline' })).toBeFocused()
  await panel(page)
    .getByRole('link', { name: /It has no byline/ })
    .click()
  await expect(page.locator('#part-bylines')).toBeInViewport()
})

test('newer text of a published article waits beside it until it is published', async ({ page }) => {
  await signIn(page, 'editor')
  const { id, path } = await makeArticle({ isPublished: true })
  await page.goto(`/admin/articles/${id}`)
  const words = `Trams cross too, ${Date.now()}`
  await page.getByLabel('Headline').first().fill(words)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  expect(await (await page.request.get(path)).text()).not.toContain(words)
  await expect(panel(page).getByText('The newer one waits.')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Publish the newer text' }).click()
  await expect.poll(async () => (await page.request.get(path)).text(), aSecond).toContain(words)
  await expect(panel(page).getByText('The newer one waits.')).toHaveCount(0)
})

test('what is typed and not saved yet is published with the rest', async ({ page }) => {
  await signIn(page, 'editor')
  const { id, path } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  const words = `Last words, ${Date.now()}`
  await page.getByLabel('Headline').first().fill(words)
  await panel(page).getByRole('button', { name: 'Publish now' }).click()
  await expect(panel(page).getByText('Readers see it since')).toBeVisible()
  await expect.poll(async () => (await page.request.get(path)).text(), aSecond).toContain(words)
})

test('a scheduled article goes out by itself, and can be taken off the schedule', async ({ page }) => {
  await signIn(page, 'editor')
  const { id, path } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  const schedule = page.locator('#step-schedule')
  await open(page, 'Schedule')
  await expect(schedule.getByText(/By the clock of Asia\/Bishkek, now UTC\+06:00/)).toBeVisible()
  await schedule.getByLabel('Day and time').fill('2020-01-01T10:00')
  await schedule.getByRole('button').click()
  await expect(schedule.getByRole('alert').filter({ hasText: 'This time is over' })).toBeFocused()
  await schedule.getByLabel('Day and time').fill('2031-01-01T10:00')
  await schedule.getByRole('button').click()
  await expect(panel(page).getByText(/^Goes out .*2031/)).toBeVisible()
  await panel(page).getByRole('button', { name: 'Take off the schedule' }).click()
  await expect(panel(page).getByText('Approved, and not published yet.')).toBeVisible()
  await open(page, 'Schedule')
  await schedule.getByLabel('Day and time').fill('2031-01-01T10:00')
  await schedule.getByRole('button').click()
  await expect(panel(page).getByText(/^Goes out .*2031/)).toBeVisible()
  await makeDue(id)
  await expect.poll(() => statusOf(page, path), aSecond).toBe(200)
})

test('under an embargo nothing can be published, until it is lifted', async ({ page }) => {
  await signIn(page, 'editor')
  const { id, path } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  const embargo = page.locator('#step-embargo')
  await open(page, 'Set the embargo')
  await embargo.getByLabel('Embargo until').fill('2031-01-01T10:00')
  await embargo.getByRole('button').click()
  await expect(panel(page).getByText(/^Embargo until .*2031/)).toBeVisible()
  await panel(page).getByRole('button', { name: 'Publish now' }).click()
  await expect(panel(page).getByRole('alert').filter({ hasText: 'The embargo lasts until' })).toBeFocused()
  expect(await statusOf(page, path)).toBe(404)
  await open(page, 'Set the embargo')
  await embargo.getByLabel('Embargo until').fill('')
  await embargo.getByRole('button').click()
  await expect(panel(page).getByText(/^Embargo until .*2031/)).toHaveCount(0)
  await panel(page).getByRole('button', { name: 'Publish now' }).click()
  await expect.poll(() => statusOf(page, path), aSecond).toBe(200)
})

test('what is pressed at once after another step is done after it, each about what the one before left', async ({
  page,
}) => {
  await signIn(page, 'editor')
  const { id, path } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  const embargo = page.locator('#step-embargo')
  await open(page, 'Set the embargo')
  await embargo.getByLabel('Embargo until').fill('2031-01-01T10:00')
  await embargo.getByRole('button').click()
  await panel(page).getByRole('button', { name: 'Hand in for review' }).click()
  await panel(page).getByRole('button', { name: 'Publish now' }).click()
  await expect(panel(page).getByRole('alert').filter({ hasText: 'The embargo lasts until' })).toBeFocused()
  await expect(panel(page).getByText('Waits for review.')).toBeVisible()

  const words = `Written between two steps, ${Date.now()}`
  await embargo.getByLabel('Embargo until').fill('')
  await embargo.getByRole('button').click()
  await page.getByLabel('Headline').first().fill(words)
  await panel(page).getByRole('button', { name: 'Publish now' }).click()
  await expect(panel(page).getByText('Readers see it since')).toBeVisible()
  await expect(panel(page).getByRole('alert')).toHaveCount(0)
  await expect.poll(async () => (await page.request.get(path)).text(), aSecond).toContain(words)
})

test('words that a reporter changes after the approval wait for review again, and the editor is told', async ({
  page,
  browser,
  baseURL,
}) => {
  const reporter = await signIn(page, 'reporter')
  const { id, path } = await makeArticle({ authorId: reporter.id })
  const desk = await browser.newPage({ baseURL })
  await signIn(desk, 'editor')
  await desk.goto(`/admin/articles/${id}`)
  await open(desk, 'Schedule')
  await desk.locator('#step-schedule').getByLabel('Day and time').fill('2031-01-01T10:00')
  await desk.locator('#step-schedule').getByRole('button').click()
  await expect(panel(desk).getByText(/^Goes out .*2031/)).toBeVisible()
  await desk.goto('/admin')

  await page.goto(`/admin/articles/${id}`)
  await page.getByLabel('Headline').first().fill(`Other words than the approved ones, ${Date.now()}`)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(panel(page).getByText('Waits for review.')).toBeVisible()
  await expect(panel(page).getByText(`${reporter.name} changed the text after it was approved`)).toBeVisible()

  await desk.goto(`/admin/articles/${id}`)
  await expect(panel(desk).getByText(`${reporter.name} changed the text after it was approved`)).toBeVisible()
  await expect(panel(desk).getByText(/It was to go out .*2031.* off the schedule/)).toBeVisible()
  await makeDue(id)
  await panel(desk).getByRole('button', { name: 'Approve' }).click()
  await expect(panel(desk).getByText('Approved, and not published yet.')).toBeVisible()
  await expect(panel(desk).getByText('changed the text after it was approved')).toHaveCount(0)
  expect(await statusOf(desk, path)).toBe(404)
})

test('a step is refused with the reason when somebody else took one first, and the panel shows it', async ({
  page,
}) => {
  await signIn(page, 'editor')
  const { id, path } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await expect(panel(page).getByText('A draft: only the newsroom sees it.')).toBeVisible()
  await embargoOf(id, new Date('2031-01-01T04:00:00Z'))
  await panel(page).getByRole('button', { name: 'Publish now' }).click()
  await expect(panel(page).getByText(/^Embargo until .*2031/)).toBeVisible()
  expect(await statusOf(page, path)).toBe(404)
  await embargoOf(id, null)
  await expect(panel(page).getByText(/^Embargo until .*2031/)).toHaveCount(0)
})

test('a step on a cut line says that no answer came, and the text stays', async ({ page, context }) => {
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await openText(page)
  await context.setOffline(true)
  await panel(page).getByRole('button', { name: 'Publish now' }).click()
  await expect(panel(page).getByRole('alert').filter({ hasText: 'No answer came' })).toBeFocused()
  await expect(textOf(page)).toContainText('Cars cross')
  await context.setOffline(false)
  await panel(page).getByRole('button', { name: 'Publish now' }).click()
  await expect(panel(page).getByText('Readers see it since')).toBeVisible()
})

test('a published article moves, and its old address leads to the new one for good', async ({ page }) => {
  await signIn(page, 'editor')
  const { id, path } = await makeArticle({ isPublished: true })
  await page.goto(`/admin/articles/${id}`)
  await page.locator('.panels summary').filter({ hasText: 'Address' }).click()
  const slug = page.locator('#part-address').getByRole('textbox')
  await slug.fill(`${await slug.inputValue()}-moved`)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await expect.poll(() => statusOf(page, path), aSecond).toBe(301)
  const leadsTo = async () => new URL((await page.request.get(path)).url()).pathname
  await expect.poll(leadsTo, aSecond).toBe(`${path}-moved`)
  await expect.poll(() => statusOf(page, `${path}-moved`), aSecond).toBe(200)
})

test('a correction stands on the article and on the page of corrections', async ({ page }) => {
  await signIn(page, 'editor')
  const { id, path } = await makeArticle({ isPublished: true })
  await page.goto(`/admin/articles/${id}`)
  const words = `The bridge has four arches, not five (${Date.now()}).`
  await open(page, 'Publish a correction')
  const form = page.locator('#step-correct')
  await form.getByLabel('What readers should know').fill(words)
  await form.getByLabel('Reason, for the newsroom').fill('A reader counted.')
  await form.getByRole('button').click()
  await expect(form.getByText('The correction is published.')).toBeVisible()
  for (const place of [path, '/corrections'])
    await expect.poll(async () => (await page.request.get(place)).text(), aSecond).toContain(words)
  expect(await (await page.request.get(path)).text()).not.toContain('A reader counted.')
})

test('an article is withdrawn with a notice, published again, and killed for good', async ({ page }) => {
  await signIn(page, 'chief_editor', { signedInAt: new Date(Date.now() - 3_600_000) })
  const { id, path } = await makeArticle({ isPublished: true })
  await page.goto(`/admin/articles/${id}`)
  await open(page, 'Withdraw')
  await page.locator('#step-withdraw').getByLabel('Notice for readers').fill('This article is being looked into.')
  await page.locator('#step-withdraw').getByRole('button').click()
  await expect(panel(page).getByText(/^Withdrawn /)).toBeVisible()
  await expect.poll(() => statusOf(page, path), aSecond).toBe(410)
  const read = async () => (await page.request.get(path)).text()
  await expect.poll(read, aSecond).toContain('This article is being looked into.')
  await panel(page).getByRole('button', { name: 'Publish again' }).click()
  await expect.poll(() => statusOf(page, path), aSecond).toBe(200)

  const kill = page.locator('#step-kill')
  await open(page, 'Kill')
  await kill.getByLabel('Yes, kill it for good').check()
  await kill.getByRole('button', { name: 'Kill' }).click()
  await expect(page.getByRole('dialog', { name: 'Is it still you?' })).toBeVisible()
  await expect.poll(() => statusOf(page, path), aSecond).toBe(200)

  await signIn(page, 'chief_editor')
  await page.goto(`/admin/articles/${id}`)
  await open(page, 'Kill')
  await kill.getByLabel('Yes, kill it for good').check()
  await kill.getByRole('button', { name: 'Kill' }).click()
  await expect(panel(page).getByText(/There is no way back/)).toBeVisible()
  await expect.poll(() => statusOf(page, path), aSecond).toBe(410)
})

test('an editor may not withdraw or kill, a reporter may not publish', async ({ page }) => {
  const { id } = await makeArticle({ isPublished: true })
  await signIn(page, 'editor')
  await page.goto(`/admin/articles/${id}`)
  await expect(panel(page).getByText('Publish a correction').first()).toBeVisible()
  await expect(page.locator('#step-withdraw, #step-kill')).toHaveCount(0)
  await signIn(page, 'reporter')
  await page.goto(`/admin/articles/${id}`)
  await expect(panel(page).getByText('The next step is for somebody with another role.')).toBeVisible()
})
