import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { approve, submit } from '#lib/domain/workflow/workflow.ts'
import { rejectAll } from '#lib/domain/writing/suggesting/settle.ts'
import { signaturesIn } from '#lib/domain/writing/suggesting/sign.ts'
import type { SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { findNewestDraft } from '#lib/store/articles/writing/revisions.ts'
import { keepWorkingCopy } from '#lib/store/articles/writing/working-copy.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, makeDraft, makeEdition, paragraphs, type TestNewsroom } from '#lib/store/testing/newsroom.ts'
import { signInToTest } from '../testing/next-request.ts'

const db = withDatabase()

/** Imported here: the stands of next-request.ts must be there before. */
const { saveArticle } = await import('./save-article.ts')

let here: TestNewsroom
const at = '2026-01-01T12:00:00.000Z'
const text = (...marked: readonly { readonly id: string; readonly by: string }[]): SuggestedBody => [
  ...paragraphs('As it was'),
  ...marked.map(({ id, by }) => ({
    kind: 'paragraph' as const,
    content: [{ text: `Words ${id}`, marks: [{ kind: 'insertion' as const, id, by, at }] }],
  })),
]

async function send(articleId: number, userId: string, body: SuggestedBody) {
  const newest = (await findNewestDraft(articleId)) ?? assert.fail()
  const copy = { articleId, userId, tab: randomUUID(), sequence: 1, baseVersion: newest.version, base: null }
  await keepWorkingCopy({ ...copy, draft: { ...newest.draft, body }, now: new Date() })
  return { articleId, version: newest.version, tab: copy.tab, sequence: 1 }
}

async function save(articleId: number, userId: string, body: SuggestedBody) {
  const saved = await saveArticle(await send(articleId, userId, body))
  assert.equal(saved.kind, 'saved', JSON.stringify(saved))
}

async function signInAsWriterOf(articleId: number): Promise<string> {
  const { id } = await signInToTest('reporter')
  await db.query('UPDATE "Article" SET "authorId" = $1 WHERE "id" = $2', [id, articleId])
  return id
}

const signersOf = async (articleId: number) =>
  [...signaturesIn((await findNewestDraft(articleId))?.draft.body ?? []).values()].map(({ id, by }) => [id, by])

test('a suggestion stays its maker’s, also settled and undone by another; in a stranger’s name nobody suggests', async () => {
  here = await makeEdition()
  const id = await makeDraft(here, { text: { body: paragraphs('As it was') } })
  const aida = await signInAsWriterOf(id)
  await save(id, aida, text({ id: 'of-aida-1', by: aida }))
  const bek = (await signInToTest('editor')).id
  await save(id, bek, text({ id: 'of-aida-1', by: bek }, { id: 'of-nobody', by: aida }))
  assert.deepEqual(await signersOf(id), [
    ['of-aida-1', aida],
    ['of-nobody', bek],
  ])
  await save(id, bek, paragraphs('As it was'))
  assert.deepEqual(await signersOf(id), [])
  await save(id, bek, text({ id: 'of-aida-1', by: aida }))
  assert.deepEqual(await signersOf(id), [['of-aida-1', aida]], 'undone, it is of who made it')
})

test('what a colleague writes at this moment and signs is theirs when another merges it', async () => {
  const id = await makeDraft(here, { text: { body: paragraphs('As it was') } })
  const aida = await signInAsWriterOf(id)
  await send(id, aida, text({ id: 'of-aida-2', by: aida }, { id: 'forged-here', by: 'somebody-else' }))
  const bek = (await signInToTest('editor')).id
  await save(id, bek, text({ id: 'of-aida-2', by: aida }, { id: 'forged-here', by: 'somebody-else' }))
  assert.deepEqual(await signersOf(id), [
    ['of-aida-2', aida],
    ['forged-here', bek],
  ])
})

test('who may not approve takes away no approval by suggesting, and does by writing', async () => {
  const id = await makeDraft(here, { text: { body: paragraphs('As it was') } })
  await change(id, { version: 1 }, submit)
  await change(id, { version: 2 }, approve)
  const state = async () =>
    (await db.query<{ state: string }>('SELECT "state"::text FROM "Article" WHERE "id" = $1', [id]))[0]?.state
  const chinara = await signInAsWriterOf(id)
  const suggested = text({ id: 'of-chinara', by: chinara })
  await save(id, chinara, suggested)
  assert.equal(await state(), 'approved')
  await save(id, chinara, [...rejectAll(suggested), ...paragraphs('And more')])
  assert.equal(await state(), 'in_review')
})
