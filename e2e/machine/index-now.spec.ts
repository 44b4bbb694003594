import { createServer } from 'node:http'
import { expect, test } from '@playwright/test'
import { publish } from '#lib/domain/workflow/workflow.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { changeDeliverySettings, findDeliverySettings } from '#lib/store/delivery/delivery-settings.ts'
import { openSiteDatabase } from '../support/database.ts'
import { makeArticle } from '../support/newsroom-articles.ts'

type Told = { readonly host: string; readonly key: string; readonly keyLocation: string; readonly urlList: string[] }

const told: Told[] = []
/** Plays the search engine where the site under test expects it (INDEX_NOW_URL in playwright.config.ts). */
const engine = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  told.push(JSON.parse(body))
  response.writeHead(202).end()
})

test.beforeAll(async ({ baseURL }) => {
  openSiteDatabase()
  const port = Number(new URL(baseURL ?? '').port) + 1
  await new Promise<void>((listening) => engine.listen(port, '127.0.0.1', listening))
})

test.afterAll(async () => {
  await setIndexNow(false)
  engine.closeAllConnections()
  engine.close()
})

async function setIndexNow(usesIndexNow: boolean): Promise<void> {
  const { hubs } = await findDeliverySettings()
  await changeDeliverySettings({ hubs, usesIndexNow, by: 'test', now: new Date() })
}

test('a search engine is told of an article, and finds the key that it was told under', async ({
  request,
  baseURL,
}) => {
  const article = await makeArticle()
  await setIndexNow(true)
  const now = new Date()
  const change = { id: article.id, version: 1, by: { name: 'test' }, action: 'publish', now }
  expect((await changeArticle(change, (draft) => publish(draft, now))).ok).toBe(true)
  const address = new URL(article.path, baseURL).href
  await expect.poll(() => told.find(({ urlList }) => urlList.includes(address)), { timeout: 20_000 }).toBeTruthy()
  const { key = '', keyLocation = '', host } = told.find(({ urlList }) => urlList.includes(address)) ?? {}
  expect(host).toBe(new URL(address).host)

  const file = await request.get(keyLocation)
  expect(file.status()).toBe(200)
  expect(file.headers()['content-type']).toContain('text/plain')
  expect(await file.text()).toBe(key)
  expect(new URL(keyLocation).pathname).toBe(`/${key}.txt`)
  expect((await request.get(`/${'0'.repeat(32)}.txt`)).status()).toBe(404)

  await setIndexNow(false)
  expect((await request.get(keyLocation)).status()).toBe(404)
})
