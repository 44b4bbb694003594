import { expect, test } from '@playwright/test'
import { addressOf, demoArticle } from '#e2e/support/demo/demo.ts'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { beginArticle, demoArticleId, textOf } from '#e2e/support/writing.ts'
import { createNotices } from '#lib/store/articles/desk/notices.ts'
import { database } from '#lib/store/database/client.ts'

const secret = 'Is this number confirmed?'

test('a comment on marked words finds them after edits, mentions, and is settled', async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage()
  const colleague = await signIn(other, 'editor')
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  await page.keyboard.type('Ninety people came to the lake.')
  await page.keyboard.press('Home')
  for (let step = 0; step < 'Ninety'.length; step++) await page.keyboard.press('Shift+ArrowRight')
  await page.getByRole('heading', { name: 'Comments' }).click()
  await expect(page.getByText('On: “Ninety”')).toBeVisible()
  await page.getByLabel('Comment', { exact: true }).fill(`@${colleague.name} ${secret}`)
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.getByText('The comment is written.')).toBeVisible()
  await textOf(page).click()
  await page.keyboard.press('Home')
  await page.keyboard.type('About: ')
  await expect(page.getByText('On: “Ninety”')).toBeVisible()
  const notices = await database().notice.findMany({ where: { userId: colleague.id } })
  expect(notices.map(({ kind, articleId }) => [kind, articleId])).toEqual([['mention', id]])
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  const reply = page.getByLabel(/^Reply to /)
  await reply.fill('Counted twice')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Send the reply' }).click()
  await expect(page.getByText('Your words are still in the field')).toBeVisible()
  await page.getByRole('button', { name: 'Settle' }).click()
  await expect(page.getByText('it is not certain that this was done')).toBeVisible()
  await page.context().setOffline(false)
  await expect(reply).toHaveValue('Counted twice')
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.getByRole('button', { name: 'Settle' }).click()
  await expect(page.getByText('One settled thread')).toBeVisible()
})

test('a notice is read when the article is looked at, and not by a tab behind others', async ({ page, context }) => {
  const { id: userId } = await signIn(page, 'editor')
  const { id: articleId } = await makeArticle()
  await createNotices({ kind: 'mention', userIds: [userId], articleId, detail: {}, now: new Date() })
  const unread = () => database().notice.count({ where: { userId, readAt: null } })
  const behind = await context.newPage()
  await behind.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => Reflect.get(window, 'seen') ?? 'hidden' })
  })
  await behind.goto(`/admin/articles/${articleId}`)
  await expect(textOf(behind)).toHaveAttribute('contenteditable', 'true')
  expect(await unread()).toBe(1)
  await behind.evaluate(() => {
    Reflect.set(window, 'seen', 'visible')
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(unread).toBe(0)
})

test('no comment is in any byte that a reader gets', async ({ page, request }) => {
  await signIn(page, 'chief_editor')
  await page.goto(`/admin/articles/${await demoArticleId()}`)
  const field = page.getByLabel('Comment', { exact: true })
  // The panel stands open where a thread of an earlier run is open.
  if (!(await field.isVisible())) await page.getByRole('heading', { name: 'Comments' }).click()
  await field.fill(secret)
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.getByText('The comment is written.')).toBeVisible()
  const article = demoArticle('en')
  for (const path of ['/', addressOf(article), `/${article.blog}`, '/latest', '/search?q=number+confirmed']) {
    const answer = await request.get(path, { headers: { Cookie: '' } })
    expect(await answer.text(), path).not.toContain('number confirmed?')
  }
})
