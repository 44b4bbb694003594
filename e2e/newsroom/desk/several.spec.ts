import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'

const boxOf = (page: Page, headline: string) => page.getByRole('checkbox', { name: `Select: ${headline}` })

/** Articles of nobody else: a list filtered by one's own begun articles shows these alone. */
async function makeThree(authorId: string) {
  return [
    await makeArticle({ authorId }),
    await makeArticle({ authorId }),
    await makeArticle({ authorId, isPublished: true }),
  ]
}

async function goOn(page: Page, act: string): Promise<void> {
  await page.getByRole('combobox', { name: 'With the selected' }).selectOption(act)
  await page.getByRole('button', { name: 'Go on' }).click()
}

test('several are handed in at once: what will happen, what did, and the way back', async ({ page }) => {
  const { id: authorId } = await signIn(page, 'editor')
  const made = await makeThree(authorId)
  await page.goto(`/admin/articles?author=${authorId}`)
  await page.getByRole('button', { name: 'Select all on this page' }).click()
  await expect(page.getByText('3 articles selected')).toBeVisible()
  await goOn(page, 'Hand in for review')
  await expect(page.getByRole('heading', { name: '2 articles will be handed in for review.' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '1 can’t be, and stays as it is:' })).toBeVisible()
  await expect(page.getByText('At this stage it can’t be: published')).toBeVisible()
  await page.getByRole('button', { name: 'Hand in for review: 2 articles' }).click()
  await expect(page.getByRole('status').filter({ hasText: '2 articles were handed in for review.' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'What came of each' }).getByRole('link')).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('2 articles are drafts again.')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(page).toHaveURL(new RegExp(`author=${authorId}`))
  await expect(page.getByRole('row').filter({ hasText: made[0]?.headline ?? '' })).toContainText('draft', {
    ignoreCase: true,
  })
})

test('one that somebody else changed meanwhile is left, the others are done', async ({ page, browser, baseURL }) => {
  const { id: authorId } = await signIn(page, 'editor')
  const [one, other] = await makeThree(authorId)
  await page.goto(`/admin/articles?author=${authorId}`)
  await boxOf(page, one?.headline ?? '').check()
  await boxOf(page, other?.headline ?? '').check()
  await goOn(page, 'Hand in for review')
  await expect(page.getByRole('heading', { name: '2 articles will be' })).toBeVisible()
  const colleague = await browser.newPage({ baseURL })
  await signIn(colleague, 'editor')
  await colleague.goto(`/admin/articles/${one?.id}`)
  await colleague.locator('.publishing').getByRole('button', { name: 'Hand in for review' }).click()
  await expect(colleague.locator('.publishing').getByText('Waits for review.')).toBeVisible()
  await colleague.close()
  await page.getByRole('button', { name: 'Hand in for review: 2 articles' }).click()
  await expect(page.getByText('1 article was handed in for review. 1 was left as it was.')).toBeVisible()
  await expect(page.getByText('Somebody changed it since this page was made.')).toBeVisible()
})

test('Shift with a click selects a stretch', async ({ page }) => {
  const { id: authorId } = await signIn(page, 'editor')
  for (let count = 0; count < 4; count++) await makeArticle({ authorId })
  await page.goto(`/admin/articles?author=${authorId}`)
  const boxes = page.locator('input[data-select]')
  // Said by the script alone, which hears of Shift.
  await expect(page.getByText('No article selected')).toBeVisible()
  await boxes.nth(0).click()
  await boxes.nth(2).click({ modifiers: ['Shift'] })
  await expect(page.getByText('3 articles selected')).toBeVisible()
  await expect(boxes.nth(3)).not.toBeChecked()
  await page.getByRole('button', { name: 'Select none' }).click()
  await expect(page.getByText('No article selected')).toBeVisible()
})

test('published ones are withdrawn with a notice, and brought back', async ({ page }) => {
  const { id: authorId } = await signIn(page, 'chief_editor')
  const made = await makeArticle({ authorId, isPublished: true })
  await page.goto(`/admin/articles?author=${authorId}`)
  await boxOf(page, made.headline).check()
  await goOn(page, 'Withdraw')
  await expect(page.getByText('will leave its page, lists, feeds, search and fronts at once')).toBeVisible()
  await page.getByLabel('Notice for readers').fill('We look into it.')
  await page.getByRole('button', { name: 'Withdraw: 1 article' }).click()
  await expect(page.getByText('1 article was withdrawn.')).toBeVisible()
  const status = async () => (await page.request.get(made.path, { maxRedirects: 0 })).status()
  await expect.poll(status, { timeout: 20_000 }).toBe(410)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 article is published again.')).toBeVisible()
  await expect.poll(status, { timeout: 20_000 }).toBe(200)
})

