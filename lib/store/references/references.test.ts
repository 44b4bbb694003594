import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenOfForecast } from '#lib/domain/sections/reference.ts'
import { newScope, slot } from '#lib/env/slot.ts'
import { findCounterparts } from '#lib/store/articles/desk/newsroom-article.ts'
import { findArticleAt } from '#lib/store/pages/article-at.ts'
import { findContributor } from '#lib/store/pages/contributor.ts'
import { findMovedReference } from '#lib/store/pages/moved-reference.ts'
import { findTopic } from '#lib/store/pages/topic.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  by,
  hour,
  makeDraft,
  makeEdition,
  makePublished,
  noon,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { replaceTopics } from '../articles/save-article.ts'
import { beginContributor, type ContributorWords } from './change-contributor.ts'
import { beginTopic, changeTopic, type TopicWords } from './change-topic.ts'
import { deleteReference } from './delete-reference.ts'
import { forecastMerge } from './forecast-merge.ts'
import { mergeReferences } from './merge-references.ts'
import { findEditedTopic, listReferences } from './references-admin.ts'

const db = withDatabase()
let en: TestNewsroom
let ky: TestNewsroom

test('two editions', async () => {
  en = await makeEdition()
  ky = await makeEdition({ key: 'ky' })
})

async function topic(slug: string, given: { readonly counterpartId?: number; readonly editionId?: number } = {}) {
  const words = { name: `Name of ${slug}`, slug, description: 'D' }
  const { editionId = en.edition.id, counterpartId = null } = given
  const made = await beginTopic({ editionId, words, counterpartId, by, now: noon })
  assert.ok(made.ok)
  return made.value.id
}
async function edited(id: number) {
  const found = await findEditedTopic(id)
  assert.ok(found)
  return found
}
let hours = 0
async function rename(
  id: number,
  words: Partial<TopicWords>,
  counterparts: { editionId: number; id: number | null }[] = [],
) {
  const { changedAt, name, slug, description } = await edited(id)
  const change = {
    id,
    seenAt: changedAt,
    words: { name, slug, description, ...words },
    counterparts,
    by,
    now: hour(++hours),
  }
  return changeTopic(change)
}
const movedTo = (slug: string, editionId = en.edition.id) => findMovedReference('topic', { editionId, slug })
async function lastTags(): Promise<readonly string[]> {
  const [row] = await db.query<{ tags: string[] }>('SELECT "tags" FROM "Outbox" ORDER BY "id" DESC LIMIT 1')
  return row?.tags ?? []
}
/** Whether the last change outdates what this read made. */
async function isOutdated(read: () => Promise<unknown>): Promise<boolean> {
  const scope = newScope()
  await slot.renders.run(scope, read)
  return (await lastTags()).some((tag) => scope.tags.has(tag))
}
const merge = async (fromId: number, intoId: number, kind: 'topic' | 'contributor' = 'topic') => {
  const told = await forecastMerge(kind, { fromId, intoId })
  const seen = told ? seenOfForecast(told) : ''
  return mergeReferences({ kind, fromId, intoId, seen, by, now: hour(++hours) })
}

test('a topic that takes another address answers at the old one in one hop', async () => {
  const id = await topic('rail')
  assert.ok((await rename(id, { slug: 'railway' })).ok)
  assert.ok((await rename(id, { slug: 'railways' })).ok)
  assert.deepEqual(
    [await movedTo('rail'), await movedTo('railway'), await movedTo('railways')],
    ['railways', 'railways', null],
  )
  assert.ok(await isOutdated(() => findTopic({ editionId: en.edition.id, slug: 'rail' })))
  assert.ok((await rename(id, { slug: 'rail' })).ok)
  assert.deepEqual([await movedTo('rail'), await movedTo('railway'), await movedTo('railways')], [null, 'rail', 'rail'])
})

test('an address is one topic’s; a former one gives way to a new topic', async () => {
  await topic('ports')
  const words = { name: 'X', slug: 'ports', description: 'D' }
  const taken = await beginTopic({ editionId: en.edition.id, words, counterpartId: null, by, now: noon })
  assert.deepEqual(taken, { ok: false, error: { kind: 'slug-taken' } })
  const moved = await topic('wharves')
  assert.deepEqual(await rename(moved, { slug: 'ports' }), { ok: false, error: { kind: 'slug-taken' } })
  assert.ok((await rename(moved, { slug: 'quays' })).ok)
  await topic('wharves')
  assert.equal(await movedTo('wharves'), null)
})

