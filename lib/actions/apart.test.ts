import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { makeDraft, makeEdition, makePublished, noon } from '#lib/store/testing/newsroom.ts'
import { outcomeOf, signInToTest } from './testing/next-request.ts'
import { formOf } from './testing/refusal-cases.ts'

// What Next gives actions during a request stands in before they are loaded.
const { translateArticle } = await import('./articles/create-article.ts')
const { findArticles } = await import('./articles/editor-lookups.ts')

const db = withDatabase()
const own = { editionId: 0, blogId: 0 }
let draftElsewhere = 0
let publishedElsewhere = 0

test('two editions, and somebody who writes in one of them', async () => {
  const [here, elsewhere] = [await makeEdition(), await makeEdition({ key: 'ky' })]
  draftElsewhere = await makeDraft(elsewhere, { text: { headline: 'A secret of the other desk' } })
  publishedElsewhere = await makePublished(elsewhere, noon, { text: { headline: 'A thing that all may read' } })
  Object.assign(own, { editionId: here.edition.id, blogId: here.blogId })
})

async function signInAsWriterHere(): Promise<void> {
  const { id } = await signInToTest('reporter')
  await db.query('UPDATE "Grant" SET "editionId" = $1 WHERE "userId" = $2', [own.editionId, id])
}

test('a link leads to what is public, and to what its writer may read', async () => {
  await signInAsWriterHere()
  const find = async (articleId: number, text: string) => (await findArticles({ articleId, text })).length
  assert.equal(await find(publishedElsewhere, 'secret'), 0)
  assert.equal(await find(draftElsewhere, 'thing'), 1)
  await signInToTest('reporter')
  assert.equal(await find(publishedElsewhere, 'secret'), 1)
})

test('nobody translates, and so reads, what their role does not let them read', async () => {
  await signInAsWriterHere()
  const translate = (articleId: number) =>
    outcomeOf(() =>
      translateArticle({ kind: 'idle' }, formOf({ articleId: String(articleId), blogId: String(own.blogId) })),
    )
  assert.equal((await translate(draftElsewhere)).kind, 'refused')
  assert.equal((await translate(publishedElsewhere)).kind, 'moved')
})
