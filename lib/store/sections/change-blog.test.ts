import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newScope, slot } from '#lib/env/slot.ts'
import { findArticleAt } from '#lib/store/pages/article-at.ts'
import { findChrome } from '#lib/store/pages/chrome.ts'
import { findFront } from '#lib/store/pages/front.ts'
import { findSectionAt } from '#lib/store/pages/section-at.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  by,
  hour,
  makeEdition,
  makePublished,
  noon,
  paragraphs,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { type BlogWords, changeBlog } from './change-blog.ts'
import { findEditedBlog, listBlogs } from './sections-admin.ts'

const db = withDatabase()
let newsroom: TestNewsroom

test('a newsroom with an article', async () => {
  newsroom = await makeEdition()
  await makePublished(newsroom, noon, { slug: 'flood' })
})

/** What a page names as its ground. */
async function groundOf(read: () => Promise<unknown>): Promise<ReadonlySet<string>> {
  const scope = newScope()
  await slot.renders.run(scope, read)
  return scope.tags
}
const at = () => ({ editionId: newsroom.edition.id })
const pages = {
  blog: () => groundOf(() => findSectionAt({ ...at(), slug: 'rivers' })),
  article: () => groundOf(() => findArticleAt({ ...at(), blogSlug: 'rivers', slug: 'flood' })),
  front: () => groundOf(() => findFront(newsroom.edition.id)),
  navigation: () => groundOf(() => findChrome('en')),
}
async function stored() {
  const blog = await findEditedBlog(newsroom.blogId)
  assert.ok(blog)
  return blog
}

let hours = 0
/** Changes some of the blog's words, and says which pages are made again. */
async function outdatedBy(given: Partial<BlogWords>): Promise<readonly string[]> {
  const { name, standfirst, description, about, editorId, changedAt } = await stored()
  const words = { name, standfirst, description, about, editorId, ...given }
  const now = hour(++hours)
  assert.ok((await changeBlog({ blogId: newsroom.blogId, seenAt: changedAt, words, by, now })).ok)
  const [last] = await db.query<{ tags: string[] }>('SELECT "tags" FROM "Outbox" ORDER BY "id" DESC LIMIT 1')
  const names: string[] = []
  for (const [page, ground] of Object.entries(pages)) {
    const tags = await ground()
    if (last?.tags.some((tag) => tags.has(tag))) names.push(page)
  }
  return names
}

test('a new name outdates every page, other words those that show them', async () => {
  assert.deepEqual(await outdatedBy({ about: paragraphs('Newer') }), ['blog', 'article'])
  assert.deepEqual(await outdatedBy({ editorId: null }), ['blog', 'article'])
  assert.deepEqual(await outdatedBy({ standfirst: 'All that flows' }), ['blog', 'article', 'front'])
  assert.deepEqual(await outdatedBy({ name: 'Streams' }), ['blog', 'article', 'front', 'navigation'])
  const { name, standfirst, about, editorId } = await stored()
  assert.deepEqual([name, standfirst, editorId], ['Streams', 'All that flows', null])
  assert.deepEqual(about, paragraphs('Newer'))
  assert.deepEqual(
    (await listBlogs()).map((blog) => [blog.name, blog.editorName, blog.edition.key]),
    [['Streams', null, 'en']],
  )
})

test('of two who change the same blog the second hears of it; a stranger is no editor', async () => {
  const { changedAt, edition, id, slug: _slug, ...words } = await stored()
  const change = { blogId: id, seenAt: changedAt, words, by, now: hour(20) }
  const both = await Promise.all([changeBlog(change), changeBlog({ ...change, now: hour(21) })])
  assert.deepEqual(both.map((result) => (result.ok ? 'done' : result.error.kind)).toSorted(), ['done', 'stale'])
  const other = await makeEdition({ key: 'ky' })
  const stranger = { ...words, editorId: other.contributorId }
  const refused = await changeBlog({ ...change, seenAt: (await stored()).changedAt, words: stranger })
  assert.deepEqual(refused, { ok: false, error: { kind: 'no-such-editor' } })
  const missing = await changeBlog({ ...change, blogId: 9999 })
  assert.deepEqual(missing, { ok: false, error: { kind: 'no-such-blog' } })
  assert.equal(edition.id, newsroom.edition.id)
})