test('of two who change the same topic the second hears of it', async () => {
  const id = await topic('twice')
  const { changedAt: seenAt, name, slug, description } = await edited(id)
  const change = { id, seenAt, words: { name, slug, description }, counterparts: [], by }
  const both = await Promise.all([changeTopic({ ...change, now: hour(50) }), changeTopic({ ...change, now: hour(51) })])
  assert.deepEqual(both.map((result) => (result.ok ? 'done' : result.error.kind)).sort(), ['done', 'stale'])
})

test('a new name outdates the articles that show it, other words don’t', async () => {
  const id = await topic('storms')
  await makePublished(en, noon, { slug: 'storm', topicIds: [id] })
  const article = () => findArticleAt({ editionId: en.edition.id, blogSlug: 'rivers', slug: 'storm' })
  assert.ok((await rename(id, { description: 'Other' })).ok)
  assert.ok(await isOutdated(() => findTopic({ editionId: en.edition.id, slug: 'storms' })))
  assert.equal((await lastTags()).includes(`chrome:${en.edition.id}`), false)
  assert.ok((await rename(id, { name: 'Tempests' })).ok)
  assert.ok((await lastTags()).includes(`chrome:${en.edition.id}`), 'every page of the edition')
  const shown = await article()
  assert.ok(shown.kind === 'article' && shown.article.topics[0]?.name === 'Tempests')
  const [found] = await db.query<{ has: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM "SearchDocument" WHERE "vector" @@ to_tsquery('english', 'tempests')) AS "has"`,
  )
  assert.equal(found?.has, true, 'search knows the new name')
})

test('a merge moves articles and drafts, leads every former address to what is left, and outdates the pages', async () => {
  const [from, into] = [await topic('glaciers'), await topic('ice')]
  assert.ok((await rename(from, { slug: 'glacier' })).ok)
  const listed = await makePublished(en, noon, { slug: 'melt', topicIds: [from] })
  const both = await makePublished(en, noon, { slug: 'freeze', topicIds: [into, from] })
  const draft = await makeDraft(en, { topicIds: [from] })
  const forecast = await forecastMerge('topic', { fromId: from, intoId: into })
  assert.deepEqual([forecast?.articleCount, forecast?.bothCount], [3, 1])
  assert.ok((await merge(from, into)).ok)
  const rows = await db.query<{ articleId: number }>(
    'SELECT "articleId" FROM "ArticleTopic" WHERE "topicId" = $1 ORDER BY "articleId"',
    [into],
  )
  assert.deepEqual(
    rows.map(({ articleId }) => articleId),
    [listed, both, draft].sort((a, b) => a - b),
  )
  assert.deepEqual([await movedTo('glaciers'), await movedTo('glacier')], ['ice', 'ice'])
  for (const slug of ['glacier', 'glaciers', 'ice'])
    assert.ok(await isOutdated(() => findTopic({ editionId: en.edition.id, slug })), slug)
  assert.ok((await lastTags()).includes(`topic:${into}:latest`))
  assert.equal((await db.query('SELECT 1 FROM "Topic" WHERE "id" = $1', [from])).length, 0)
  const [audit] = await db.query<{ action: string }>('SELECT "action" FROM "AuditEvent" ORDER BY "id" DESC LIMIT 1')
  assert.equal(audit?.action, 'topic.merge')
  // Somebody's open editor still names the former one.
  await replaceTopics(draft, [from, into])
  assert.deepEqual(await db.query('SELECT "topicId" FROM "ArticleTopic" WHERE "articleId" = $1', [draft]), [
    { topicId: into },
  ])
})

test('merged on and on, every address leads to the last in one hop; there are no loops', async () => {
  const [one, two, three] = [await topic('merge-a'), await topic('merge-b'), await topic('merge-c')]
  assert.ok((await merge(one, two)).ok)
  assert.ok((await merge(two, three)).ok)
  assert.deepEqual([await movedTo('merge-a'), await movedTo('merge-b')], ['merge-c', 'merge-c'])
  assert.deepEqual(await merge(three, one), { ok: false, error: { kind: 'missing' } })
  assert.deepEqual(await merge(three, three), { ok: false, error: { kind: 'same' } })
  assert.deepEqual(await merge(three, ky.topicId), { ok: false, error: { kind: 'other-edition' } })
  const [back, forth] = [await topic('cross-a'), await topic('cross-b')]
  const crossed = await Promise.all([merge(back, forth), merge(forth, back)])
  assert.equal(crossed.filter(({ ok }) => ok).length, 1)
})

test('only what nothing refers to is deleted', async () => {
  assert.deepEqual(await deleteReference({ kind: 'contributor', id: en.contributorId, by, now: noon }), {
    ok: false,
    error: { kind: 'used' },
  })
  const id = await topic('unused')
  const draft = await makeDraft(en)
  const user = `u${id}`
  await db.query(`INSERT INTO "User" ("id", "name", "email", "updatedAt") VALUES ($1, 'U', $2, now())`, [
    user,
    `${user}@x.org`,
  ])
  await db.query(
    `INSERT INTO "WorkingCopy" ("articleId", "userId", "tab", "sequence", "baseVersion", "text") VALUES ($1, $2, 't', 1, 1, $3)`,
    [draft, user, JSON.stringify({ draft: { topicIds: [id] } })],
  )
  assert.deepEqual(await deleteReference({ kind: 'topic', id, by, now: noon }), { ok: false, error: { kind: 'used' } })
  await db.query('UPDATE "WorkingCopy" SET "closedAt" = now()')
  assert.ok((await rename(id, { slug: 'was-unused' })).ok)
  assert.ok((await deleteReference({ kind: 'topic', id, by, now: noon })).ok)
  assert.equal(await movedTo('unused'), null)
})

test('counterparts have one key; what stood there goes its own way', async () => {
  const own = await topic('wells')
  const [first, second] = [
    await topic('wells', { editionId: ky.edition.id }),
    await topic('kuduk', { editionId: ky.edition.id, counterpartId: own }),
  ]
  const counterpart = async () => (await findTopic({ editionId: en.edition.id, slug: 'wells' }))?.siblings
  assert.deepEqual(await counterpart(), [{ editionKey: 'ky', slug: 'kuduk' }])
  assert.ok((await rename(own, {}, [{ editionId: ky.edition.id, id: first }])).ok)
  assert.deepEqual(await counterpart(), [{ editionKey: 'ky', slug: 'wells' }])
  assert.ok(await isOutdated(() => findTopic({ editionId: ky.edition.id, slug: 'kuduk' })), 'it links here no more')
  const article = await makeDraft(en, { topicIds: [own] })
  assert.deepEqual((await findCounterparts(article, ky.edition.id)).topicIds, [first])
  assert.ok((await rename(own, {}, [{ editionId: ky.edition.id, id: null }])).ok)
  assert.deepEqual(await counterpart(), [])
  assert.notEqual((await db.query('SELECT 1 FROM "Topic" WHERE "id" = $1', [second])).length, 0)
})

test('topics are found by their words, with how many articles have them', async () => {
  const { lines, total } = await listReferences('topic', { editionId: en.edition.id, text: 'tempests' })
  assert.deepEqual([total, lines[0]?.articleCount, lines[0]?.listedCount], [1, 1, 1])
})

test('two contributors who are one person become one: bylines, blogs, addresses', async () => {
  const words: ContributorWords = {
    ...{ name: 'A. Writer', slug: 'a-writer', kind: 'person', role: 'Reporter', bio: 'Writes.', isPseudonym: false },
    ...{ links: ['https://example.org/a'], pictureId: null, userId: null },
  }
  const creation = { editionId: en.edition.id, counterpartId: null, by, now: noon }
  const [one, other] = [
    await beginContributor({ ...creation, words }),
    await beginContributor({ ...creation, words: { ...words, slug: 'anna-writer', name: 'Anna Writer' } }),
  ]
  assert.ok(one.ok && other.ok)
  const nobody = await beginContributor({ ...creation, words: { ...words, slug: 'nobody', userId: 'nobody' } })
  assert.deepEqual(nobody, { ok: false, error: { kind: 'no-such-user' } })
  const [fromId, intoId] = [one.value.id, other.value.id]
  const bylines = [fromId, intoId].map((contributorId) => ({ contributorId, role: null }))
  await makePublished(en, noon, { slug: 'by-both', bylines })
  await db.query('UPDATE "Blog" SET "editorId" = $1 WHERE "id" = $2', [fromId, en.blogId])
  assert.ok((await merge(fromId, intoId, 'contributor')).ok)
  const shown = await findArticleAt({ editionId: en.edition.id, blogSlug: 'rivers', slug: 'by-both' })
  assert.ok(shown.kind === 'article')
  assert.deepEqual(
    shown.article.bylines.map(({ name }) => name),
    ['Anna Writer'],
  )
  const at = { editionId: en.edition.id, slug: 'a-writer' }
  assert.equal(await findMovedReference('contributor', at), 'anna-writer')
  assert.ok(await isOutdated(() => findContributor(at)))
  const [blog] = await db.query<{ editorId: number }>('SELECT "editorId" FROM "Blog" WHERE "id" = $1', [en.blogId])
  assert.equal(blog?.editorId, intoId)
})
