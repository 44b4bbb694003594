import { expect, type Page, test } from '@playwright/test'
import { makePerson, password } from '#e2e/support/people/people.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { totp } from '#e2e/support/people/totp.ts'
import { beginArticle, copiesOf, expectStatus, openText, revisionsOf, textOf } from '#e2e/support/writing.ts'
import { database, inTransaction } from '#lib/store/database/client.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

// Within two seconds: save-loop.test.ts, by a clock that no busy machine slows.
test('what is typed is on the server by itself, and a revision at a key press', async ({ page }) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  await page.keyboard.type('The first sentence.')
  await expectStatus(page, 'saved')
  expect((await copiesOf(id))[0]).toContain('The first sentence.')
  expect(await revisionsOf(id)).toHaveLength(1)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  expect(await revisionsOf(id)).toHaveLength(2)
})

test('leaving makes a revision of what was typed', async ({ page }) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  await page.keyboard.type('Typed and left.')
  await expectStatus(page, 'saved')
  await page.goto('/admin')
  await expect.poll(async () => (await revisionsOf(id)).length).toBe(2)
  await page.goto(`/admin/articles/${id}`)
  await expect(textOf(page)).toContainText('Typed and left.')
})

test('without a network the text is kept, said so, and sent when it is back', async ({ page, context }) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  await context.setOffline(true)
  await page.keyboard.type('Written on the train.')
  await expectStatus(page, 'offline')
  await context.setOffline(false)
  await expectStatus(page, 'saved')
  expect((await copiesOf(id))[0]).toContain('Written on the train.')
})

test('a device without room says that nothing is kept while the line is cut, and the server gets it all', async ({
  page,
  context,
}) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: 1 })
  await context.setOffline(true)
  await page.keyboard.type('There is no room for these words.')
  await expectStatus(page, 'not-saved')
  await expect(page.getByText('this device has no room and the server can’t be reached')).toBeVisible()
  await context.setOffline(false)
  await expectStatus(page, 'saved')
  expect((await copiesOf(id))[0]).toContain('There is no room for these words.')
})

test('an expired session asks in place, and the text goes on', async ({ page, context }) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  const cookies = await context.cookies()
  await context.clearCookies()
  await page.keyboard.type('Typed while signed out.')
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog).toBeVisible()
  await context.addCookies(cookies)
  await dialog.getByRole('button', { name: 'Not now' }).click()
  await expectStatus(page, 'saved')
  await expect(textOf(page)).toContainText('Typed while signed out.')
  expect((await copiesOf(id))[0]).toContain('Typed while signed out.')
})

test('a session that ended is opened again over the text, with password and code', async ({ page, context }) => {
  const person = await makePerson('editor')
  await page.goto('/admin/sign-in?next=/admin/account/security')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.locator('#two-factor-password').fill(password)
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  const secret = (await page.locator('.secret').textContent()) ?? ''
  const [code = ''] = await page.locator('.codes li').allTextContents()
  await page.getByLabel('Code of 6 digits').fill(totp(secret))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByText('On. Sign-in asks for a code')).toBeVisible()

  const id = await beginArticle(page)
  await context.clearCookies()
  await page.keyboard.type('Typed while signed out.')
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('Password').fill('not this one at all')
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByLabel('Password').fill(password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await dialog.getByLabel('Code of 6 digits').fill('000000')
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog.getByRole('alert')).toContainText('This code is not right')
  await dialog.getByLabel('Code of 6 digits').fill(code)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expectStatus(page, 'saved')
  await expect(dialog).toHaveCount(0)
  await expect(textOf(page)).toContainText('Typed while signed out.')
  expect((await copiesOf(id))[0]).toContain('Typed while signed out.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
})

test('a second editor sees who is there, takes over, and both texts are kept', async ({ page, browser }) => {
  const first = await signIn(page, 'editor')
  const id = await beginArticle(page)
  await page.keyboard.type('Words of the first.')
  await expectStatus(page, 'saved')
  const other = await (await browser.newContext()).newPage()
  const second = await signIn(other, 'editor')
  await other.goto(`/admin/articles/${id}`)
  await expect(other.getByText(`${first.name} began writing here just now.`)).toBeVisible()
  await expect(textOf(other)).toHaveAttribute('contenteditable', 'false')
  await button(other, 'Take over').click()
  await expect(page.getByText(`${second.name} took over just now`)).toBeVisible()
  await expect(textOf(page)).toHaveAttribute('contenteditable', 'false')
  await expect(textOf(page)).toContainText('Words of the first.')
  await expect(other.getByText(`Text of ${first.name}`)).toBeVisible()
  await openText(other)
  await other.keyboard.type('Words of the second.')
  await button(other, 'Merge with the text below').click()
  await expect(other.getByRole('dialog')).toContainText('Two texts, one article')
  for (const both of await other.getByRole('radio', { name: 'Both' }).all()) await both.check()
  await button(other, 'Use this text').click()
  await expect(textOf(other)).toContainText('Words of the first.')
  await expect(textOf(other)).toContainText('Words of the second.')
})

