import { expect, type Page, test } from '@playwright/test'
import { killServer, startServer, stopServer } from '../support/own-server.ts'
import { signIn } from '../support/people/sign-in.ts'
import { beginArticle, copiesOf, openText, textOf } from '../support/writing.ts'

test.setTimeout(300_000)

test.beforeAll(() => startServer())
test.afterAll(stopServer)

type Typed = { readonly word: string; readonly at: number }

/** Types numbered words, as fast as a fast typist, for so long. */
async function typeFor(page: Page, ms: number, typed: Typed[]): Promise<void> {
  const end = Date.now() + ms
  while (Date.now() < end) {
    const word = `word${typed.length + 1}`
    await page.keyboard.type(`${word} `, { delay: 15 })
    typed.push({ word, at: Date.now() })
  }
}

test('a minute of typing through kill -9, a cut network and a crashed tab loses a second at most', async ({
  page,
  context,
}) => {
  await signIn(page, 'editor')
  const id = await beginArticle(page)
  const typed: Typed[] = []

  await typeFor(page, 12_000, typed)
  killServer()
  await typeFor(page, 8_000, typed)
  const restarted = startServer()
  await typeFor(page, 8_000, typed)
  await restarted
  await typeFor(page, 8_000, typed)
  await context.setOffline(true)
  await typeFor(page, 8_000, typed)
  await context.setOffline(false)
  await typeFor(page, 6_000, typed)
  await context.setOffline(true)
  await typeFor(page, 6_000, typed)

  const crashedAt = Date.now()
  const crashed = page.waitForEvent('crash')
  await Promise.all([crashed, page.goto('chrome://crash').catch(() => undefined)])
  await page.close()
  await context.setOffline(false)
  const acknowledged = (await copiesOf(id)).join('\n')

  const next = await context.newPage()
  await next.goto(`/admin/articles/${id}`)
  await next.getByRole('button', { name: 'Take this text' }).click({ timeout: 30_000 })
  await openText(next)
  const found = new Set(((await textOf(next).textContent()) ?? '').split(/\s+/))
  const [, ...inAcknowledged] = acknowledged.match(/word\d+/g) ?? []
  expect(inAcknowledged.length).toBeGreaterThan(50)
  expect(inAcknowledged.filter((word) => !found.has(word) && /^word\d+$/.test(word))).toEqual([])
  const lost = typed.filter(({ word, at }) => !found.has(word) && at < crashedAt - 1000)
  expect(lost).toEqual([])
  expect(typed.length).toBeGreaterThan(200)

  await next.keyboard.press('ControlOrMeta+s')
  await expect(next.getByText('Saved as a revision.')).toBeVisible({ timeout: 15_000 })
  await next.reload()
  await expect(textOf(next)).toContainText(typed[0]?.word ?? '')
})
