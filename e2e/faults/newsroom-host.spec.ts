import { request as ask } from 'node:http'
import { expect, test } from '@playwright/test'
import { closeDatabase } from '#lib/store/database/client.ts'
import { addDevice } from '../support/hands/device.ts'
import { makeArticle } from '../support/newsroom-articles.ts'
import { startServer, stopServer } from '../support/own-server.ts'
import { makePerson, password } from '../support/people/people.ts'

const port = Number(process.env.E2E_PORT)
const site = `http://localhost:${port}`
const newsroom = `http://admin.localhost:${port}`

test.setTimeout(300_000)
test.beforeAll(() => startServer({ ADMIN_URL: newsroom }))
test.afterAll(async () => {
  await closeDatabase()
  await stopServer()
})

type Answer = { readonly status: number; readonly headers: Record<string, unknown>; readonly text: string }

/** Asks this machine in the name of any host. */
function at(host: string, path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const call = ask({ port, host: '127.0.0.1', path, method, headers: { host, ...headers } }, (answer) => {
    let text = ''
    answer.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
  })
  call.on('error', reject).end()
  return promise
}

test('whoever signs in at the newsroom’s host writes there, and readers see it at theirs, which knows no newsroom', async ({
  page,
}) => {
  const person = await makePerson('administrator')
  const { id, path, headline } = await makeArticle()
  await page.goto(`${newsroom}/`)
  await expect(page).toHaveURL(`${newsroom}/admin/sign-in?next=%2Fadmin`)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(`${newsroom}/admin`)

  await page.goto(`${newsroom}/admin/articles/${id}`)
  await page.getByLabel('Headline').fill(`${headline} again`)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByText('Saved as a revision.')).toBeVisible()
  const panel = page.locator('.publishing')
  await panel.getByRole('button', { name: 'Publish now' }).click()
  await expect(panel.getByText('Readers see it since')).toBeVisible()
  await page.goto(`${newsroom}/preview/article/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: `${headline} again` })).toBeVisible()
  await page.goto(`${newsroom}/admin/articles/${id}`)
  await panel.getByRole('link', { name: 'See it as readers do' }).click()
  await expect(page).toHaveURL(site + path)
  await expect(page.getByRole('heading', { level: 1, name: `${headline} again` })).toBeVisible()

  const cookies = await page.context().cookies()
  expect(cookies.map(({ domain }) => domain)).toEqual(cookies.map(() => 'admin.localhost'))
  expect(cookies.some(({ name }) => name === 'masthead.session_token')).toBe(true)
  expect(await page.context().cookies(site)).toEqual([])
  for (const gone of ['/admin', `/admin/articles/${id}`, `/preview/article/${id}`]) {
    const answer = await page.goto(site + gone)
    expect(answer?.status(), gone).toBe(404)
  }
})

test('a passkey of the newsroom’s host signs in there', async ({ page }) => {
  const person = await makePerson('editor')
  await page.goto(`${newsroom}/admin/sign-in?next=/admin/account/security`)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await addDevice(await page.context().newCDPSession(page))
  await page.getByLabel('Name of the passkey').fill('Desk computer')
  await page.getByRole('button', { name: 'Add a passkey of this device' }).click()
  await expect(page.getByRole('heading', { name: 'Desk computer' })).toBeVisible()
  await page.context().clearCookies()
  await page.goto(`${newsroom}/admin/sign-in?next=/admin/account`)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL(`${newsroom}/admin/account`)
})

test('at every other host an address of the newsroom is one without content, whatever a client says', async () => {
  const host = `localhost:${port}`
  const plain = await at(host, '/failure/nothing')
  expect(plain.status).toBe(404)
  const forged = { 'x-forwarded-host': `admin.localhost:${port}` }
  for (const path of [
    '/admin',
    '/admin/sign-in',
    '/api/auth/get-session',
    '/admin/uploads',
    '/_next/data/x/admin.json',
  ]) {
    for (const name of [host, `127.0.0.1:${port}`, 'admin.localhost', `admin.localhost.:${port}`]) {
      const answer = await at(name, path, 'GET', forged)
      expect([answer.status, answer.text], `${name} ${path}`).toEqual([404, plain.text])
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
    expect((await at(host, path, 'POST', forged)).status, path).toBe(405)
  }
})

test('the newsroom’s host has nothing for readers, and search engines keep nothing of it', async () => {
  const host = `admin.localhost:${port}`
  // Stored at the other host first: what is kept is not sent here either.
  for (const path of [
    '/latest',
    '/latest.rss',
    '/a/1',
    '/api/v1/openapi.json',
    '/websub',
    `/preview/${'a'.repeat(43)}`,
  ]) {
    await at(`localhost:${port}`, path)
    const answer = await at(host, path)
    expect([answer.status, answer.text, answer.headers['x-robots-tag']], path).toEqual([
      ...[404, 'There is nothing at this address.\n', 'noindex, nofollow'],
    ])
  }
  const home = await at(host, '/')
  expect([home.status, home.headers.location]).toEqual([301, '/admin'])
  expect((await at(host, '/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n')
  const signIn = await at(host, '/admin/sign-in')
  expect([signIn.status, signIn.headers['x-robots-tag']]).toEqual([200, 'noindex, nofollow'])
  const [sheet] = /\/_next\/static\/[^"]+\.css/.exec(signIn.text) ?? []
  const file = await at(host, sheet ?? '')
  expect([file.status, file.headers['x-robots-tag']]).toEqual([200, 'noindex, nofollow'])
})

test('a server action that a reader page would send is refused at the newsroom’s host', async () => {
  const host = `admin.localhost:${port}`
  const headers = { origin: site, 'x-forwarded-host': `localhost:${port}`, 'next-action': '0'.repeat(42) }
  expect((await at(host, '/admin/sign-in', 'POST', headers)).status).toBe(500)
})
