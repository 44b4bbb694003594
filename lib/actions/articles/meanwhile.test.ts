import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { idle } from '#lib/domain/form-state.ts'
import { ok } from '#lib/domain/result.ts'
import type { Article } from '#lib/domain/workflow/newsroom.ts'
import { submit } from '#lib/domain/workflow/workflow.ts'
import { type ArticleDraft, draftOf, withDraft } from '#lib/domain/writing/editor/article-draft.ts'
import type { SuggestedBlock } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { findArticleScope } from '#lib/store/articles/desk/newsroom-article.ts'
import { takeOverLock } from '#lib/store/articles/writing/article-lock.ts'
import { findNewestDraft } from '#lib/store/articles/writing/revisions.ts'
import { keepWorkingCopy, listLooseCopies } from '#lib/store/articles/writing/working-copy.ts'
import { deletePictureRow } from '#lib/store/media/media-library-change.ts'
import { deleteReference } from '#lib/store/references/delete-reference.ts'
import { createTopic } from '#lib/store/sections/create-newsroom.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  by,
  change,
  makeDraft,
  makeEdition,
  makePicture,
  noon,
  paragraphs,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { signInToTest } from '../testing/next-request.ts'

const db = withDatabase()

/** Imported here: the stands of next-request.ts must be there before. */
const { saveArticle, putAwayCopy } = await import('./save-article.ts')
const { restoreRevision } = await import('./revisions.ts')
const { admittedUser } = await import('#lib/auth/session.ts')
const { leaveArticle } = await import('#lib/actions/support/working-copy-to-revision.ts')

let here: TestNewsroom
let userId: string

const makeTopic = (slug: string) =>
  createTopic({ editionId: here.edition.id, key: slug, slug, name: slug, description: 'D' })

async function makeDeletedPicture(): Promise<number> {
  const id = await makePicture({ locale: 'en' })
  assert.ok((await deletePictureRow({ id, by, now: noon })).ok)
  return id
}

async function newestOf(articleId: number) {
  return (await findNewestDraft(articleId)) ?? assert.fail()
}

async function send(articleId: number, tab: string, sequence: number, patch: Partial<ArticleDraft>) {
  const { version, draft } = await newestOf(articleId)
  const copy = { articleId, userId, tab, sequence, baseVersion: version, base: draft, now: new Date() }
  await keepWorkingCopy({ ...copy, draft: { ...draft, ...patch } })
  return { articleId, version, tab, sequence }
}

async function restoreFirst(articleId: number) {
  const { version } = await newestOf(articleId)
  const form = new FormData()
  for (const [name, value] of Object.entries({ articleId, version, number: 1, reason: 'It was better' }))
    form.set(name, String(value))
  const answer = await restoreRevision(idle, form)
  return { message: answer.kind === 'done' ? answer.message : answer.kind, draft: (await newestOf(articleId)).draft }
}

test('a revision comes back without pictures that the library no longer has, and says so', async () => {
  here = await makeEdition()
  userId = (await signInToTest('editor')).id
  const [lead, inside] = [await makePicture({ locale: 'en' }), await makePicture({ locale: 'en' })]
  const body = [...paragraphs('Words'), { kind: 'figure', pictureId: inside, size: 'text' } as const]
  const id = await makeDraft(here, { text: { pictureId: lead, body } })
  const bare = { pictureId: null, body: paragraphs('Other words') }
  await change(id, {}, (article, ground) => withDraft(article, { ...draftOf(article), ...bare }, ground))
  for (const gone of [lead, inside]) assert.ok((await deletePictureRow({ id: gone, by, now: noon })).ok)
  const { message, draft } = await restoreFirst(id)
  assert.match(message, /2 pictures, topics and people of it are no longer there/)
  assert.deepEqual([draft.pictureId, draft.body], [null, paragraphs('Words')])
})

test('a topic that was merged into another since comes back as that one', async () => {
  const [former, into] = [await makeTopic('ice'), await makeTopic('glaciers')]
  const id = await makeDraft(here, { topicIds: [former] })
  const other = { topicIds: [], headline: 'Other' }
  await change(id, {}, (article, ground) => withDraft(article, { ...draftOf(article), ...other }, ground))
  await db.query('DELETE FROM "Topic" WHERE "id" = $1', [former])
  await db.query('INSERT INTO "MergedTopic" ("formerId", "topicId") VALUES ($1, $2)', [former, into])
  assert.deepEqual((await restoreFirst(id)).draft.topicIds, [into])
})

test('a text that names what was deleted before it arrived is refused by name, and stays a copy', async () => {
  const id = await makeDraft(here)
  const topicId = await makeTopic('gone')
  assert.ok((await deleteReference({ kind: 'topic', id: topicId, by, now: noon })).ok)
  const pictureId = await makeDeletedPicture()
  const figure: SuggestedBlock = { kind: 'figure', pictureId, size: 'text' }
  const tries: readonly (readonly [Partial<ArticleDraft>, RegExp])[] = [
    [{ topicIds: [topicId] }, /topic/],
    [{ pictureId }, /picture/],
    [{ body: [figure] }, /picture/],
    [{ bylines: [{ contributorId: 999_999, role: null }] }, /bylines/],
  ]
  for (const [patch, reason] of tries) {
    const saved = await saveArticle(await send(id, randomUUID(), 1, { headline: 'Late', ...patch }))
    assert.equal(saved.kind, 'refused', JSON.stringify(saved))
    assert.match(saved.kind === 'refused' ? saved.message : '', reason)
  }
  assert.equal((await listLooseCopies(id)).length, tries.length)
})

test('a copy is put away as it was looked at: what was written on since is answered and stays', async () => {
  const id = await makeDraft(here)
  const tab = randomUUID()
  const seen = await send(id, tab, 1, { headline: 'Seen' })
  await send(id, tab, 2, { headline: 'Seen, and more' })
  const { articleId, sequence } = seen
  const newer = await putAwayCopy({ articleId, tab, sequence })
  assert.equal(newer?.draft.headline, 'Seen, and more')
  assert.equal(await putAwayCopy({ articleId, tab, sequence: newer?.sequence ?? 0 }), null)
  assert.deepEqual(await listLooseCopies(id), [])
})

test('a page that goes makes a revision although somebody took a step, and none where somebody wrote', async () => {
  const user = (await admittedUser()) ?? assert.fail()
  for (const [other, headline] of [
    [submit, 'Left'],
    [(article: Article) => ok({ ...article, slug: `${article.slug}-moved` }), 'Not mine'],
  ] as const) {
    const articleId = await makeDraft(here, { text: { headline: 'Not mine' } })
    const scope = (await findArticleScope(articleId)) ?? assert.fail()
    const tab = randomUUID()
    await takeOverLock({ articleId, userId, tab, now: noon })
    await send(articleId, tab, 1, { headline: 'Left' })
    await change(articleId, {}, other)
    await leaveArticle({ articleId, tab, user, scope, now: noon })
    assert.equal((await newestOf(articleId)).draft.headline, headline)
    assert.equal((await listLooseCopies(articleId)).length, headline === 'Left' ? 0 : 1)
  }
})
