import { expect, type Page, test } from '@playwright/test'
import { closeDatabase, database, inTransaction } from '#lib/store/database/client.ts'
import { startServer, stopServer } from '../support/own-server.ts'
import { signIn } from '../support/people/sign-in.ts'
import { makeTopic } from '../support/references.ts'

test.setTimeout(300_000)
test.beforeAll(() => startServer())
test.afterAll(async () => {
  await closeDatabase()
  await stopServer()
})

/** Every question about these rows fails while `work` is under way, as in an outage, and at once. */
async function without(table: 'Topic' | 'Session', work: () => Promise<void>): Promise<void> {
  await inTransaction((open) => open.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "Away"`))
  await work().finally(() => database().$executeRawUnsafe(`ALTER TABLE "Away" RENAME TO "${table}"`))
}

/** What pages do that follow work on the server, such as an import. */
const refresh = (page: Page) =>
  // Nothing can be made anew before the page's script runs.
  expect(() =>
    page.evaluate(() => (window as unknown as { next: { router: { refresh: () => void } } }).next.router.refresh()),
  ).toPass()

test('a part of the newsroom that fails says so in its frame, and is tried again', async ({ page }) => {
  await signIn(page, 'chief_editor')
  const { name } = await makeTopic()
  await page.goto('/admin/topics')
  await expect(page.getByText(name)).toBeVisible()
  await without('Topic', async () => {
    await refresh(page)
    await expect(page.getByRole('heading', { level: 1, name: 'This did not work' })).toBeFocused()
    await expect(page.getByRole('navigation', { name: 'Newsroom' })).toBeVisible()
    await expect(page.getByText('What you saved before is safe')).toBeVisible()
  })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Topics' })).toBeVisible()
  await expect(page.getByText(name)).toBeVisible()
})

test('a whole page that fails is answered in the browser’s language, also without script', async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, locale: 'ru' })
    const page = await context.newPage()
    await signIn(page, 'chief_editor')
    await without('Session', async () => {
      const answer = await page.goto('/admin/topics')
      expect(answer?.status()).toBe(500)
      await expect(page.getByRole('heading', { level: 1, name: 'Не получилось' })).toBeVisible()
    })
    await page.getByRole('link', { name: 'Попробовать ещё раз' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Topics' })).toBeVisible()
    await context.close()
  }
})

test('a form that gets no answer keeps every word, and says that it is not certain', async ({ page }) => {
  await signIn(page, 'chief_editor')
  const { id, name } = await makeTopic()
  await page.goto(`/admin/topics/${id}`)
  const field = page.getByLabel('Name', { exact: true })
  await expect(field).toHaveValue(name)
  await field.fill(`${name} rivers`)
  const save = page.getByRole('button', { name: 'Save', exact: true })
  const said = page.getByText('No answer came, so it is not certain that this was done.')
  await without('Topic', async () => {
    await save.click()
    await expect(said).toBeVisible()
    await expect(field).toHaveValue(`${name} rivers`)
  })
  await page.context().setOffline(true)
  await save.click()
  await expect(said).toBeVisible()
  await expect(field).toHaveValue(`${name} rivers`)
  await page.context().setOffline(false)
  await save.click()
  await expect(page.getByText('Readers see it now')).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue(`${name} rivers`)
})
