import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { DOMParser } from '@xmldom/xmldom'
import { newsArticle } from '#lib/site/jsonld/jsonld.ts'
import { chromeOf, en, hostileHeadline, picture } from '#lib/site/testing/fixtures.ts'
import { articleItem } from './make-feed.ts'
import { articleNinjs, withdrawnNinjs } from './ninjs.ts'
import { articleOembed, writeOembedXml } from './oembed.ts'
import { openApi } from './openapi.ts'
import { aiWords, origin, persian, syndicated } from './testing/fixtures.ts'
import { ninjsProblems } from './testing/ninjs-rules.ts'

const publisher = {
  origin,
  site: { name: 'Masthead', legalName: 'Masthead Newsroom', email: null },
  principlesPath: '/principles',
  aiWords,
}
const withdrawal = {
  ...{ id: 41, edition: en, isKilled: true, notice: 'Wrong person' },
  publishedAt: new Date('2026-11-01T00:00:00Z'),
  withdrawnAt: new Date('2026-11-20T00:00:00Z'),
}

test('ninjs is what the standard says, with everything an article can have and with next to nothing', () => {
  assert.deepEqual(ninjsProblems(articleNinjs(publisher, syndicated)), [])
  assert.deepEqual(ninjsProblems(articleNinjs({ ...publisher, principlesPath: null }, persian)), [])
  assert.deepEqual(ninjsProblems(withdrawnNinjs(origin, withdrawal)), [])
})

test('the rules of ninjs find what is wrong', () => {
  const ninjs = articleNinjs(publisher, syndicated)
  assert.notDeepEqual(ninjsProblems({ ...ninjs, headline: 'x' }), [])
  assert.notDeepEqual(ninjsProblems({ ...ninjs, pubStatus: 'killed' }), [])
  assert.notDeepEqual(ninjsProblems({ ...ninjs, uri: '/a/42' }), [])
  assert.notDeepEqual(ninjsProblems({ ...ninjs, versionCreated: '20 November' }), [])
})

test('ninjs has the words, dates and pictures of the page', () => {
  const ninjs = articleNinjs(publisher, syndicated)
  const associations = ninjs.associations as readonly Association[]
  assert.equal(ninjs.title, hostileHeadline)
  assert.deepEqual(
    [ninjs.firstCreated, ninjs.versionCreated],
    ['2026-11-19T02:30:00+06:00', '2026-11-19T11:00:00+06:00'],
  )
  assert.deepEqual(
    associations.map(({ rel }) => rel),
    ['mainPicture', 'translation'],
  )
  const square = associations[0]?.renditions?.find(({ name }) => name === '1x1')
  assert.deepEqual(square?.poi, { x: 600, y: 600 })
})

test('what AI made is said to partners, to readers of feeds and to search engines', () => {
  const uri = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'
  const made = { ...picture, digitalSource: 'trainedAlgorithmicMedia' } as const
  const article = { ...syndicated.article, picture: made, pictures: new Map([[made.id, made]]) }
  const ninjs = articleNinjs(publisher, { ...syndicated, article })
  assert.deepEqual(ninjsProblems(ninjs), [])
  const [main] = ninjs.associations as readonly Association[]
  assert.deepEqual(main?.digitalSourceType, { name: 'trainedAlgorithmicMedia', uri })
  const [body] = ninjs.bodies as readonly { readonly value: string }[]
  const caption = '<figcaption>The line in 1931. [Image made with AI] (Graphics desk)</figcaption>'
  assert.ok(body?.value.includes(caption), body?.value)
  const setting = { form: 'full', correctionWord: 'Correction', aiWords } as const
  assert.ok(articleItem(origin, { ...syndicated, article }, setting).html?.startsWith('<aside>'))
  assert.equal(articleItem(origin, { ...syndicated, article }, setting).html?.split(caption).length, 3)
  const images = newsArticle({ origin, chrome: chromeOf(en) }, article).image as readonly object[]
  assert.ok(images.every((image) => 'digitalSourceType' in image && image.digitalSourceType === uri))
  const plain = JSON.stringify([
    articleNinjs(publisher, syndicated),
    newsArticle({ origin, chrome: chromeOf(en) }, syndicated.article),
  ])
  assert.doesNotMatch(plain, /digitalSourceType|made with AI/)
})

