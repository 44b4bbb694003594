import { createHash, randomBytes } from 'node:crypto'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { ninjsProblems } from '#lib/feeds/testing/ninjs-rules.ts'
import { ninjsPath, oembedPath } from '#lib/site/feeds/feed-urls.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { createApiKey } from '#lib/store/keys/api-keys.ts'
import { openSiteDatabase } from '../support/database.ts'
import { addressOf, demoArticle, demoArticles } from '../support/demo/demo.ts'
import { readFacts, thingOf } from '../support/demo/page-facts.ts'

type Page = {
  readonly items: readonly { readonly uri: string; readonly language: string }[]
  readonly next: string | null
}

/** Calls of one test come from an address of its own, or tests would use up each other's. */
function caller(): Record<string, string> {
  const [a, b] = randomBytes(2)
  return { 'X-Forwarded-For': `203.0.${a}.${b}` }
}

test('the description is OpenAPI 3.1, and every path of it answers', async ({ request }) => {
  const headers = caller()
  const description = await (await request.get('/api/v1/openapi.json', { headers })).json()
  expect(await new Validator().validate(structuredClone(description))).toEqual({ valid: true })
  for (const path of Object.keys(description.paths).filter((one) => !one.includes('{')))
    expect((await request.get(`/api/v1${path}`, { headers })).status(), path).toBe(200)
})

test('articles are ninjs, page by page, each once, none that is hidden', async ({ request }) => {
  const headers = caller()
  const seen: string[] = []
  let next: string | null = '/api/v1/articles?edition=fa&limit=3'
  while (next) {
    const answer = await request.get(pathOf(next), { headers })
    const page: Page = await answer.json()
    expect(page.items.flatMap(ninjsProblems)).toEqual([])
    seen.push(...page.items.map((item) => item.uri))
    if (page.next) expect(answer.headers().link).toContain('rel="next"')
    next = page.next
  }
  expect(seen.length).toBeGreaterThan(3)
  expect(new Set(seen).size).toBe(seen.length)
  const all = await (await request.get('/api/v1/articles?limit=50', { headers })).text()
  for (const article of demoArticles.filter((one) => one.state || one.embargoUntil || one.withdrawn))
    expect(all).not.toContain(article.slug)
})

test('topics are beside their edition and in a list of their own, under the same ETag as long as nothing changed', async ({
  request,
}) => {
  const headers = caller()
  // Other tests make topics meanwhile.
  await expect(async () => {
    const { items } = await (await request.get('/api/v1/editions', { headers })).json()
    for (const { key, topics, moreTopics } of items) {
      const answer = await request.get(`/api/v1/topics?edition=${key}`, { headers })
      expect(await answer.json()).toEqual({ items: topics, next: moreTopics })
      const [last] = topics.slice(-1)
      expect(new URL(last.url).pathname).toContain(`/topic/${last.slug}`)
      const known = { ...headers, 'If-None-Match': answer.headers().etag ?? '' }
      expect((await request.get(`/api/v1/topics?edition=${key}`, { headers: known })).status()).toBe(304)
    }
  }).toPass({ timeout: 20_000 })
  expect((await request.get('/api/v1/topics?edition=xx', { headers })).status()).toBe(404)
  expect((await request.get('/api/v1/topics?after=x', { headers })).status()).toBe(400)
})

test('a wrong question is told what is wrong', async ({ request }) => {
  const headers = caller()
  const statuses = {
    '/api/v1/articles?limit=51': 400,
    '/api/v1/articles?colour=red': 400,
    '/api/v1/articles?before=yesterday': 400,
    '/api/v1/articles?blog=no-such-blog': 404,
    '/api/v1/articles/999999999': 404,
    '/api/v1/articles/x': 404,
    '/api/v1/nothing': 404,
    '/api/v1/articles/1/x': 404,
  }
  for (const [path, status] of Object.entries(statuses)) {
    const answer = await request.get(path, { headers })
    expect(answer.status(), path).toBe(status)
    expect(answer.headers()['content-type'], path).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ status })
  }
})

test('asked again it answers 304, and pages of other sites may ask', async ({ request }) => {
  const headers = caller()
  // Other tests make topics meanwhile, which are part of it.
  await expect(async () => {
    const answer = await request.get('/api/v1/editions', { headers })
    expect(answer.headers()['access-control-allow-origin']).toBe('*')
    const again = await request.get('/api/v1/editions', {
      headers: { ...headers, 'If-None-Match': answer.headers().etag ?? '' },
    })
    expect(again.status()).toBe(304)
  }).toPass({ timeout: 20_000 })
  const asked = await request.fetch('/api/v1/articles', { method: 'OPTIONS', headers })
  expect(asked.headers()['access-control-allow-headers']).toContain('Authorization')
})

