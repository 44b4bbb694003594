import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EditionWords } from '#lib/domain/site/edition-change.ts'
import { newScope, slot } from '#lib/env/slot.ts'
import { findArticleAt } from '#lib/store/pages/article-at.ts'
import { findChrome } from '#lib/store/pages/chrome.ts'
import { listEditions } from '#lib/store/pages/editions.ts'
import { findAddressOfArticle } from '#lib/store/pages/permanent.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, hour, makeEdition, makePublished, noon, type TestNewsroom } from '#lib/store/testing/newsroom.ts'
import { beginEdition, changeEdition, orderSections, seenOf } from './change-edition.ts'
import { changeDeniedCrawlers, findDeniedCrawlers } from './crawler-setting.ts'
import { findEditedEdition } from './editions-admin.ts'
import { changeSite, findEditedSite } from './site-admin.ts'
import { changeDefaultEdition, switchEditionOff, switchEditionOn } from './switch-edition.ts'

const db = withDatabase()
let en: TestNewsroom
let ky: TestNewsroom

test('two editions', async () => {
  en = await makeEdition()
  ky = await makeEdition({ key: 'ky' })
})

const words: EditionWords = {
  ...{
    key: 'de',
    locale: 'de',
    direction: 'ltr',
    timeZone: 'Europe/Berlin',
    name: 'N',
    tagline: 'T',
    description: 'D',
  },
  footerText: 'Am Fuß',
}
const kindOf = (result: { readonly ok: true } | { readonly ok: false; readonly error: { readonly kind: string } }) =>
  result.ok ? 'ok' : result.error.kind
async function edition(id: number) {
  const found = await findEditedEdition(id)
  assert.ok(found)
  return found
}
async function change(id: number, given: Partial<EditionWords>) {
  const before = await edition(id)
  const { key, locale, direction, timeZone, name, tagline, description, footerText } = before
  const all = { key, locale, direction, timeZone, name, tagline, description, footerText, ...given }
  return kindOf(await changeEdition({ id, seen: seenOf(before), words: all, by, now: noon }))
}
/** Whether what was announced since outdates what this read made, and whether at once. */
async function outdatedSince(since: number, read: () => Promise<unknown>) {
  const scope = newScope()
  await slot.renders.run(scope, read)
  const rows = await db.query<{ tags: string[]; hard: boolean }>(
    'SELECT "tags", "hard" FROM "Outbox" WHERE "id" > $1',
    [since],
  )
  const hit = rows.filter(({ tags }) => tags.some((tag) => scope.tags.has(tag)))
  return hit.some(({ hard }) => hard) ? 'hard' : hit.length > 0 ? 'soft' : 'no'
}
async function lastRow(): Promise<number> {
  const [row] = await db.query<{ id: number }>('SELECT coalesce(max("id"), 0)::int AS "id" FROM "Outbox"')
  return row?.id ?? 0
}

test('a new edition is off, has a prefix of its own, and begins with the blogs of another', async () => {
  const made = await beginEdition({ words, likeId: en.edition.id, by, now: noon })
  assert.ok(made.ok)
  const { isOff, blogs, footerText } = await edition(made.value.id)
  assert.deepEqual([isOff, blogs.map(({ name }) => name), footerText], [true, ['Rivers'], 'Am Fuß'])
  assert.equal(await findChrome('de'), null)
  const again = await beginEdition({ words, likeId: null, by, now: noon })
  assert.equal(kindOf(again), 'key-taken')
  assert.equal(
    kindOf(await beginEdition({ words: { ...words, key: 'api' }, likeId: null, by, now: noon })),
    'key-reserved',
  )
})

test('every page names the editions: a change of one outdates them all', async () => {
  const since = await lastRow()
  assert.equal(await change(ky.edition.id, { name: 'Newer', footerText: 'Foot' }), 'ok')
  assert.equal(await outdatedSince(since, () => findChrome('en')), 'soft')
  assert.equal((await findChrome('ky'))?.footerText, 'Foot')
})

test('prefix and language change until something is published', async () => {
  assert.equal(await change(ky.edition.id, { key: 'kg' }), 'ok')
  assert.equal(await change(ky.edition.id, { key: 'ky' }), 'ok')
  assert.equal(await change(ky.edition.id, { key: 'en' }), 'key-taken')
  await makePublished(ky, noon, { slug: 'suu', familyKey: 'water' })
  assert.equal(await change(ky.edition.id, { key: 'kg' }), 'published')
  assert.equal(await change(ky.edition.id, { locale: 'ky-KG' }), 'published')
  assert.equal(await change(ky.edition.id, { timeZone: 'UTC' }), 'ok')
})

test('of two who change an edition the second hears of it', async () => {
  const before = await edition(ky.edition.id)
  const { id, isDefault, isOff, publishedCount, blogs, pages, ...own } = before
  const both = await Promise.all(
    ['One', 'Two'].map((name) => changeEdition({ id, seen: seenOf(before), words: { ...own, name }, by, now: noon })),
  )
  assert.deepEqual(both.map(kindOf).sort(), ['ok', 'stale'])
  assert.deepEqual([isDefault, isOff, publishedCount, blogs.length, pages.length], [false, false, 1, 1, 0])
})

