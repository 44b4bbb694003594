import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { press, tabTo, typeInto } from '../../support/keys.ts'
import { makeArticle } from '../../support/newsroom-articles.ts'
import { makePerson, password } from '../../support/people/people.ts'
import { signIn } from '../../support/people/sign-in.ts'
import { bringPicture } from '../../support/pictures.ts'
import { expectStatus, textOf } from '../../support/writing.ts'

/** No test here touches the mouse: each thing is reached with Tab, and each answer is where the focus is. */

test.describe.configure({ timeout: 240_000 })

const river = readFileSync(join(import.meta.dirname, '..', '..', 'support', 'files', 'river.jpg'))
const dialog = (page: Page) => page.locator('dialog[open]')
const panel = (page: Page) => page.locator('.publishing')

test('signing in: the fault has the focus, its link leads to the field, and the way in is the Enter key', async ({
  page,
}) => {
  const person = await makePerson('editor')
  await page.goto('/admin/articles')
  await typeInto(page, page.getByLabel('E-mail'), person.email)
  await typeInto(page, page.getByLabel('Password', { exact: true }), 'not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'E-mail and password' })).toBeFocused()
  await typeInto(page, page.getByLabel('Password', { exact: true }), password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible()
  await page.reload()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await press(page, page.getByLabel('Your account').first())
  await press(page, page.getByRole('button', { name: 'Sign out' }))
  await expect(page).toHaveURL(/\/admin\/sign-in$/)
})

test('a picture is brought and described', async ({ page }) => {
  await signIn(page, 'editor')
  // Waited for from the first page on: a browser that hears of it as the key comes may have opened its own.
  const chooser = page.waitForEvent('filechooser')
  await page.goto('/admin/pictures')
  const name = `keys-${Date.now()}.jpg`
  await tabTo(page, page.getByLabel('Choose files'))
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({ name, mimeType: 'image/jpeg', buffer: Buffer.concat([river, Buffer.from(name)]) })
  await press(page, page.getByRole('link', { name: `Describe ${name}` }))
  const english = page.locator('#texts-en')
  await typeInto(page, english.getByLabel('Caption'), 'The Chu in June')
  await tabTo(page, english.getByLabel('Description'), 'Shift+Tab')
  await typeInto(page, english.getByLabel('Description'), 'The Chu in June')
  await press(page, english.getByRole('button', { name: 'Save these words' }))
  await expect(english.getByRole('alert')).toBeFocused()
  await press(page, english.getByRole('alert').getByRole('link', { name: 'Description' }))
  await expect(english.getByLabel('Description')).toBeFocused()
  await typeInto(page, english.getByLabel('Description'), 'A wide river at dusk')
  await press(page, english.getByRole('button', { name: 'Save these words' }))
  await expect(english.getByText('The words are saved.')).toBeVisible()
  await expect(english.getByRole('button', { name: 'Save these words' })).toBeFocused()
})

test('an article is written, illustrated, published and corrected', async ({ page }) => {
  await signIn(page, 'editor')
  const picture = await bringPicture(page, { alt: 'A river between poplars', caption: '' })
  await page.goto('/admin')
  await press(page, page.getByRole('link', { name: 'New article' }).first())
  await typeInto(page, page.getByLabel('Headline'), `By keys alone ${Date.now()}`)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/admin\/articles\/\d+$/)
  await expect(textOf(page)).toHaveAttribute('contenteditable', 'true')
  await typeInto(page, page.getByLabel('Standfirst'), 'No hand left the keys.')
  await tabTo(page, page.getByRole('toolbar').getByRole('button').first())
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Strong' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.type('A mouse was not there.')
  await page.keyboard.press('Enter')
  // The menu of blocks listens at once, and has given the caret back when the next key comes.
  await page.keyboard.type('/crosshead')
  await page.keyboard.press('Enter')
  await page.keyboard.type('What Was There')
  await expect(dialog(page)).toHaveCount(0)
  await expect(textOf(page).locator('h2')).toHaveText('What Was There')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(dialog(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.type('Keys.')
  await expect(textOf(page).locator('h2 + p')).toHaveText('Keys.')

  // A finding leads to its field, and the field opens.
  await press(page, panel(page).getByRole('link', { name: /It has no byline/ }))
  const bylines = page.getByRole('region', { name: 'Bylines' })
  await tabTo(page, bylines.getByLabel('Add a byline'))
  await page.keyboard.type('Masthead demo desk')
  await expect(bylines.getByText('Masthead demo desk', { exact: true })).toBeVisible()
  const lead = page.getByRole('region', { name: 'Lead picture' })
  await press(page, lead.getByRole('button', { name: 'Choose a picture…' }))
  await expect(dialog(page).locator(':focus')).toHaveCount(1)
  await typeInto(page, dialog(page).getByRole('searchbox'), picture.name)
  await press(page, dialog(page).getByRole('button', { name: picture.name }))
  await expect(dialog(page)).toHaveCount(0)
  await expect(lead.getByRole('button', { name: 'Choose another…' })).toBeFocused()
  await expect(lead.getByRole('img')).toHaveAttribute('alt', 'A river between poplars')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await expectStatus(page, 'saved')

  await tabTo(page, panel(page).getByRole('button', { name: 'Publish now' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText('Readers see it since')).toBeVisible()
  // The button is gone with its step: the focus waits where it was, and the next Tab goes on from there.
  await expect(page.getByRole('region', { name: 'Publishing' })).toBeFocused()

  const form = page.locator('#step-correct')
  await press(page, panel(page).locator('summary').filter({ hasText: 'Publish a correction' }))
  await press(page, form.getByRole('button'))
  await expect(form.getByLabel('What readers should know')).toBeFocused()
  await page.keyboard.type('There was a mouse.')
  await typeInto(page, form.getByLabel('Reason, for the newsroom'), 'It squeaked.')
  await press(page, form.getByRole('button'))
  await expect(form.getByText('The correction is published.')).toBeVisible()
  await expect(form.getByRole('button')).toBeFocused()
})

test('what is refused has the focus, and whatever goes away gives it to what is left', async ({ page }) => {
  await signIn(page, 'editor')
  const { id } = await makeArticle()
  await page.goto(`/admin/articles/${id}`)
  await expect(textOf(page)).toHaveAttribute('contenteditable', 'true')
  const schedule = page.locator('#step-schedule')
  await press(
    page,
    panel(page)
      .locator('summary')
      .filter({ hasText: /^Schedule$/ }),
  )
  await tabTo(page, schedule.getByLabel('Day and time'))
  await page.keyboard.type('01012020')
  await press(page, schedule.getByRole('button', { name: 'Schedule' }))
  await expect(schedule.getByRole('alert')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(schedule.getByLabel('Day and time')).toBeFocused()

  const bylines = page.getByRole('region', { name: 'Bylines' })
  await press(page, bylines.getByRole('button', { name: /^Remove/ }))
  await expect(bylines.getByLabel('Add a byline')).toBeFocused()
  const comments = page.getByRole('region', { name: 'Comments' })
  await press(page, page.locator('.panels summary').filter({ hasText: 'Comments' }))
  await typeInto(page, comments.getByLabel('Comment', { exact: true }), 'Is this right?')
  await press(page, comments.getByRole('button', { name: 'Comment', exact: true }))
  await tabTo(page, comments.getByRole('button', { name: 'Settle' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(comments.getByText('One settled thread')).toBeVisible()
  expect(await page.evaluate(() => document.activeElement?.closest('.panels') !== null)).toBe(true)
})
