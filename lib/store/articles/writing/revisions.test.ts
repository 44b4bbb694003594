import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chainHash } from '#lib/domain/workflow/revision-hash.ts'
import { draftOf, withDraft } from '#lib/domain/writing/editor/article-draft.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  change,
  makeDraft,
  makeEdition,
  makePicture,
  makePublished,
  noon,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { findNewestNumber, findRevision, listRevisions, revisionsAPage } from './revisions.ts'

const db = withDatabase()
let newsroom: TestNewsroom

type Row = Record<'headline' | 'standfirst' | 'createdBy' | 'hash', string> & {
  readonly number: number
  readonly description: string | null
  readonly body: unknown
  readonly facts: unknown
  readonly createdAt: Date
  readonly previousHash: string | null
}

/** Goes along the chain as anybody could who has the rows. */
async function assertIntact(articleId: number): Promise<number> {
  const rows = await db.query<Row>('SELECT * FROM "Revision" WHERE "articleId" = $1 ORDER BY "number"', [articleId])
  let before: string | null = null
  for (const {
    hash,
    previousHash,
    createdAt,
    createdBy,
    number,
    headline,
    standfirst,
    description,
    body,
    facts,
  } of rows) {
    assert.equal(previousHash, before)
    const content = { articleId, number, headline, standfirst, description, body, facts }
    assert.equal(
      hash,
      chainHash({ ...content, at: createdAt.toISOString(), by: createdBy }, before),
      `number ${number}`,
    )
    before = hash
  }
  return rows.length
}

test('a newsroom', async () => {
  newsroom = await makeEdition()
})

test('another byline, topic, blog or address is a revision of its own; the published one goes with it', async () => {
  const id = await makePublished(newsroom)
  for (const [version, facts] of [
    [2, { bylines: [{ contributorId: newsroom.contributorId, role: 'Photo' }] }],
    [3, { topicIds: [] }],
    [4, { slug: 'elsewhere' }],
  ] as const)
    await change(id, { version }, (article, ground) => withDraft(article, { ...draftOf(article), ...facts }, ground))
  await change(id, { version: 5 }, (article, ground) => withDraft(article, draftOf(article), ground))
  assert.equal(await assertIntact(id), 4)
  const kept = await Promise.all([1, 2, 3, 4].map(async (number) => (await findRevision(id, number))?.placement))
  assert.deepEqual(
    kept.map((placement) => [placement?.bylines?.[0]?.role, placement?.topicIds, placement?.slug === 'elsewhere']),
    [
      [null, [newsroom.topicId], false],
      ['Photo', [newsroom.topicId], false],
      ['Photo', [], false],
      ['Photo', [], true],
    ],
  )
  assert.equal(kept[0]?.blogId, newsroom.blogId)
  const [newest, ...earlier] = await listRevisions(id)
  assert.equal(newest?.isShown, true, 'no word differs: readers see the newest')
  assert.ok(earlier.every(({ isShown }) => !isShown))
})

test('a newer text waits with its byline; the revision that readers see stays', async () => {
  const id = await makePublished(newsroom)
  await change(id, { version: 2 }, (article, ground) =>
    withDraft(article, { ...draftOf(article), headline: 'Newer', bylines: [] }, ground),
  )
  await change(id, { version: 3 }, (article, ground) =>
    withDraft(article, { ...draftOf(article), topicIds: [] }, ground),
  )
  assert.deepEqual(
    (await listRevisions(id)).map(({ number, isShown }) => [number, isShown]),
    [
      [3, false],
      [2, false],
      [1, true],
    ],
  )
})

test('a revision holds what its pictures said then', async () => {
  const [lead, figure] = [await makePicture({ locale: 'en', alt: 'A bridge' }), await makePicture({ locale: 'ky' })]
  const body = [{ kind: 'figure', pictureId: figure, size: 'text' }] as const
  const id = await makeDraft(newsroom, { text: { pictureId: lead, body } })
  await db.query(`UPDATE "PictureText" SET "alt" = 'A fallen bridge', "credit" = 'Aida' WHERE "pictureId" = $1`, [lead])
  await change(id, {}, (article, ground) => withDraft(article, { ...draftOf(article), headline: 'Second' }, ground))
  const before = { alt: 'A bridge', caption: 'Where it is', credit: 'Graphics desk' }
  const undescribed = { alt: '', caption: '', credit: 'Graphics desk' }
  assert.deepEqual((await findRevision(id, 1))?.pictures, { [lead]: before, [figure]: undescribed })
  assert.deepEqual((await findRevision(id, 2))?.pictures, {
    [lead]: { ...before, alt: 'A fallen bridge', credit: 'Aida' },
    [figure]: undescribed,
  })
})

test('a chain that began before revisions kept all this goes on, and is intact', async () => {
  const id = await makeDraft(newsroom)
  // As it was written then. Rows can't be changed; one that was never there can be put in its place.
  const facts = { pictureId: null, sources: [], sourceLine: null }
  const content = { articleId: id, number: 2, headline: 'Early', standfirst: 'S', description: null, body: [], facts }
  const [first] = await db.query<{ hash: string }>('SELECT "hash" FROM "Revision" WHERE "articleId" = $1', [id])
  const hash = chainHash({ ...content, at: noon.toISOString(), by: 'early' }, first?.hash ?? null)
  await db.query(
    `INSERT INTO "Revision" ("articleId", "number", "headline", "standfirst", "body", "facts", "wordCount", "createdAt", "createdBy",
      "hash", "previousHash") VALUES ($1, 2, 'Early', 'S', '[]', $2, 0, $3, 'early', $4, $5)`,
    [id, JSON.stringify(facts), noon, hash, first?.hash],
  )
  const { bylines } = await change(id, {}, (article, ground) =>
    withDraft(article, { ...draftOf(article), headline: 'Late' }, ground),
  )
  assert.equal(await assertIntact(id), 3)
  assert.deepEqual((await findRevision(id, 2))?.placement, {})
  assert.deepEqual((await findRevision(id, 3))?.placement.bylines, bylines)
})

test('a long history is read by pages, and none of its revisions twice', async () => {
  const id = await makeDraft(newsroom)
  await db.query(
    `INSERT INTO "Revision" SELECT (r).* FROM (SELECT jsonb_populate_record(r, jsonb_build_object('number', n, 'hash', repeat(md5(n::text), 2), 'previousHash', r."hash",
       'id', (SELECT max("id") FROM "Revision") + n)) r FROM "Revision" r, generate_series(2, $2::int) n WHERE r."articleId" = $1) x`,
    [id, revisionsAPage * 2 + 5],
  )
  const numbers: number[] = []
  for (let upTo = await findNewestNumber(id); upTo > 0; upTo = (numbers.at(-1) ?? 1) - 1) {
    const page = await listRevisions(id, upTo)
    assert.ok(page.length <= revisionsAPage)
    numbers.push(...page.map(({ number }) => number))
  }
  assert.deepEqual(
    numbers,
    Array.from({ length: revisionsAPage * 2 + 5 }, (_, index) => revisionsAPage * 2 + 5 - index),
  )
})
