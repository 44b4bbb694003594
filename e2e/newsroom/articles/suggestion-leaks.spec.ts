import { randomBytes } from 'node:crypto'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { makeArticle } from '#e2e/support/newsroom-articles.ts'
import { signIn } from '#e2e/support/people/sign-in.ts'
import { makeTopic } from '#e2e/support/references.ts'
import { newToken } from '#lib/auth/links/token.ts'
import { sitemapShard } from '#lib/domain/lists/sitemap.ts'
import { dayIn } from '#lib/domain/publishing/calendar.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { publish } from '#lib/domain/workflow/workflow.ts'
import { draftOf, withDraft } from '#lib/domain/writing/editor/article-draft.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { feedFormats, feedPath, ninjsPath, oembedPath } from '#lib/site/feeds/feed-urls.ts'
import { changeArticle } from '#lib/store/articles/change-article.ts'
import { createPreviewLink } from '#lib/store/articles/writing/preview-links.ts'
import { findVersion } from '#lib/store/articles/writing/revisions.ts'
import { database } from '#lib/store/database/client.ts'

/** Words in, a paragraph in, a pull quote in, and a word out: each with the canary, but for the last, which readers go on reading. */
function suggested(canary: string, by: string): SuggestedBody {
  const sign = (id: string) => ({ id: `${id}-${canary}`, by, at: new Date().toISOString() })
  const insertion = { kind: 'insertion', ...sign('insertion') } as const
  return [
    {
      kind: 'paragraph',
      content: [
        { text: 'Cars ' },
        { text: 'slowly ', marks: [{ kind: 'deletion', ...sign('deletion') }] },
        { text: `${canary} `, marks: [insertion] },
        { text: 'cross the river.' },
      ],
    },
    { kind: 'paragraph', content: [{ text: `All ${canary}.` }], suggestion: insertion },
    { kind: 'pull-quote', text: `“${canary}”`, attribution: canary, suggestion: insertion },
    {
      kind: 'embed',
      provider: canary,
      url: `https://example.org/${canary}`,
      title: canary,
      fallback: canary,
      suggestion: insertion,
    },
  ]
}

/** As the newsroom saves, with these words in the place of those that are there. */
async function save(id: number, given: { readonly headline?: string; readonly body: SuggestedBody }): Promise<void> {
  await change(id, 'edit', (article, ground) => withDraft(article, { ...draftOf(article), ...given }, ground))
}

async function change(id: number, action: string, decide: Parameters<typeof changeArticle>[1]): Promise<Article> {
  const version = (await findVersion(id)) ?? 0
  const changed = await changeArticle({ id, version, by: { name: 'test' }, action, now: new Date() }, decide)
  if (!changed.ok) throw new Error('The article was not changed')
  return changed.value
}

async function textAt(request: APIRequestContext, path: string, headers: Readonly<Record<string, string>> = {}) {
  const [a, b] = randomBytes(2)
  // Calls of the API come from an address of their own.
  const answer = await request.get(path, { headers: { 'X-Forwarded-For': `203.0.${a}.${b}`, ...headers } })
  expect(answer.status(), path).toBe(200)
  return (await answer.body()).toString('utf8')
}

test('no suggestion is in any byte that a reader or a program gets, before and after publication', async ({
  page,
  request,
  baseURL,
}) => {
  test.slow()
  const me = await signIn(page, 'editor')
  const { id, headline, path } = await makeArticle()
  const canary = `palimpsest${randomBytes(4).toString('hex')}`
  const text = 'Cars slowly cross the river.'
  await save(id, { body: [{ kind: 'paragraph', content: [{ text }] }] })
  await change(id, 'publish', (article) => publish(article, new Date()))
  await save(id, { body: suggested(canary, me.id) })
  const blog = path.split('/')[1] ?? ''
  const { token, hash: tokenHash } = newToken()
  const now = new Date()
  await createPreviewLink({ articleId: id, tokenHash, by: me, expiresAt: new Date(now.getTime() + 3_600_000), now })
  const topic = await makeTopic()
  const author = await database().contributor.findFirstOrThrow({ where: { bylines: { some: { articleId: id } } } })
  const { firstPublishedAt, edition } = await database().article.findUniqueOrThrow({
    where: { id },
    include: { edition: true },
  })
  const month = dayIn(firstPublishedAt ?? now, edition.timeZone).slice(0, 7)
  const headlines = ['/', `/${blog}`, '/latest', `/authors/${author.slug}`, `/archive/${month}`, '/sitemaps/news.xml']
  const showing = [
    ...[path, `/preview/${token}`, ninjsPath(id), `/api/v1/articles/${id}`, '/api/v1/articles?limit=50'],
    ...feedFormats.flatMap((format) => [
      ...['/latest', `/${blog}`, `/authors/${author.slug}`, '/site'].map((list) => feedPath(list, { format })),
    ]),
  ]
  const others = [
    ...[
      '/archive',
      '/corrections',
      `/${blog}/archive`,
      `/topic/${topic.slug}`,
      '/search?q=river',
      `/search?q=${headline.split(' ')[1]}`,
    ],
    ...['/sitemap.xml', '/sitemaps/pages.xml', `/sitemaps/articles-${sitemapShard(id)}.xml`, '/robots.txt'],
    ...['/api/v1/editions', '/api/v1/topics', '/api/v1/withdrawals', '/api/v1/openapi.json'],
    ...(['json', 'xml'] as const).map((format) => oembedPath(`${baseURL}${path}`, format)),
    ...feedFormats.map((format) => feedPath('/latest', { format, form: 'standfirst' })),
  ]
  const everywhere = async (title: string, words: string) => {
    for (const address of showing)
      await expect(async () => {
        const bytes = await textAt(request, address)
        if (!address.startsWith('/preview')) expect(bytes, address).toContain(title)
        // What somebody wants gone stands there as ever, by nobody struck out.
        expect(bytes.replaceAll('\\u', ''), address).toContain(words)
        expect(bytes, address).not.toContain(canary)
      }).toPass({ timeout: 30_000 })
    for (const address of [...headlines, ...others])
      expect(await textAt(request, address), address).not.toContain(canary)
    // As the reader's browser asks in the middle of a visit.
    expect(await textAt(request, path, { RSC: '1' })).not.toContain(canary)
    // A search for what is only suggested finds nothing: the page says the question again, and no more.
    expect(await textAt(request, `/search?q=${canary}`)).not.toContain(headline)
    expect(await textAt(request, feedPath(`/search?q=${canary}`, { format: 'rss' }))).not.toContain(headline)
  }
  await everywhere(headline, text)

  // To a colleague the preview shows what readers would get, the history what came, and the checks what is open.
  await page.goto(`/preview/article/${id}`)
  await expect(page.getByText(text)).toBeVisible()
  expect(await page.content()).not.toContain(canary)
  await page.goto(`/admin/articles/${id}/history`)
  await expect(page.getByText('2 suggestions came or went')).toBeVisible()

  await save(id, { headline: `${headline} again`, body: suggested(canary, me.id) })
  await page.goto(`/admin/articles/${id}`)
  await expect(page.getByText('2 suggestions are open: readers get the text without what is suggested.')).toBeVisible()
  await change(id, 'publish', (article) => publish(article, new Date()))
  await everywhere(`${headline} again`, text)
})