test('an edition that is off is nowhere, at once; on again it is where it was', async () => {
  const translated = await makePublished(en, noon, { slug: 'water', familyKey: 'water' })
  const suu = () => findArticleAt({ editionId: ky.edition.id, blogSlug: 'rivers', slug: 'suu' })
  const shown = await suu()
  assert.ok(shown.kind === 'article')
  const translations = async () => {
    const at = await findArticleAt({ editionId: en.edition.id, blogSlug: 'rivers', slug: 'water' })
    return at.kind === 'article' ? at.article.translations.length : null
  }
  assert.deepEqual([await translations(), (await findChrome('en'))?.editions.length], [1, 2])
  const off = (publishedCount: number) => switchEditionOff({ id: ky.edition.id, publishedCount, by, now: hour(1) })
  assert.equal(kindOf(await off(0)), 'count-changed')
  const since = await lastRow()
  const page = () => findChrome('ky')
  const [scope] = [newScope()]
  await slot.renders.run(scope, page)
  assert.equal(kindOf(await off(1)), 'ok')
  const hard = await db.query<{ tags: string[] }>('SELECT "tags" FROM "Outbox" WHERE "id" > $1 AND "hard"', [since])
  assert.ok(
    hard.some(({ tags }) => tags.some((tag) => scope.tags.has(tag))),
    'its pages are gone at once',
  )
  assert.equal(await outdatedSince(since, () => findChrome('en')), 'soft')
  assert.deepEqual([await page(), await translations()], [null, 0])
  assert.deepEqual(
    (await listEditions()).map(({ key }) => key),
    ['en'],
  )
  assert.equal((await findAddressOfArticle(shown.article.id)).kind, 'missing')
  assert.equal((await findAddressOfArticle(translated)).kind, 'at')
  assert.equal(kindOf(await switchEditionOn({ id: ky.edition.id, by, now: hour(2) })), 'ok')
  assert.deepEqual([(await page())?.edition.key, await translations()], ['ky', 1])
  const standing = await switchEditionOff({ id: en.edition.id, publishedCount: 1, by, now: noon })
  assert.equal(kindOf(standing), 'default')
})

test('the default edition changes only while nothing stands at an address', async () => {
  const make = (id: number) => changeDefaultEdition({ id, by, now: noon })
  assert.equal(kindOf(await make(ky.edition.id)), 'published')
  const [de] = await db.query<{ id: number }>(`SELECT "id" FROM "Edition" WHERE "key" = 'de'`)
  assert.equal(kindOf(await make(de?.id ?? 0)), 'is-off')
  assert.equal(kindOf(await make(9999)), 'missing')
})

test('blogs stand in the order that was chosen', async () => {
  const { id } = en.edition
  await db.query(
    `INSERT INTO "Blog" ("editionId", "slug", "name", "standfirst", "description", "about", "position")
     VALUES ($1, 'lakes', 'Lakes', '', '', '[]', 1)`,
    [id],
  )
  const ids = (await edition(id)).blogs.map((blog) => blog.id).reverse()
  const order = (given: readonly number[]) => orderSections({ editionId: id, what: 'blogs', ids: given, by, now: noon })
  const since = await lastRow()
  assert.equal(kindOf(await order(ids)), 'ok')
  assert.deepEqual(
    (await findChrome('en'))?.blogs.map(({ name }) => name),
    ['Lakes', 'Rivers'],
  )
  assert.equal(await outdatedSince(since, () => findChrome('en')), 'soft')
  assert.equal(kindOf(await order(ids.slice(1))), 'stale')
  assert.equal(kindOf(await order([...ids.slice(1), ky.blogId])), 'stale')
})

test('the organisation’s words are on every page; of two who change them the second hears of it', async () => {
  const { changedAt: seenAt, ...facts } = await findEditedSite()
  const since = await lastRow()
  const given = { ...facts, wordmark: 'M', socials: ['https://example.org/m'], principlesSlug: 'rules' }
  assert.equal(kindOf(await changeSite({ seenAt, facts: given, by, now: hour(3) })), 'ok')
  assert.equal(kindOf(await changeSite({ seenAt, facts, by, now: hour(4) })), 'stale')
  const { site } = (await findChrome('en')) ?? {}
  assert.deepEqual(
    [site?.wordmark, site?.socials, site?.policies.principles],
    ['M', ['https://example.org/m'], 'rules'],
  )
  assert.equal(await outdatedSince(since, () => findChrome('ky')), 'soft')
})

test('crawlers are kept out as chosen', async () => {
  await changeDeniedCrawlers({ denied: ['GPTBot'], by: 'test', now: noon })
  assert.deepEqual(await findDeniedCrawlers(), ['GPTBot'])
  await changeDeniedCrawlers({ denied: [], by: 'test', now: noon })
  assert.deepEqual(await findDeniedCrawlers(), [])
})
