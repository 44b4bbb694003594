import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publish } from '#lib/domain/workflow/workflow.ts'
import { draftOf, withDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { chance } from '#lib/domain/writing/editor/testing/bodies.ts'
import { acceptAll, rejectAll } from '#lib/domain/writing/suggesting/settle.ts'
import { hasSuggestions, type SuggestedBody } from '#lib/domain/writing/suggesting/suggested-body.ts'
import { mark, suggestedBodyOf } from '#lib/domain/writing/suggesting/testing/suggested-bodies.ts'
import { findNewsroomArticle } from '#lib/store/articles/desk/newsroom-article.ts'
import { countEarlierVersions, listPictureUses } from '#lib/store/media/media-library-uses.ts'
import { findPreviewedArticle } from '#lib/store/pages/previewed-article.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  change,
  hour,
  makeDraft,
  makeEdition,
  makePicture,
  makePublished,
  noon,
  paragraphs,
} from '#lib/store/testing/newsroom.ts'
import { findNewestDraft, findRevision, listRevisions } from './revisions.ts'

const db = withDatabase()
const canary = 'palimpsest'

async function suggest(id: number, version: number, body: SuggestedBody) {
  return change(id, { version, action: 'edit', now: hour(1) }, (article, ground) =>
    withDraft(article, { ...draftOf(article), body }, ground),
  )
}

const added: SuggestedBody = [
  ...paragraphs('Body'),
  { kind: 'paragraph', content: [{ text: canary, marks: [mark('insertion')] }] },
  { kind: 'divider', suggestion: mark('insertion', 'another-suggestion') },
]

test('the body of a revision never holds a suggestion, at whatever depth and whoever writes it', async () => {
  const newsroom = await makeEdition()
  const id = await makePublished(newsroom)
  const insert = (number: number, body: unknown) =>
    db.query(
      `INSERT INTO "Revision" ("articleId", "number", "headline", "standfirst", "body", "facts", "wordCount", "createdBy", "hash", "previousHash")
        SELECT "articleId", $2::int, "headline", "standfirst", $3, "facts", 0, 'test', encode(sha256($2::int::text::bytea), 'hex'), "hash" FROM "Revision" WHERE "articleId" = $1
        ORDER BY "number" LIMIT 1`,
      [id, number, JSON.stringify(body)],
    )
  const bodies = Array.from({ length: 60 }, (_, seed) => suggestedBodyOf(chance(seed))).filter(hasSuggestions)
  assert.ok(bodies.length > 40)
  for (const [place, body] of bodies.entries()) {
    await assert.rejects(insert(100 + place, body), { constraint: 'Revision_body_without_suggestions' })
    await insert(100 + place, rejectAll(body))
  }
  await assert.rejects(insert(1000, [{ kind: 'divider', suggestion: {} }]), /without_suggestions/)
  const flagged = JSON.stringify(added)
  await assert.rejects(db.query('UPDATE "Blog" SET "about" = $1', [flagged]), /Blog_about_without_suggestions/)
  await assert.rejects(
    db.query(
      `INSERT INTO "Page" ("editionId", "slug", "title", "description", "body") SELECT "id", 'about', '', '', $1 FROM "Edition"`,
      [flagged],
    ),
    /Page_body_without_suggestions/,
  )
})

test('what is suggested in a published article is a revision of the same words: readers, previews and search know nothing', async () => {
  const newsroom = await makeEdition({ key: 'ru' })
  const id = await makePublished(newsroom, noon, { text: { body: paragraphs('Body') } })
  const shown = () => findPreviewedArticle(id, null, hour(2))
  const { article: before } = (await shown()) ?? assert.fail()
  const after = await suggest(id, 2, added)
  assert.deepEqual(after.state, { kind: 'published', firstAt: noon, textChangedAt: null, shows: 'newest' })
  const { article, isShown } = (await shown()) ?? assert.fail()
  assert.ok(isShown, 'the newest revision is what readers see')
  assert.deepEqual({ ...article, revision: 0 }, { ...before, revision: 0 })
  const rows = await db.query<{ row: object }>(
    `SELECT to_jsonb(s) AS "row" FROM "SearchDocument" s WHERE "articleId" = $1 UNION ALL SELECT to_jsonb(a) FROM "Article" a
      WHERE "id" = $1 UNION ALL SELECT to_jsonb(r) - 'facts' FROM "Revision" r WHERE "articleId" = $1
      UNION ALL SELECT to_jsonb(o) FROM "Outbox" o UNION ALL SELECT to_jsonb(w) FROM "ArticleWords" w`,
    [id],
  )
  assert.ok(rows.length > 4)
  assert.ok(!JSON.stringify(rows).includes(canary))
  assert.deepEqual((await findNewestDraft(id))?.draft.body, added, 'and the newsroom has it all')
  assert.deepEqual((await findRevision(id, 2))?.suggestedBody, added)
  assert.deepEqual(
    (await listRevisions(id)).map(({ wordCount }) => wordCount),
    [1, 1],
  )
})

test('accepted, the newer text waits for publication; published, readers have it', async () => {
  const newsroom = await makeEdition({ key: 'ky' })
  const id = await makePublished(newsroom, noon, { text: { body: paragraphs('Body') } })
  const open = await suggest(id, 2, added)
  const accepted = await suggest(id, open.version, acceptAll(added))
  assert.ok(accepted.state.kind === 'published' && accepted.state.shows !== 'newest')
  const published = await change(id, { version: accepted.version, action: 'publish', now: hour(2) }, (article) =>
    publish(article, hour(2)),
  )
  assert.deepEqual([published.text.body, published.suggestedBody], [acceptAll(added), null])
})

test('a translation is not behind for what is only suggested in its source, and is for what was accepted', async () => {
  const [source, place] = [await makeEdition({ key: 'de' }), await makeEdition({ key: 'fr' })]
  const id = await makeDraft(source, { familyKey: 'a-story', text: { body: paragraphs('Body') } })
  const translation = await makeDraft(place, { familyKey: 'a-story', now: hour(0.5) })
  const age = async () => (await findNewsroomArticle(translation))?.siblings[0]?.age
  await suggest(id, 1, added)
  assert.equal(await age(), null)
  await suggest(id, 2, rejectAll(added))
  assert.equal(await age(), null)
  await suggest(id, 3, added)
  await suggest(id, 4, acceptAll(added))
  assert.equal(await age(), 'source-is-newer')
})

test('a picture that is only suggested is wanted, and not public', async () => {
  const newsroom = await makeEdition({ key: 'fa' })
  const pictureId = await makePicture({ locale: 'fa' })
  const id = await makePublished(newsroom, noon, { text: { body: paragraphs('Body') } })
  const figure = { kind: 'figure', pictureId, size: 'text', suggestion: mark('insertion') } as const
  await suggest(id, 2, [...paragraphs('Body'), figure])
  assert.deepEqual(
    (await listPictureUses(pictureId)).map((use) => [use.kind, use.isPublic]),
    [['figure', false]],
  )
  assert.equal(await countEarlierVersions(pictureId), 1)
  assert.deepEqual(await db.query('SELECT "publicSince" FROM "Picture" WHERE "id" = $1', [pictureId]), [
    { publicSince: null },
  ])
})
