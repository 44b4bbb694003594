import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { makePerson, password } from '#e2e/support/people/people.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { beginArticle, copiesOf, expectStatus, openText, revisionsOf, textOf } from '#e2e/support/writing.ts'
import { inTransaction } from '#lib/store/database/client.ts'

const nightMs = 8 * 3_600_000
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The lid is shut: nothing of the page runs any more, and no line is left. To wake is to find the night over, everywhere. */
async function sleep(page: Page, articleId: number): Promise<() => Promise<void>> {
  const context = page.context()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  await context.setOffline(true)
  await leaveAlone(articleId)
  return async () => {
    await page.clock.setSystemTime(Date.now() + nightMs)
    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await context.setOffline(false)
  }
}

/** What the server sees of a night: a lock that nobody tends. */
async function leaveAlone(articleId: number): Promise<void> {
  const then = new Date(Date.now() - nightMs)
  await inTransaction((open) =>
    open.articleLock.updateMany({ where: { articleId }, data: { since: then, seenAt: then } }),
  )
}

/** The clock of the device is the test's from the first page on. */
async function withClock(page: Page): Promise<void> {
  await page.clock.install({ time: Date.now() })
}

/** Typed as the lid goes down: the last key is not a second old. */
async function typeAndSleep(page: Page, words: string, articleId: number) {
  await page.keyboard.type(words, { delay: 10 })
  return sleep(page, articleId)
}

async function writeMeanwhile(context: BrowserContext, articleId: number, words: string): Promise<void> {
  const other = await context.newPage()
  await signIn(other, 'editor')
  await expect(async () => {
    // What the sleeper had sent before the line was gone may be heard after it, and holds the lock anew.
    await leaveAlone(articleId)
    await other.goto(`/admin/articles/${articleId}`)
    await expect(textOf(other)).toHaveAttribute('contenteditable', 'true', { timeout: 5_000 })
  }).toPass()
  await openText(other)
  await other.keyboard.press('Home')
  await other.keyboard.type(words)
  await other.keyboard.press('ControlOrMeta+s')
  await expect(other.getByText('Saved as a revision.')).toBeVisible()
  await context.close()
}

test('what was typed as the laptop fell asleep is saved when it wakes, and writing goes on', async ({ page }) => {
  await withClock(page)
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  const wake = await typeAndSleep(page, 'The last words of the evening.', id)
  await wake()
  await expectStatus(page, 'saved')
  await expect(textOf(page)).toContainText('The last words of the evening.')
  await page.keyboard.type(' The first of the morning.')
  await expect.poll(async () => (await copiesOf(id))[0]).toContain('evening. The first of the morning.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
})

test('what a colleague saved during the night is found when it wakes, and both texts are merged', async ({
  page,
  browser,
}) => {
  await withClock(page)
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  await page.keyboard.type('The river rose.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  await page.keyboard.press('End')
  const wake = await typeAndSleep(page, ' Mine, before I slept.', id)
  await writeMeanwhile(await browser.newContext(), id, 'Theirs. ')
  const before = (await revisionsOf(id)).length
  await wake()
  await button(page, 'Look at it').click()
  await expect(page.getByRole('dialog', { name: 'Two texts, one article' })).toBeVisible()
  for (const both of await page.getByRole('radio', { name: 'Both' }).all()) await both.check()
  await button(page, 'Use this text').click()
  await expect(textOf(page)).toContainText('Theirs. ')
  await expect(textOf(page)).toContainText('Mine, before I slept.')
  expect(await revisionsOf(id)).toHaveLength(before)
  await page.keyboard.press('ControlOrMeta+s')
  await expect.poll(async () => (await revisionsOf(id)).length).toBe(before + 1)
})

test('a session that ended during the night is opened again over the text', async ({ page }) => {
  await withClock(page)
  const person = await makePerson('editor')
  await page.goto('/admin/sign-in')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await button(page, 'Sign in').click()
  await expect(page).toHaveURL(/\/admin$/)
  const id = await beginArticle(page)
  const wake = await typeAndSleep(page, 'Typed before the session ended.', id)
  await inTransaction((open) => open.session.deleteMany({ where: { userId: person.id } }))
  await wake()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('Password').fill(password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toHaveCount(0)
  await expectStatus(page, 'saved')
  await expect(textOf(page)).toContainText('Typed before the session ended.')
  expect((await copiesOf(id))[0]).toContain('Typed before the session ended.')
})

test('a battery that died in its sleep takes the last second at most', async ({ page, context }) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  await context.setOffline(true)
  const typed: { readonly word: string; readonly at: number }[] = []
  for (let number = 1; number <= 50; number++) {
    await page.keyboard.type(`word${number} `, { delay: 10 })
    typed.push({ word: `word${number}`, at: Date.now() })
  }
  const asleepAt = Date.now()
  await sleep(page, id)
  const crashed = page.waitForEvent('crash')
  await Promise.all([crashed, page.goto('chrome://crash').catch(() => undefined)])
  await page.close()
  await context.setOffline(false)

  const next = await context.newPage()
  await next.goto(`/admin/articles/${id}`)
  await button(next, 'Take this text').click({ timeout: 30_000 })
  await openText(next)
  const found = new Set(((await textOf(next).textContent()) ?? '').split(/\s+/))
  expect(typed.filter(({ word, at }) => !found.has(word) && at < asleepAt - 1000)).toEqual([])
})