test('what can only be read says so, wherever programs ask', async ({ request }) => {
  const headers = caller()
  for (const [path, methods] of [
    ['/api/v1/articles', 'GET, HEAD, OPTIONS'],
    ['/api/v1/nothing/here', 'GET, HEAD, OPTIONS'],
    ['/latest.rss', 'GET, HEAD'],
    ['/sitemap.xml', 'GET, HEAD'],
    ['/oembed', 'GET, HEAD'],
  ] as const) {
    const refused = await request.delete(path, { headers })
    expect([refused.status(), refused.headers().allow], path).toEqual([405, methods])
  }
  const hub = await request.get('/websub')
  expect([hub.status(), hub.headers().allow]).toEqual([405, 'OPTIONS, POST'])
})

test('a key reads its place and no other, and a wrong one nothing', async ({ request }) => {
  const headers = { ...caller(), Authorization: `Bearer ${await makeKey()}` }
  const own: Page = await (await request.get('/api/v1/articles', { headers })).json()
  expect(new Set(own.items.map((item) => item.language))).toEqual(new Set(['ky']))
  expect((await request.get('/api/v1/articles?edition=ru', { headers })).status()).toBe(403)
  const foreign = await articleId(request, addressOf(demoArticle('ru')))
  expect((await request.get(`/api/v1/articles/${foreign}`, { headers })).status()).toBe(404)
  const wrong = { ...headers, Authorization: `Bearer mh_${'A'.repeat(43)}` }
  expect((await request.get('/api/v1/articles', { headers: wrong })).status()).toBe(401)
})

test('who asks too often waits', async ({ request }) => {
  const headers = caller()
  const first = await request.get('/api/v1/articles/x', { headers })
  const limit = Number(first.headers()['ratelimit-limit'])
  expect(first.headers()['ratelimit-remaining']).toBe(String(limit - 1))
  await Promise.all(Array.from({ length: limit - 1 }, () => request.get('/api/v1/articles/x', { headers })))
  const refused = await request.get('/api/v1/articles/x', { headers })
  expect(refused.status()).toBe(429)
  expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0)
})

test('an article as ninjs agrees with its page, and one that is gone is canceled', async ({ request }) => {
  const path = addressOf(demoArticle('ky'))
  const news = thingOf(readFacts(await (await request.get(path)).text()), 'NewsArticle')
  const ninjs = await (await request.get(ninjsPath(await articleId(request, path)))).json()
  expect(ninjsProblems(ninjs)).toEqual([])
  expect([ninjs.title, ninjs.firstCreated, ninjs.versionCreated, ninjs.language]).toEqual([
    news.headline,
    news.datePublished,
    news.dateModified,
    news.inLanguage,
  ])
  const gone = demoArticles.find((article) => article.withdrawn)
  if (!gone) throw new Error('No demo article is withdrawn')
  openSiteDatabase()
  const { id } = await inTransaction((open) => open.article.findFirstOrThrow({ where: { slug: gone.slug } }))
  const canceled = await request.get(ninjsPath(id))
  expect(canceled.status()).toBe(410)
  expect(await canceled.json()).toMatchObject({ pubStatus: 'canceled' })
  expect(await canceled.text()).not.toContain(gone.headline)
})

test('a page leads to its oEmbed, which is the same in JSON and in XML', async ({ request }) => {
  const path = addressOf(demoArticle('en'))
  const html = await (await request.get(path)).text()
  const [, link = ''] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? []
  const oembed = await (await request.get(link.replaceAll('&amp;', '&'))).json()
  expect(oembed).toMatchObject({ version: '1.0', type: 'rich', title: demoArticle('en').headline })
  const url = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? ''
  const xml = await (await request.get(oembedPath(url, 'xml'))).text()
  expect(xml).toContain(`<provider_name>${oembed.provider_name}</provider_name>`)
  const small = await (await request.get(`${oembedPath(url, 'json')}&maxwidth=200`)).json()
  expect(Math.max(small.width, small.thumbnail_width ?? 0)).toBeLessThanOrEqual(200)
  const foreign = ['https://other.example/x', url.replace(/[^/]+$/, 'no-such-article'), 'nothing']
  for (const other of foreign) expect((await request.get(oembedPath(other, 'json'))).status(), other).toBe(404)
  expect((await request.get(`${oembedPath(url, 'json')}&format=yaml`)).status()).toBe(501)
})

/** A key of the Kyrgyz edition. */
async function makeKey(): Promise<string> {
  openSiteDatabase()
  const token = `mh_${randomBytes(32).toString('base64url')}`
  const edition = await inTransaction((open) => open.edition.findUniqueOrThrow({ where: { key: 'ky' } }))
  const created = await createApiKey({
    name: 'partners.spec',
    place: { editionId: edition.id, blogId: null, topicId: null },
    tokenHash: createHash('sha256').update(token).digest('hex'),
    hint: token.slice(0, 8),
    by: { id: null, name: 'test' },
    now: new Date(),
  })
  expect(created.ok).toBe(true)
  return token
}

async function articleId(request: APIRequestContext, path: string): Promise<number> {
  const html = await (await request.get(path)).text()
  return Number(/\/a\/(\d+)"/.exec(html)?.[1])
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address, 'http://localhost')
  return pathname + search
}
