import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edit, move } from '#lib/domain/workflow/workflow.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  change,
  hour,
  makeDraft,
  makeEdition,
  makePicture,
  makePublished,
  paragraphs,
} from '#lib/store/testing/newsroom.ts'
import { findArticlesById, findArticlesByWords } from './find-articles.ts'
import { findNamed, findPeople, findPictures } from './find-others.ts'

const db = withDatabase()
const everywhere = { kind: 'everywhere' } as const
const nowhere = { kind: 'some', editionIds: [], blogIds: [] } as const

const idsOf = async (text: string, places: Parameters<typeof findArticlesByWords>[1] = everywhere) =>
  (await findArticlesByWords(text, places)).map(({ id }) => id)

test('articles in any state are found by the beginnings of words, in any script and case', async () => {
  const here = await makeEdition()
  const there = await makeEdition({ key: 'ky' })
  const farsi = await makeEdition({ key: 'fa', direction: 'rtl' })
  const draft = await makeDraft(here, { slug: 'aral-sea-today', text: { headline: 'How the Aral Sea came apart' } })
  const live = await makePublished(there, hour(1), { text: { headline: 'Аралдын «суусу» кайтты' } })
  const persian = await makeDraft(farsi, { text: { headline: 'دریاچهٔ آرال چگونه از هم پاشید' } })
  const body = await makeDraft(here, {
    text: { headline: 'Boats', body: paragraphs('They lie near Aralsk, on sand.') },
  })

  assert.deepEqual(await idsOf('sea ara'), [draft])
  assert.deepEqual(await idsOf('APART'), [draft])
  assert.deepEqual(await idsOf('аралдын СУУ'), [live])
  assert.deepEqual(await idsOf('آرال'), [persian])
  assert.deepEqual(await idsOf('aralsk'), [body])
  assert.deepEqual(await idsOf('ral'), [])
  // Typed without marks, on an Arabic keyboard, or with marks that are not there.
  assert.deepEqual(await idsOf('ارال'), [persian])
  assert.deepEqual(await idsOf('درياچه'), [persian])
  assert.deepEqual(await idsOf('кайтты ара\u0301л'), [live])
  assert.deepEqual(await idsOf('today'), [draft])
  // The headline counts for more than the text.
  assert.deepEqual(await idsOf('aral'), [draft, body])
  for (const nothing of ['', '  ', "'", '&|!:*()', '…']) assert.deepEqual(await idsOf(nothing), [], nothing)
  assert.deepEqual(await idsOf("o'brien:*) | boats"), [])

  assert.deepEqual(await idsOf('aral', nowhere), [])
  assert.deepEqual(await idsOf('аралдын', { ...nowhere, editionIds: [here.edition.id] }), [])
  assert.deepEqual(await idsOf('аралдын', { ...nowhere, blogIds: [there.blogId] }), [live])
  const [found] = await findArticlesByWords('apart', everywhere)
  assert.deepEqual([found?.state, found?.title, found?.locale], ['draft', 'How the Aral Sea came apart', 'en'])
})

test('the newest words are found, the former no more; a new address too', async () => {
  const [first] = await findArticlesByWords('apart', everywhere)
  const id = Number(first?.id)
  await change(id, {}, (article, ground) =>
    edit(article, { ...article.text, headline: 'A lake returns' }, ground.newestRevisionId),
  )
  assert.deepEqual(await idsOf('apart'), [])
  assert.deepEqual(await idsOf('returns'), [id])
  await change(id, { version: 2 }, (article) => move(article, { blogId: article.blogId, slug: 'kokaral-dam' }))
  assert.deepEqual(await idsOf('kokaral'), [id])
})

test('a rare word is found behind thousands of newer articles, a common one among the newest', async () => {
  const here =
    (
      await db.query<{ id: number; editionId: number }>(
        `SELECT "blogId" AS id, "editionId" FROM "Article" ORDER BY "id" LIMIT 1`,
      )
    )[0] ?? assert.fail()
  await db.query(
    `WITH f AS (INSERT INTO "StoryFamily" ("key") SELECT 'many-' || n FROM generate_series(1, 4000) n RETURNING "id"),
      a AS (INSERT INTO "Article" ("editionId", "blogId", "familyId", "slug", "headline", "standfirst", "changedAt")
        SELECT $1, $2, "id", 'many-' || "id", 'Common', '', '2030-01-01'::timestamptz + "id" * interval '1 second' FROM f RETURNING "id")
    INSERT INTO "Revision" ("articleId", "number", "headline", "standfirst", "body", "facts", "wordCount", "createdBy", "hash")
      SELECT "id", 1, 'Common words', '', '[]', '{}', 0, 'test', encode(sha256("id"::text::bytea), 'hex') FROM a`,
    [here.editionId, here.id],
  )
  await db.query('ANALYZE')
  const common = await findArticlesByWords('comm', everywhere)
  assert.equal(common.length, 8)
  const newest = Math.max(...(await db.query<{ id: number }>('SELECT "id" FROM "Article"')).map(({ id }) => id))
  assert.equal(common[0]?.id, newest)
  assert.equal((await idsOf('aralsk')).length, 1)
})

test('what was opened is named again only where one may still see it', async () => {
  const [one] = await findArticlesByWords('aralsk', everywhere)
  const id = Number(one?.id)
  assert.equal((await findArticlesById([id, 999_999], everywhere)).length, 1)
  assert.deepEqual(await findArticlesById([id], nowhere), [])
})

test('people, topics, contributors, blogs and pictures are found by their names', async () => {
  await db.query(`INSERT INTO "User" (id, name, email) VALUES ('aida', 'Айда Сыдыкова', 'aida@example.org')`)
  assert.deepEqual(
    (await findPeople({ text: 'айда' })).map(({ id }) => id),
    ['aida'],
  )
  // Without the mark of her letter, as in a hurry.
  assert.deepEqual(
    (await findPeople({ text: 'АИДА сыд' })).map(({ id }) => id),
    ['aida'],
  )
  assert.deepEqual(
    (await findPeople({ ids: ['aida', 'x'] })).map(({ title }) => title),
    ['Айда Сыдыкова'],
  )
  const titles = async (kind: Parameters<typeof findNamed>[0], text: string) =>
    (await findNamed(kind, { text }, everywhere)).map(({ title }) => title)
  assert.equal((await titles('topic', 'WAT')).length, 3)
  assert.equal((await titles('contributor', 'news desk')).length, 3)
  assert.equal((await titles('blog', 'rivers')).length, 3)
  assert.deepEqual(await titles('page', 'about'), [])
  const [blog] = await findNamed('blog', { text: 'rivers' }, everywhere)
  const places = { ...nowhere, blogIds: [Number(blog?.id)] }
  assert.deepEqual(
    (await findNamed('blog', { text: 'rivers' }, places)).map(({ id }) => id),
    [blog?.id],
  )
  assert.deepEqual(await findNamed('topic', { text: 'water' }, nowhere), [])

  const picture = await makePicture({ locale: 'en', alt: 'A trawler on the sand' })
  assert.deepEqual(
    (await findPictures({ text: 'trawl sand' })).map(({ id }) => id),
    [picture],
  )
  assert.deepEqual(
    (await findPictures({ text: 'graphics' })).map(({ id }) => id),
    [picture],
  )
  assert.deepEqual(
    (await findPictures({ ids: [String(picture)] })).map(({ title }) => title),
    ['Where it is'],
  )
  assert.deepEqual(await findPictures({ text: 'rawler' }), [])
})
