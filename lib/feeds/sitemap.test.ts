import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idsPerSitemap, type SitemapArticle, sitemapShard } from '#lib/domain/lists/sitemap.ts'
import { en, fa, hostileHeadline, ky, picture } from '#lib/site/testing/fixtures.ts'
import { writeNewsSitemap, writePageSitemap, writeSitemap, writeSitemapIndex } from './sitemap.ts'
import { sitemapIndexProblems, sitemapProblems } from './testing/validate-xml.ts'

const origin = 'https://news.example'
const site = { origin, editions: [en, ky, fa] }

const article: SitemapArticle = {
  ...{ id: 42, editionId: 1, blogSlug: 'the-long-line', slug: 'turksib', headline: ` ${hostileHeadline} `, picture },
  publishedAt: new Date('2026-11-18T20:30:00Z'),
  changedAt: new Date('2026-11-19T05:00:00Z'),
  translations: [{ editionId: 2, blogSlug: 'uzun-zhol', slug: 'turksib-ky' }],
}
const persian: SitemapArticle = { ...article, id: 43, editionId: 3, slug: 'rah', picture: null, translations: [] }

test('every file is valid by its schema', async () => {
  assert.deepEqual(await sitemapProblems(writeSitemap(site, [article, persian])), [])
  assert.deepEqual(await sitemapProblems(writeNewsSitemap(site, [article, persian])), [])
  assert.deepEqual(
    await sitemapProblems(
      writePageSitemap(origin, [
        { edition: ky, path: '', changedAt: null },
        { edition: en, path: 'about', changedAt: new Date(0) },
      ]),
    ),
    [],
  )
  const index = writeSitemapIndex(origin, [{ shard: 3, changedAt: new Date(0) }], [{ kind: 'topics', shard: 1 }])
  assert.deepEqual(await sitemapIndexProblems(index), [])
  assert.match(index, /<loc>https:\/\/news\.example\/sitemaps\/topics-1\.xml</)
})

test('the schemas find what is wrong', async () => {
  const xml = writeNewsSitemap(site, [article])
  assert.notDeepEqual(await sitemapProblems(xml.replace(/<news:title>.*<\/news:title>/, '')), [])
  assert.notDeepEqual(await sitemapProblems(xml.replace('<news:language>en', '<news:language>English')), [])
  assert.notDeepEqual(await sitemapProblems(xml.replace('<news:title>', '<news:title> ')), [])
  assert.notDeepEqual(
    await sitemapProblems(writeSitemap(site, [article]).replace('<loc>https', '<loc/><loc>https')),
    [],
  )
})

test('news has the first date of publication with its zone, and no words of its own', () => {
  const xml = writeNewsSitemap(site, [article, persian])
  assert.match(xml, /<news:publication_date>2026-11-19T02:30:00\+06:00</)
  assert.match(xml, /<news:name>مست‌هد<\/news:name><news:language>fa</)
  assert.doesNotMatch(xml, /news:genres|news:keywords|lastmod/)
})

test('every version of a story lists them all, itself and a default', () => {
  const links = [...writeSitemap(site, [article]).matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map((match) =>
    match.slice(1),
  )
  assert.deepEqual(links, [
    ['en', 'https://news.example/the-long-line/turksib'],
    ['ky', 'https://news.example/ky/uzun-zhol/turksib-ky'],
    ['x-default', 'https://news.example/the-long-line/turksib'],
  ])
  assert.doesNotMatch(writeSitemap(site, [persian]), /hreflang="/)
})

test('the largest file is smaller than the page cache takes', () => {
  const long = 'a'.repeat(96)
  const editions = Array.from({ length: 20 }, (_, index) => ({
    ...en,
    id: index + 1,
    key: `e${index}`,
    isDefault: false,
    locale: 'pt-BR',
  }))
  const translations = editions
    .slice(1)
    .map(({ id }) => ({ editionId: id, blogSlug: 'rivers-and-passes', slug: 'the-words-of-a-long-headline-here' }))
  const articles = Array.from({ length: idsPerSitemap }, () => ({ ...article, slug: long, translations }))
  assert.ok(Buffer.byteLength(writeSitemap({ origin, editions }, articles)) < 8 * 1024 * 1024)
})

test('a file is found from an id alone', () => {
  assert.deepEqual([1, 1999, 2000, 1_000_000].map(sitemapShard), [0, 0, 1, 500])
})