test('a time that is over is said before anything is done, a good one is kept and taken back', async ({ page }) => {
  const { id: authorId } = await signIn(page, 'editor')
  const { headline } = await makeArticle({ authorId })
  await page.goto(`/admin/articles?author=${authorId}`)
  await boxOf(page, headline).check()
  await goOn(page, 'Schedule')
  await page.getByLabel('Day and time').fill('2020-01-01T10:00')
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await expect(page.getByText('This time is over.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Schedule: / })).toHaveCount(0)
  await page.getByLabel('Day and time').fill('2099-01-01T10:00')
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await expect(page.getByRole('heading', { name: /1 article will go out by itself on 1 January 2099/ })).toBeVisible()
  await page.getByRole('button', { name: 'Schedule: 1 article' }).click()
  await expect(page.getByText('1 article was scheduled.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('1 article stands where it was before.')).toBeVisible()
})

test('a reporter is offered what a reporter may, and others’ articles are left', async ({ page }) => {
  const { id: authorId } = await signIn(page, 'reporter')
  const own = await makeArticle({ authorId })
  const others = await makeArticle()
  await page.goto('/admin/articles')
  await expect(page.getByRole('combobox', { name: 'With the selected' }).getByRole('option')).toHaveText([
    ...['Choose what to do', 'Hand in for review', 'Add a topic', 'Take a topic off'],
  ])
  await boxOf(page, own.headline).check()
  await boxOf(page, others.headline).check()
  await goOn(page, 'Hand in for review')
  await expect(page.getByText('Your role does not include this for this article.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Hand in for review: 1 article' })).toBeVisible()
  expect((await page.goto(`/admin/articles/bulk?act=withdraw&article=${own.id}`))?.status()).toBe(403)
})

test.describe('without script', () => {
  let context: BrowserContext
  test.beforeEach(async ({ browser, baseURL }) => {
    context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  })
  test.afterEach(() => context.close())

  test('ticks, a page that says what will happen, the result and the way back are plain forms', async () => {
    const page = await context.newPage()
    const { id: authorId } = await signIn(page, 'editor')
    const [one, other] = await makeThree(authorId)
    await page.goto(`/admin/articles?author=${authorId}`)
    await boxOf(page, one?.headline ?? '').check()
    await boxOf(page, other?.headline ?? '').check()
    await goOn(page, 'Hand in for review')
    await page.getByRole('button', { name: 'Hand in for review: 2 articles' }).click()
    await expect(page.getByText('2 articles were handed in for review.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('2 articles are drafts again.')).toBeVisible()
  })

  test('a filter is saved', async () => {
    const page = await context.newPage()
    await signIn(page, 'reporter')
    await page.goto('/admin/articles?state=draft')
    await page.getByText('Save this filter').click()
    await page.getByLabel('Name of the filter').fill('My drafts')
    await page.locator('#save-filter').getByRole('button').click()
    // Beside what others may have saved for everyone.
    const tabs = page.getByRole('navigation', { name: 'Saved filters' })
    await expect(tabs.getByRole('link', { name: 'My drafts', exact: true })).toHaveAttribute('aria-current', 'page')
    await expect(tabs.getByRole('link', { name: 'All articles', exact: true })).toBeVisible()
  })
})

test('a filter has a name, which no second one can have; it is renamed, deleted, and saved again', async ({ page }) => {
  await signIn(page, 'editor')
  const name = `Waiting ${Date.now()}`
  const tabs = page.getByRole('navigation', { name: 'Saved filters' })
  await page.goto('/admin/articles?state=in_review')
  await page.getByText('Save this filter').click()
  const form = page.locator('#save-filter')
  await form.getByLabel('Name of the filter').fill(name)
  await form.getByRole('button').click()
  await expect(tabs.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
  await form.getByLabel('Name of the filter').fill(name.toUpperCase())
  await form.getByRole('button').click()
  await expect(form.getByRole('alert')).toContainText('There is a filter of this name')

  await page.goto('/admin/articles')
  await tabs.getByRole('link', { name }).click()
  await expect(page.getByLabel('State')).toHaveValue('in_review')
  await page.getByText(`Rename or delete “${name}”`).click()
  await page.locator('#rename-filter').getByLabel('Name of the filter').fill(`${name} now`)
  await page.locator('#rename-filter').getByRole('button').click()
  await expect(tabs.getByRole('link', { name: `${name} now` })).toBeVisible()
  await page.locator('#remove-filter').getByRole('button').click()
  await expect(page.getByText(`Deleted: ${name} now. No article was changed.`)).toBeVisible()
  await expect(tabs.getByRole('link', { name })).toHaveCount(0)
  await page.locator('#save-filter').getByRole('button').click()
  await expect(tabs.getByRole('link', { name: `${name} now` })).toBeVisible()
})

test('a filter for everyone stands over everyone’s list, and is its owner’s', async ({ page, browser, baseURL }) => {
  await signIn(page, 'editor')
  const name = `For all ${Date.now()}`
  await page.goto('/admin/articles?state=scheduled')
  await page.getByText('Save this filter').click()
  const form = page.locator('#save-filter')
  await form.getByLabel('Name of the filter').fill(name)
  await form.getByLabel('For everyone in the newsroom').check()
  await form.getByRole('button').click()
  await expect(page.getByRole('link', { name: `${name} (for everyone)` })).toBeVisible()
  const reporter = await browser.newPage({ baseURL })
  await signIn(reporter, 'reporter')
  await reporter.goto('/admin/articles?state=scheduled')
  await expect(reporter.getByRole('link', { name: `${name} (for everyone)` })).toBeVisible()
  await expect(reporter.getByText('Rename or delete')).toHaveCount(0)
  await reporter.getByText('Save this filter').click()
  await expect(reporter.getByLabel('For everyone in the newsroom')).toHaveCount(0)
  await reporter.close()
  await page.getByText(`Rename or delete “${name}”`).click()
  await page.locator('#remove-filter').getByRole('button').click()
  await expect(page.getByText(`Deleted: ${name}.`)).toBeVisible()
})