type Association = {
  readonly digitalSourceType?: object
  readonly rel: string
  readonly renditions?: readonly { readonly name: string; readonly poi: object }[]
}

test('what was killed is canceled, and none of its words are left', () => {
  const gone = withdrawnNinjs(origin, withdrawal)
  assert.equal(gone.pubStatus, 'canceled')
  assert.match(String(gone.edNote), /remove every copy.*Wrong person/)
  assert.ok(!('headlines' in gone) && !('bodies' in gone))
})

test('oEmbed is rich, hostile words and all, and keeps within what its consumer allows', () => {
  const place = { origin, siteName: 'Masthead' }
  const whole = articleOembed(place, syndicated, { width: null, height: null })
  // oembed.com, 2.3.4.1 and 2.3.4.5: required of every response, and of type rich.
  for (const name of ['version', 'type', 'html', 'width', 'height']) assert.ok(name in whole, name)
  assert.deepEqual([whole.version, whole.type, whole.title], ['1.0', 'rich', hostileHeadline])
  assert.doesNotMatch(String(whole.html), /<script|<b>|<iframe|style=/)
  const small = articleOembed(place, syndicated, { width: 320, height: 100 })
  assert.ok(Number(small.width) <= 320 && Number(small.thumbnail_width) <= 320 && Number(small.thumbnail_height) <= 100)
  assert.ok(!('thumbnail_url' in articleOembed(place, persian, { width: null, height: null })))
  const xml = new DOMParser().parseFromString(writeOembedXml(whole), 'text/xml')
  assert.equal(xml.getElementsByTagName('title')[0]?.textContent, hostileHeadline)
  assert.equal(xml.getElementsByTagName('html')[0]?.textContent, whole.html)
})

test('the description of the API is one, by the schema of OpenAPI', async () => {
  const limits = {
    page: { standard: 20, most: 50 },
    minute: { address: 60, key: 600 },
    withdrawalDays: 30,
    topics: 200,
  }
  const description = openApi(origin, 'Masthead', limits)
  const result = await new Validator().validate(structuredClone(description))
  assert.deepEqual(result, { valid: true })
  assert.equal((await new Validator().validate({ ...structuredClone(description), paths: [] })).valid, false)
})

test('page, feed and partners are told the same', () => {
  const news = newsArticle({ origin, chrome: chromeOf(en) }, syndicated.article)
  const item = articleItem(origin, syndicated, { form: 'full', correctionWord: 'Correction', aiWords })
  const ninjs = articleNinjs(publisher, syndicated)
  const canonical = (ninjs.altIds as readonly { role: string; value: string }[]).find(
    ({ role }) => role === 'canonical',
  )
  assert.deepEqual([item.title, ninjs.title], [news.headline, news.headline])
  assert.deepEqual([item.url, canonical?.value], [news.url, news.url])
  assert.deepEqual([ninjs.firstCreated, ninjs.versionCreated], [news.datePublished, news.dateModified])
  assert.deepEqual(
    [item.publishedAt, item.updatedAt].map((at) => at.getTime()),
    [news.datePublished, news.dateModified].map((at) => Date.parse(String(at))),
  )
  const authors = news.author as readonly { readonly name: string; readonly url: string }[]
  assert.deepEqual(
    item.authors.map(({ name, url }) => [name, url]),
    authors.map(({ name, url }) => [name, url]),
  )
  const [wide] = news.image as readonly { readonly url: string }[]
  assert.equal(item.picture?.url, wide?.url)
})
