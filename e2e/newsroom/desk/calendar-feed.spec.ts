import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import ICAL from 'ical.js'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { schedule, unschedule } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { database } from '#lib/store/database/client.ts'

const dayMs = 24 * 3_600_000
const thisMinute = Math.floor(Date.now() / 60_000) * 60_000
const inDays = (days: number) => new Date(thisMinute + days * dayMs)
const panel = (page: Page) => page.getByRole('region', { name: 'In your own calendar program' })

/** As a program subscribes: without a cookie of the newsroom. */
async function readCalendar(request: APIRequestContext, address: string) {
  const answer = await request.get(address)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect(answer.headers()['cache-control']).toBe('private, no-store')
  expect(answer.headers()['x-robots-tag']).toContain('noindex')
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()))
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  return {
    name: String(calendar.getFirstPropertyValue('x-wr-calname')),
    eventOf: (headline: string) => events.find(({ summary }) => summary.includes(headline)) ?? null,
  }
}

async function subscribe(page: Page, path = '/admin/calendar'): Promise<string> {
  await page.goto(path)
  await panel(page)
    .getByRole('button', { name: /^Make an address/ })
    .click()
  await expect(panel(page).getByText('The address is made. Copy it now')).toBeVisible()
  return new URL((await panel(page).locator('#feed code.secret').textContent()) ?? '').pathname
}

async function schedulesAt(id: number, version: number, at: Date | null) {
  const now = new Date()
  const change = { id, version, by: { name: 'test' }, action: 'schedule', now }
  const changed = await changeArticle(change, (article) => (at ? schedule(article, at, now) : unschedule(article)))
  expect(changed.ok).toBe(true)
}

test('a program that subscribes sees an article scheduled, moved, gone', async ({ page, playwright, baseURL }) => {
  const { id: userId } = await signIn(page, 'editor')
  const program = await playwright.request.newContext({ baseURL })
  const address = await subscribe(page)
  const { id, headline } = await makeArticle()
  const calendar = await readCalendar(program, address)
  expect(calendar.name).toContain('English')
  expect(calendar.eventOf(headline)).toBeNull()

  await schedulesAt(id, 1, inDays(3))
  const planned = (await readCalendar(program, address)).eventOf(headline)
  expect(planned?.summary).toBe(`Goes out: ${headline}`)
  expect(planned?.startDate.toJSDate()).toEqual(inDays(3))
  expect(String(planned?.component.getFirstPropertyValue('url'))).toMatch(new RegExp(`/admin/articles/${id}$`))

  await schedulesAt(id, 2, inDays(5))
  const moved = (await readCalendar(program, address)).eventOf(headline)
  expect(moved?.uid).toBe(planned?.uid)
  expect(moved?.startDate.toJSDate()).toEqual(inDays(5))
  expect(moved?.sequence).toBeGreaterThan(planned?.sequence ?? Number.POSITIVE_INFINITY)

  await schedulesAt(id, 3, null)
  expect((await readCalendar(program, address)).eventOf(headline)).toBeNull()

  await page.reload()
  await expect(panel(page).getByText(/Last asked for/)).toBeVisible()
  const stored = await database().calendarFeed.findFirstOrThrow({ where: { userId } })
  expect(JSON.stringify(stored)).not.toContain(address.slice('/api/calendar/'.length, -'.ics'.length))
})

test('another address ends the one before, and an ended one opens nothing', async ({ page, playwright, baseURL }) => {
  await signIn(page, 'reporter')
  const program = await playwright.request.newContext({ baseURL })
  const first = await subscribe(page)
  await panel(page).getByText('Another address, or none').click()
  await panel(page)
    .getByRole('button', { name: /^Make another address/ })
    .click()
  await expect(panel(page).getByText('The new address is made')).toBeVisible()
  const second = new URL((await panel(page).locator('li code.secret').textContent()) ?? '').pathname
  expect(second).not.toBe(first)
  expect((await program.get(first)).status()).toBe(404)
  await readCalendar(program, second)
  await panel(page)
    .getByRole('button', { name: /^End the address/ })
    .click()
  await expect(panel(page).getByText(/^Ended /)).toBeVisible()
  const over = await program.get(second)
  expect(over.status()).toBe(410)
  expect(over.headers()['cache-control']).toBe('private, no-store')
})

test('of one blog it holds that blog alone', async ({ page, playwright, baseURL }) => {
  await signIn(page, 'editor')
  const { id, headline } = await makeArticle()
  await schedulesAt(id, 1, inDays(2))
  const { blog, editionId } = await database().article.findUniqueOrThrow({ where: { id }, include: { blog: true } })
  const other = await database().blog.findFirstOrThrow({ where: { editionId, id: { not: blog.id } } })
  const program = await playwright.request.newContext({ baseURL })

  await page.goto('/admin/calendar')
  await page.getByLabel('Blog', { exact: true }).selectOption({ label: blog.name })
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`blog=${blog.id}\\b`))
  const own = await readCalendar(program, await subscribe(page, page.url()))
  expect(own.name).toContain(blog.name)
  expect(own.eventOf(headline)).not.toBeNull()
  const elsewhere = await readCalendar(program, await subscribe(page, `/admin/calendar?blog=${other.id}`))
  expect(elsewhere.eventOf(headline)).toBeNull()
})

test('it is shut with the account, and without the role', async ({ page, playwright, baseURL }) => {
  const me = await signIn(page, 'editor')
  const program = await playwright.request.newContext({ baseURL })
  const address = await subscribe(page)
  await readCalendar(program, address)
  const grant = await database().grant.findFirstOrThrow({ where: { userId: me.id } })
  await database().grant.delete({ where: { id: grant.id } })
  expect((await program.get(address)).status()).toBe(404)
  await database().grant.create({ data: grant })
  await readCalendar(program, address)
  await database().user.update({ where: { id: me.id }, data: { disabledAt: new Date() } })
  expect((await program.get(address)).status()).toBe(404)
})
