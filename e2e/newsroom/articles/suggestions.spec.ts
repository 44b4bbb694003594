import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { expectStatus, openText, textOf } from '#e2e/support/writing.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const panel = (page: Page) => page.getByRole('region', { name: 'Suggestions' })
const entries = (page: Page) => panel(page).getByRole('listitem')
const suggestKey = 'ControlOrMeta+Alt+Shift+E'

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    // No hand is so fast that the page has not heard where the caret went.
    await page.evaluate(() => new Promise((heard) => requestAnimationFrame(() => setTimeout(heard))))
  }
}

const times = (count: number, key: string) => Array.from({ length: count }, () => key)

/** An article of four short paragraphs, written and saved; the caret is in its text, and what follows is suggested. */
async function openInSuggestMode(page: Page, id: number): Promise<void> {
  await page.goto(`/admin/articles/${id}`)
  await expect(textOf(page)).toHaveAttribute('contenteditable', 'true')
  await textOf(page).focus()
  await press(page, 'ControlOrMeta+a')
  for (const [index, line] of ['The river rose.', 'The bridge is old.', 'Nobody was hurt.', 'It rains.'].entries()) {
    if (index > 0) await press(page, 'Enter')
    await page.keyboard.type(line)
  }
  await press(page, 'ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await press(page, suggestKey)
  await expect(button(page, 'Suggest changes')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Suggesting: changes wait for a yes').first()).toBeVisible()
}

/** Words in, words out, words for others, a paragraph in, a paragraph out. */
async function suggestFive(page: Page): Promise<void> {
  await press(page, 'ControlOrMeta+Home', 'End', 'ArrowLeft')
  await page.keyboard.type(' fast')
  await press(page, 'ArrowDown', 'Home', ...times(4, 'Shift+ArrowRight'), 'Delete')
  await press(page, 'End', 'ArrowLeft', ...times(3, 'Shift+ArrowLeft'))
  await page.keyboard.type('new')
  await press(page, 'ArrowDown', 'End', 'Enter')
  await page.keyboard.type('Trains stop.')
  await press(page, 'ControlOrMeta+End', 'ControlOrMeta+Shift+Backspace')
  await expect(entries(page)).toHaveCount(5)
}

test('one suggests, readers get nothing of it; the other accepts, rejects, takes back, and readers get it', async ({
  page,
  browser,
}) => {
  const writer = await signIn(page, 'editor')
  const { id, path } = await makeArticle()
  await openInSuggestMode(page, id)
  await suggestFive(page)
  await expect(textOf(page).locator('ins')).toHaveText([' fast', 'new', 'Trains stop.'])
  await expect(textOf(page).locator('del')).toHaveText(['The ', 'old', 'It rains.'])
  await expectStatus(page, 'saved')
  await button(page, 'Publish now').click()
  await expect(page.getByText('Readers see it since')).toBeVisible()
  const read = async () => (await page.request.get(path)).text()
  await expect.poll(read).toContain('The bridge is old.')
  const published = await read()
  expect(published).toContain('It rains.')
  for (const word of ['fast', 'new.', 'Trains', '<ins', '<del']) expect(published).not.toContain(word)

  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'editor')
  await other.goto(`/admin/articles/${id}`)
  await expect(entries(other)).toHaveCount(5)
  await expect(entries(other).first()).toContainText(writer.name)
  await expect(entries(other).getByRole('button', { name: /^Accept/ })).toHaveCount(0)
  await button(other, 'Take over').click()
  await expect(textOf(other)).toHaveAttribute('contenteditable', 'true')
  await textOf(other).focus()
  await press(other, 'ControlOrMeta+Home', 'ControlOrMeta+Alt+Shift+J')
  await expect(other.getByText(`Put in by ${writer.name}`)).toBeVisible()
  await press(other, 'ControlOrMeta+Alt+Shift+A')
  await expect(entries(other)).toHaveCount(4)
  await expect(textOf(other)).toContainText('The river rose fast.')
  await press(other, 'ControlOrMeta+Alt+Shift+J', 'ControlOrMeta+Alt+Shift+D')
  await expect(entries(other)).toHaveCount(3)
  await press(other, 'ControlOrMeta+z')
  await expect(entries(other)).toHaveCount(4)
  await entries(other).getByRole('button', { name: 'Reject: It rains.' }).focus()
  await press(other, 'Enter')
  await expect(panel(other).getByText('1 suggestion rejected.')).toBeFocused()
  await expect(entries(other)).toHaveCount(3)
  await button(other, 'Accept all (3)').focus()
  await press(other, 'Enter')
  await expect(panel(other).getByText('Nothing is suggested.')).toBeVisible()
  await expect(textOf(other).locator('p')).toHaveText([
    ...['The river rose fast.', 'bridge is new.', 'Nobody was hurt.', 'Trains stop.', 'It rains.'],
  ])
  await press(other, 'ControlOrMeta+z')
  await expect(entries(other)).toHaveCount(3)
  await textOf(other).focus()
  await press(other, 'ControlOrMeta+Shift+z')
  await expect(panel(other).getByText('Nothing is suggested.')).toBeVisible()
  await press(other, 'ControlOrMeta+s')
  await expect(other.getByText('Saved as a revision.')).toBeVisible()
  await button(other, 'Publish the newer text').click()
  await expect.poll(read).toContain('Trains stop.')
  expect(await read()).toContain('bridge is new.')
})

test('suggestions and the mode are there after a reload; a merge with the text of somebody else keeps them', async ({
  page,
  browser,
}) => {
  const writer = await signIn(page, 'editor')
  const { id } = await makeArticle()
  await openInSuggestMode(page, id)
  await suggestFive(page)
  await expectStatus(page, 'saved')
  await page.reload()
  await expect(entries(page)).toHaveCount(5)
  await expect(button(page, 'Suggest changes')).toHaveAttribute('aria-pressed', 'true')
  await press(page, 'ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()

  await page.context().setOffline(true)
  await textOf(page).focus()
  await press(page, 'ControlOrMeta+Home')
  await page.keyboard.type('Slowly ')
  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'editor')
  await other.goto(`/admin/articles/${id}`)
  await button(other, 'Take over').click()
  await openText(other)
  await press(other, 'ControlOrMeta+Home', 'ArrowDown', 'ArrowDown', 'End', 'ArrowLeft')
  await other.keyboard.type(' there')
  await expectStatus(other, 'saved')
  await press(other, 'ControlOrMeta+s')
  await expect(other.getByText('Saved as a revision.')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('took over just now')).toBeVisible()
  await button(page, 'Take over').click()
  await button(page, 'Look at it').click()
  await button(page, 'Use this text').click()
  await expect(textOf(page)).toContainText('Nobody was hurt there.')
  await expect(textOf(page).locator('ins').first()).toHaveText('Slowly ')
  await expect(entries(page)).toHaveCount(6)
  await expect(entries(page).first()).toContainText('You')
  await other.reload()
  await expect(entries(other).first()).toContainText(writer.name)
})

test('what can’t be shown among words is done as one block out and one in', async ({ page }) => {
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  await openInSuggestMode(page, id)
  await press(page, 'ControlOrMeta+Home', 'ControlOrMeta+Alt+2')
  const flagged = (kind: string) => textOf(page).locator(`[data-flag=${kind}]`)
  await expect(textOf(page).locator('h2')).toHaveText('The river rose.')
  await expect(flagged('insertion')).toHaveAttribute('data-says', /^Put in by you/)
  await page.keyboard.type('Now: ')
  await expect(flagged('insertion')).toHaveText('Now: The river rose.')
  await expect(entries(page)).toHaveCount(1)
  await press(page, 'ControlOrMeta+End', 'Enter')
  await page.keyboard.type('"Quoted" -- **bold**')
  await expect(textOf(page).locator('ins strong, strong ins')).toHaveText('bold')
  await expect(textOf(page).locator('ins').last()).toContainText('bold')
  await expect(textOf(page)).toContainText('“Quoted” — bold')
  await press(page, 'Enter')
  await page.keyboard.type('Find')
  await press(page, ...times(4, 'Shift+ArrowLeft'), 'ControlOrMeta+k', 'ControlOrMeta+a')
  await page.keyboard.type('https://example.org/')
  await press(page, 'Enter')
  await expect(textOf(page).locator('a ins, ins a')).toHaveText('Find')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page })
      .include('main')
      .options({ rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } })
      .analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
})

test('Enter, Backspace and the clipboard are suggestions, and without the mode nothing is', async ({ page }) => {
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  await openInSuggestMode(page, id)
  await press(page, 'ControlOrMeta+Home', ...times(3, 'ArrowRight'), 'Enter')
  await expect(textOf(page).locator('p').first()).toHaveText('The river rose.')
  await expect(textOf(page).locator('p').nth(1)).toHaveText(' river rose.')
  await press(page, 'Backspace')
  await expect(entries(page)).toHaveCount(0)
  await press(page, ...times(2, 'Backspace'))
  await expect(textOf(page).locator('del')).toHaveText('he')
  await press(page, 'End', 'Shift+Home', 'ControlOrMeta+c', 'ControlOrMeta+End', 'Enter', 'ControlOrMeta+v')
  await expect(textOf(page).locator('ins')).toHaveText('T river rose.')
  await press(page, suggestKey)
  await expect(button(page, 'Suggest changes')).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.type(' For real.')
  await expect(textOf(page).locator('ins')).toHaveText('T river rose.')
  await expect(textOf(page)).toContainText('T river rose. For real.')
})
