import { expect, type Page, test } from '@playwright/test'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { bringPicture } from '#e2e/support/pictures.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the article' })
const dialog = (page: Page) => page.locator('dialog[open]')

/** A new draft, with the caret in its text. */
async function begin(page: Page, headline = `The lake grows ${Date.now()}`): Promise<void> {
  await signIn(page, 'editor')
  await page.goto('/admin/articles/new')
  await page.getByLabel('Headline').fill(headline)
  await page.getByRole('button', { name: 'Begin writing' }).click()
  await text(page).click()
}

async function type(page: Page, ...lines: readonly string[]): Promise<void> {
  for (const [position, line] of lines.entries()) {
    if (position > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(line)
  }
}

async function paste(page: Page, html: string): Promise<void> {
  await text(page).evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

test('an article is written by keyboard alone, saved, and there again', async ({ page }) => {
  await begin(page)
  await type(
    page,
    'The lake "rose" -- it\'s [sic] high.',
    '## What follows',
    '- one',
    'two',
    '',
    '> We left.',
    '',
    'Azamat',
    '---',
  )
  await type(page, 'Very **strong** words.')
  const body = text(page)
  await expect(body.locator('> p').first()).toHaveText('The lake “rose” — it’s [sic] high.')
  await expect(body.locator('h2')).toHaveText('What follows')
  await expect(body.locator('li')).toHaveText(['one', 'two'])
  await expect(body.locator('blockquote p')).toHaveText(['We left.'])
  await expect(body.locator('blockquote footer')).toHaveText('Azamat')
  await expect(body.locator('hr')).toHaveCount(1)
  await expect(body.locator('strong')).toHaveText('strong')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await page.reload()
  await expect(body.locator('blockquote footer')).toHaveText('Azamat')
  await expect(body.locator('> p').first()).toHaveText('The lake “rose” — it’s [sic] high.')
  await expect(body.locator('strong')).toHaveText('strong')
})

test('one Backspace takes a typographic quote back', async ({ page }) => {
  await begin(page)
  await page.keyboard.type('5"')
  await expect(text(page)).toContainText('5”')
  await page.keyboard.press('Backspace')
  await expect(text(page)).toContainText('5"')
})

test('a table is made and filled by keyboard, and the Tab key finds its way out', async ({ page }) => {
  await begin(page)
  await page.keyboard.type('/')
  await dialog(page).getByRole('combobox').fill('table')
  await page.keyboard.press('Enter')
  await expect(text(page).locator('td')).toHaveCount(9)
  await expect(text(page)).toBeFocused()
  await type(page, 'Levels', 'Year')
  for (const cell of ['Cm', 'Note', '2024', '12', '']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(cell)
  }
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(text(page).locator('tr')).toHaveCount(4)
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await expect(text(page).locator('td')).toHaveCount(16)
  // Nine cells further is the last one; its row stayed empty, so the tenth Tab is the way out.
  for (let press = 0; press < 10; press++) await page.keyboard.press('Tab')
  await page.keyboard.type('After')
  await expect(text(page).locator('> p').last()).toHaveText('After')
})

test('what comes from Google Docs comes in clean, and its pictures are asked for', async ({ page }) => {
  await begin(page)
  await paste(
    page,
    `<b style="font-weight:normal"><p><span style="font-weight:700">Bold</span> and <a href="https://example.org/?utm_source=x" onclick="alert(1)">link</a>
      <a href="javascript:alert(1)">none</a></p><img src="x" onerror="alert(1)"></b>`,
  )
  await expect(text(page).locator('strong')).toHaveText('Bold')
  await expect(text(page).locator('a')).toHaveCount(1)
  await expect(text(page).locator('a')).toHaveAttribute('href', 'https://example.org/')
  await expect(page.getByText('1 picture was left out.')).toBeVisible()
  await expect(text(page).locator('img:not(.ProseMirror-separator)')).toHaveCount(0)
})

test('a link finds an article by its words, and refuses what is no address', async ({ page }) => {
  await begin(page)
  await page.keyboard.press('ControlOrMeta+k')
  const field = dialog(page).getByLabel('Words of an article')
  await field.fill('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('alert')).toContainText('Only web pages')
  await field.fill('railway met')
  await dialog(page)
    .getByRole('button', { name: /railway/i })
    .click()
  await expect(text(page).locator('a[data-article]')).toHaveText(/railway/i)
})

test('a picture of the library comes with its words', async ({ page }) => {
  await begin(page)
  const { name } = await bringPicture(page, { alt: 'A river between poplars' })
  await page.keyboard.press('Control+/')
  await dialog(page).getByRole('combobox').fill('picture')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('searchbox').fill(name)
  await dialog(page)
    .getByRole('button', { name: /A river between poplars/ })
    .click()
  await expect(text(page).locator('figure img')).toHaveAttribute('alt', 'A river between poplars')
  await expect(text(page).locator('figure')).toContainText('Credit')
})

test('a name in two spellings is asked about', async ({ page }) => {
  await begin(page)
  await type(page, 'We asked Azamat Mambataliev.', 'Later Mambetaliev agreed, and again said Mambetaliev no more.')
  await expect(page.getByText('Mambetaliev (2) and Mambataliev (1)')).toBeVisible()
})

test('the story gets a sibling in another edition, written beside its source', async ({ page }) => {
  const headline = `Beside ${Date.now()}`
  await begin(page, headline)
  await type(page, 'Words of the source.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await page.getByText('Translations', { exact: true }).click()
  await page.getByRole('button', { name: /فارسی/ }).click()
  await page.getByRole('button', { name: 'Show beside the text: English' }).click()
  await expect(page.getByRole('document', { name: 'Text in English' })).toHaveText('Words of the source.')
  await expect(text(page)).toHaveAttribute('dir', 'rtl')
})
