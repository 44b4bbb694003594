import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, makeEdition, noon, paragraphs, type TestNewsroom } from '#lib/store/testing/newsroom.ts'
import { createArticle, createArticles, type NewArticle } from './create-article.ts'

const db = withDatabase()
let newsroom: TestNewsroom

test('a newsroom', async () => {
  newsroom = await makeEdition()
})

function article(familyKey: string, slug: string): NewArticle {
  const { edition, blogId, topicId, contributorId } = newsroom
  const text = { headline: slug, standfirst: '', description: null, body: paragraphs(slug), pictureId: null }
  return {
    ...{ editionId: edition.id, blogId, familyKey, slug, text: { ...text, sources: [], sourceLine: null } },
    ...{ topicIds: [topicId], bylines: [{ contributorId, role: null }], embargoUntil: null, by, now: noon },
  }
}

test('of several at once that want one address, or are one story, the first is written, and the others are told', async () => {
  const there = await createArticle(article('there', 'there'))
  assert.ok(there.ok)
  const made = await createArticles([
    ...[article('a', 'a'), article('b', 'a'), article('a', 'c')],
    ...[article('d', 'there'), article('there', 'e'), article('f', 'f')],
  ])
  const [first, , , , , last] = made
  assert.ok(first?.ok && last?.ok)
  assert.deepEqual(
    made.map((result) => (result.ok ? 'written' : result.error)),
    [
      ...['written', { kind: 'address-taken', slug: 'a' }],
      { kind: 'already-in-edition', articleId: first.value.id },
      { kind: 'address-taken', slug: 'there' },
      { kind: 'already-in-edition', articleId: there.value.id },
      'written',
    ],
  )
  const rows = await db.query<{ slug: string; parts: string }>(
    `SELECT a."slug", concat_ws(' ', (SELECT count(*) FROM "Revision" r WHERE r."articleId" = a."id" AND r."headline" = a."slug"),
       (SELECT count(*) FROM "ArticleTopic" x WHERE x."articleId" = a."id"), (SELECT count(*) FROM "Byline" y WHERE y."articleId" = a."id"),
       (SELECT count(*) FROM "AuditEvent" v WHERE v."subject" = 'article:' || a."id")) AS "parts"
     FROM "Article" a ORDER BY 1`,
  )
  assert.deepEqual(
    rows.map(({ slug, parts }) => [slug, parts]),
    ['a', 'f', 'there'].map((slug) => [slug, '1 1 1 1']),
  )
})
