import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { originalPath } from '#lib/media/files.ts'
import { findArticleAt } from '#lib/store/pages/article-at.ts'
import { findChrome } from '#lib/store/pages/chrome.ts'
import { findFront } from '#lib/store/pages/front.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { readDemoNewsroom } from './demo-newsroom.ts'
import { seedDemo } from './seed.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-seed-'))
  process.env.VAR_DIR = folder
})
after(() => rm(folder, { recursive: true, force: true }))
const db = withDatabase()
const demo = readDemoNewsroom()

test('the demo newsroom is loaded whole, and left alone the second time', async () => {
  await seedDemo({ log: () => undefined })
  const count = async () => (await db.query<{ n: number }>('SELECT count(*)::int AS n FROM "Article"'))[0]?.n
  assert.equal(await count(), demo.editions.flatMap(({ articles }) => articles).length)
  const said: string[] = []
  await seedDemo({ log: (text) => said.push(text) })
  assert.match(said.join(), /left as it is/)
  assert.equal(await count(), demo.editions.flatMap(({ articles }) => articles).length)
})

test('every article answers at its address as its file says, and every picture has its file', async () => {
  for (const { key, articles } of demo.editions) {
    const chrome = (await findChrome(key)) ?? assert.fail(`no edition ${key}`)
    for (const article of articles) {
      const at = (slug: string) => findArticleAt({ editionId: chrome.edition.id, blogSlug: article.blog, slug })
      const stands = await at(article.slug)
      const expected = article.withdrawn ? 'gone' : article.published && !article.state ? 'article' : 'missing'
      assert.equal(stands.kind, expected, `${key}/${article.slug}`)
      if (stands.kind !== 'article') continue
      assert.deepEqual(stands.article.publishedAt, article.published)
      assert.deepEqual(stands.article.updatedAt ?? undefined, article.updated ?? article.corrections.at(-1)?.at)
      assert.equal(stands.article.corrections.length, article.corrections.length)
      assert.equal(stands.article.picture !== null, article.picture !== undefined)
      assert.equal(
        stands.article.pictures.size,
        new Set(article.body.flatMap((block) => (block.kind === 'figure' ? block.picture : []))).size,
      )
      for (const slug of article.formerSlugs) assert.equal((await at(slug)).kind, 'moved')
    }
  }
  const pictures = await db.query<{ sha256: string }>('SELECT "sha256" FROM "Picture"')
  assert.ok(pictures.length > 50)
  for (const { sha256 } of pictures) assert.ok(existsSync(originalPath(sha256)))
})

test('translations of a story find each other', async () => {
  const chrome = (await findChrome(null)) ?? assert.fail()
  const found = await findArticleAt({
    ...{ editionId: chrome.edition.id, blogSlug: 'under-the-black-flag', slug: 'who-leaves-kyrgyzstan-for-syria' },
  })
  assert.deepEqual(found.kind === 'article' && found.article.translations.map(({ editionKey }) => editionKey), [
    'ky',
    'ru',
    'fa',
  ])
})

test('every edition has its front, navigation and strip', async () => {
  for (const { key, front, alerts, blogs, pages } of demo.editions) {
    const chrome = (await findChrome(key)) ?? assert.fail()
    assert.equal(chrome.blogs.length, blogs.length)
    assert.equal(chrome.pages.length, pages.length)
    assert.equal(chrome.alert?.text, alerts[0]?.text)
    const { slots } = await findFront(chrome.edition.id)
    assert.equal(slots.length, front ? front.slots.length + 1 : 1)
  }
})