test('who is there for how long is right on a device whose clock is three hours off', async ({ page, browser }) => {
  const first = await signIn(page, 'editor')
  const id = await beginArticle(page)
  await page.keyboard.type('Begun a while ago.')
  await expectStatus(page, 'saved')
  const since = new Date(Date.now() - 7 * 60_000 - 5_000)
  await inTransaction((open) => open.articleLock.update({ where: { articleId: id }, data: { since } }))
  for (const hours of [-3, 3]) {
    const other = await (await browser.newContext()).newPage()
    await other.clock.setFixedTime(Date.now() + hours * 3_600_000)
    await signIn(other, 'editor')
    await other.goto(`/admin/articles/${id}`)
    // A busy machine may need a minute until it looks.
    const began = new RegExp(`${first.name} began writing here [789] minutes ago\\.`)
    await expect(other.getByText(began)).toBeVisible()
    await other.close()
  }
})

test('a stale text is merged, and the same words changed by both are asked', async ({ page, browser }) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  await page.keyboard.type('The river rose in the night.')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'editor')
  await page.context().setOffline(true)
  await page.keyboard.press('Home')
  await page.keyboard.type('Mine: ')
  await other.goto(`/admin/articles/${id}`)
  await button(other, 'Take over').click()
  await openText(other)
  await other.keyboard.press('Home')
  await other.keyboard.type('Theirs: ')
  await expectStatus(other, 'saved')
  await other.keyboard.press('ControlOrMeta+s')
  await expect(other.getByText('Saved as a revision.')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('took over just now')).toBeVisible()
  await button(page, 'Take over').click()
  await button(page, 'Look at it').click()
  const dialog = page.getByRole('dialog', { name: 'Two texts, one article' })
  await button(page, 'Use this text').click()
  await expect(dialog.getByText('Every place needs a decision.')).toBeVisible()
  await dialog.getByRole('radio', { name: 'Both' }).check()
  await expect(dialog.getByRole('region', { name: /What comes in/ })).toContainText('Theirs: ')
  await button(page, 'Use this text').click()
  await expect(textOf(page)).toContainText('Mine: ')
  await expect(textOf(page)).toContainText('Theirs: ')
})

test('of two tabs of one person, the second reads until it takes over', async ({ page, context }) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  await page.keyboard.type('In the first tab.')
  await expectStatus(page, 'saved')
  const second = await context.newPage()
  await second.goto(`/admin/articles/${id}`)
  await expect(second.getByText('You are writing here in another tab.')).toBeVisible()
  await button(second, 'Take over').click()
  await expect(page.getByText('You are writing here in another tab.')).toBeVisible()
  await expect(second.getByText('Your text from another tab or device')).toBeVisible()
  await button(second, 'Take this text').click()
  await expect(textOf(second)).toContainText('In the first tab.')
})

test('a text that is put away can be brought back', async ({ page, context }) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  await page.keyboard.type('Put away.')
  await expectStatus(page, 'saved')
  const second = await context.newPage()
  await second.goto(`/admin/articles/${id}`)
  await button(second, 'Take over').click()
  await button(second, 'Put away').click()
  await expect(second.getByText('Your text from another tab or device')).toBeHidden()
  await button(second, 'Bring back').click()
  await expect(second.getByText('Your text from another tab or device')).toBeVisible()
})

/** What lies on this device, as whoever finds the device would read it. */
function draftsIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const open = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('masthead-drafts')
      request.onsuccess = () => resolve(request.result)
    })
    const entries = await new Promise<{ sealed: ArrayBuffer }[]>((resolve) => {
      const request = open.transaction('entries').objectStore('entries').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    open.close()
    return entries.map(({ sealed }) => new TextDecoder('latin1').decode(sealed))
  })
}

test('drafts on the device can’t be read without the session; signing out asks about them, and keeps them for their writer alone', async ({
  page,
  context,
}) => {
  const { id: userId, name } = await signIn(page, 'editor')
  const cookies = await context.cookies()
  const { id: sessionId, ...session } = await database().session.findFirstOrThrow({ where: { userId } })
  const desk = await context.newPage()
  await desk.goto('/admin')
  const headline = `Kept by ${name}`
  const id = await beginArticle(page, headline)
  await context.setOffline(true)
  await page.keyboard.type('A name that nobody may find')
  await expectStatus(page, 'offline')
  await page.close()
  await context.setOffline(false)
  const kept = await draftsIn(desk)
  expect(kept.length).toBeGreaterThan(0)
  for (const text of kept) expect(text).not.toContain('nobody may find')

  const signOut = async () => {
    await desk.locator('summary').filter({ hasText: 'Test editor' }).click()
    await button(desk, 'Sign out').click()
  }
  await signOut()
  await expect(desk.getByText('Articles with such words: 1.')).toBeVisible()
  await expect(desk.getByRole('dialog').getByRole('link', { name: headline })).toBeVisible()
  await button(desk, 'Sign out and keep them').click()
  await expect(desk).toHaveURL(/\/admin\/sign-in/)
  expect(await draftsIn(desk)).toEqual(kept)

  // A colleague in the same browser is neither asked about them nor takes them along.
  await signIn(desk, 'editor')
  await desk.goto('/admin')
  await signOut()
  await expect(desk).toHaveURL(/\/admin\/sign-in/)
  expect(await draftsIn(desk)).toEqual(kept)

  await inTransaction((open) => open.session.create({ data: { ...session, id: `${sessionId}-again` } }))
  await context.addCookies(cookies)
  await desk.goto(`/admin/articles/${id}`)
  await expect(desk.getByText('Unsent text from this device')).toBeVisible()
  await button(desk, 'Take this text').click()
  await expect(textOf(desk)).toContainText('A name that nobody may find')
  await expect.poll(() => draftsIn(desk)).toEqual([])
})
