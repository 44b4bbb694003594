import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DigitalSource } from '#lib/domain/media/digital-source.ts'
import { describePicture } from '#lib/domain/media/library.ts'
import { ok } from '#lib/domain/result.ts'
import { findPicturesToPlace } from '#lib/store/articles/desk/editor-lookups.ts'
import { findSyndicated } from '#lib/store/feeds/syndicated.ts'
import { findPictures } from '#lib/store/finding/find-others.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  by,
  hour,
  makeDraft,
  makeEdition,
  makePicture,
  makePublished,
  noon,
  paragraphs,
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import { type LibraryFilter, listLibrary } from './media-library.ts'
import { changePicture, deletePictureRow } from './media-library-change.ts'
import { countEarlierVersions, listPictureUses } from './media-library-uses.ts'
import { findPictureByToken } from './picture.ts'
import { findBarredPictures } from './rights.ts'

const db = withDatabase()
const anything: LibraryFilter = { text: null, credit: null, from: null, until: null, lacksAltIn: null, bar: null }
const given = { version: null, action: 'picture.focus', by, now: noon } as const
let newsroom: TestNewsroom

test('a newsroom to try things on', async () => {
  newsroom = await makeEdition()
})

test('a new focal point gives a new token, and the old one goes on drawing what it drew', async () => {
  const id = await makePicture({ locale: 'en' })
  const [{ token } = { token: '' }] = await db.query<{ token: string }>(
    'SELECT "token" FROM "Picture" WHERE "id" = $1',
    [id],
  )
  const newToken = 'a-new-token-for-the-focus'
  const changed = await changePicture({ ...given, id, newToken }, (picture) =>
    ok({ ...picture, focus: { x: 0.1, y: 0.9 } }),
  )
  assert.ok(changed.ok)
  assert.equal(changed.value.token, newToken)
  assert.deepEqual((await findPictureByToken(newToken))?.focus, { x: 0.1, y: 0.9 })
  assert.deepEqual((await findPictureByToken(token))?.focus, { x: 0.5, y: 0.25 })
  const words = { locale: 'en', alt: 'A river', caption: 'The Chu', credit: null }
  const described = await changePicture({ ...given, id, newToken: 'not-needed-at-all-here' }, (picture) =>
    describePicture(picture, words),
  )
  assert.ok(described.ok)
  assert.equal(described.value.token, newToken, 'words are in no rendition')
  assert.equal(await findPictureByToken('not-needed-at-all-here'), null)
})

test('how a picture came to be stands in its renditions: a change gives a new token, and the old one goes on saying what it said', async () => {
  const id = await makePicture({ locale: 'en' })
  const article = await makePublished(newsroom, noon, { text: { pictureId: id } })
  const shown = async () => (await findSyndicated([article]))[0]?.article.picture?.digitalSource
  assert.equal(await shown(), null)
  const say = async (digitalSource: DigitalSource | null, newToken: string) => {
    const changed = await changePicture({ ...given, action: 'picture.notes', id, newToken }, (picture) =>
      ok({ ...picture, digitalSource }),
    )
    assert.ok(changed.ok)
  }
  await say('trainedAlgorithmicMedia', 'token-while-it-was-made-by-ai')
  assert.equal(await shown(), 'trainedAlgorithmicMedia')
  await say(null, 'token-when-nobody-said-so')
  assert.equal(await shown(), null)
  assert.equal((await findPictureByToken('token-while-it-was-made-by-ai'))?.digitalSource, 'trainedAlgorithmicMedia')
  assert.equal((await findPictureByToken('token-when-nobody-said-so'))?.digitalSource, null)
})

test('a picture is found by its place: in the library, to be placed, and by the finder', async () => {
  const id = await makePicture({ locale: 'en' })
  const changed = await changePicture(
    { ...given, action: 'picture.notes', id, newToken: 'not-needed-for-a-place' },
    (picture) => ok({ ...picture, location: 'Ысык-Көл, Kyrgyzstan' }),
  )
  assert.ok(changed.ok)
  const text = 'ысык-көл kyrgyzstan'
  assert.deepEqual(
    (await listLibrary({ ...anything, text }, null, noon)).items.map((picture) => picture.id),
    [id],
  )
  assert.deepEqual(
    (await findPicturesToPlace(text, noon)).map((picture) => picture.id),
    [id],
  )
  assert.deepEqual(
    (await findPictures({ text: 'Kyrgyz' })).map((picture) => picture.id),
    [id],
  )
})

test('a change from an older version is refused and changes nothing', async () => {
  const id = await makePicture({ locale: 'en' })
  const change = { ...given, id, version: 1, newToken: 'the-first-one-to-change-it' }
  assert.ok((await changePicture(change, (picture) => ok({ ...picture, credit: 'Aida' }))).ok)
  const late = await changePicture({ ...change, newToken: 'too-late-to-change-it-now' }, (picture) =>
    ok({ ...picture, credit: 'Bek' }),
  )
  assert.deepEqual(late, { ok: false, error: { kind: 'stale', version: 2 } })
})

test('lead pictures, figures, slots and portraits are uses; their pages are put out of date', async () => {
  const id = await makePicture({ locale: 'en' })
  const lead = await makePublished(newsroom, noon, { text: { pictureId: id } })
  const body = [...paragraphs('Text'), { kind: 'figure', pictureId: id, size: 'text' } as const]
  const figure = await makePublished(newsroom, noon, { text: { body } })
  const draft = await makeDraft(newsroom, { text: { body } })
  await db.query('UPDATE "Contributor" SET "pictureId" = $1', [id])
  const uses = await listPictureUses(id)
  assert.deepEqual(
    uses.map((use) => [use.kind, 'articleId' in use ? use.articleId : 0, use.isPublic]),
    [
      ['figure', draft, false],
      ['figure', figure, true],
      ['lead', lead, true],
      ['contributor', 0, true],
    ],
  )
  const newToken = 'a-token-that-all-pages-get'
  assert.ok(
    (await changePicture({ ...given, id, newToken }, (picture) => ok({ ...picture, focus: { x: 0, y: 0 } }))).ok,
  )
  const [announced] = await db.query<{ tags: string[] }>('SELECT "tags" FROM "Outbox" ORDER BY "id" DESC LIMIT 1')
  for (const tag of [`article:${lead}`, `article:${figure}`, `latest:${newsroom.edition.id}`])
    assert.ok(announced?.tags.includes(tag), tag)
  assert.ok(!announced?.tags.includes(`article:${draft}`), 'nobody sees a draft')
  const refused = await deletePictureRow({ id, by, now: noon })
  assert.ok(!refused.ok && refused.error.kind === 'used' && refused.error.uses.length === 4)
})

test('a picture in an unsaved text is in use', async () => {
  const id = await makePicture({ locale: 'en' })
  const article = await makeDraft(newsroom)
  await db.query(`INSERT INTO "User" ("id", "name", "email", "updatedAt") VALUES ('u1', 'U', 'u1@example.org', now())`)
  await db.query(
    `INSERT INTO "WorkingCopy" ("articleId", "userId", "tab", "sequence", "baseVersion", "text") VALUES ($1, 'u1', 't', 1, 1, $2)`,
    [article, JSON.stringify({ draft: { body: [{ kind: 'figure', pictureId: id }] }, base: null })],
  )
  assert.deepEqual(
    (await listPictureUses(id)).map(({ kind }) => kind),
    ['unsaved'],
  )
})

test('what nothing uses is deleted, with every token it had', async () => {
  const id = await makePicture({ locale: 'en' })
  assert.ok(
    (
      await changePicture({ ...given, id, newToken: 'the-second-of-two-tokens' }, (picture) =>
        ok({ ...picture, credit: 'X' }),
      )
    ).ok,
  )
  assert.equal(await countEarlierVersions(id), 0)
  const deleted = await deletePictureRow({ id, by, now: noon })
  assert.ok(deleted.ok)
  assert.equal(deleted.value.tokens.length, 2)
  for (const token of deleted.value.tokens) assert.equal(await findPictureByToken(token), null)
})

test('the library is searched by words, credit and date, in pages', async () => {
  const id = await makePicture({ locale: 'ru', alt: 'Широкая Река' })
  await db.query(
    `UPDATE "Picture" SET "credit" = 'Айгүл', "takenAt" = '2001-05-05', "createdAt" = '2031-01-01' WHERE "id" = $1`,
    [id],
  )
  const found = async (filter: Partial<LibraryFilter>) =>
    (await listLibrary({ ...anything, ...filter }, null, noon)).items.map((picture) => picture.id)
  assert.deepEqual(await found({ text: 'широкая' }), [id])
  assert.deepEqual(await found({ credit: 'айгүл' }), [id])
  assert.deepEqual(await found({ from: new Date('2001-05-05'), until: new Date('2001-05-06') }), [id])
  assert.ok(!(await found({ lacksAltIn: 'ru' })).includes(id))
  assert.ok((await found({ lacksAltIn: 'en' })).includes(id))
  assert.deepEqual([await found({ bar: 'expired' }), await found({ bar: 'no-reuse' })], [[], []])
  await db.query(`UPDATE "Picture" SET "rightsUntil" = $2, "isReusable" = false WHERE "id" = $1`, [id, hour(-13)])
  assert.deepEqual([await found({ bar: 'expired' }), await found({ bar: 'no-reuse' })], [[], [id]])
  assert.deepEqual(await findBarredPictures([id], noon), [{ id, fileName: 'map.png', bar: 'no-reuse' }])
  await db.query(`UPDATE "Picture" SET "rightsUntil" = $2 WHERE "id" = $1`, [id, hour(-24)])
  assert.deepEqual(
    [await found({ bar: 'expired' }), await findBarredPictures([id], noon)],
    [[id], [{ id, fileName: 'map.png', bar: 'expired' }]],
  )
  const first = await listLibrary(anything, null, noon)
  assert.equal(first.items[0]?.id, id)
  const next = await listLibrary(anything, { kind: 'older-than', cursor: { at: new Date('2031-01-01'), id } }, noon)
  assert.ok(next.items.length > 0 && next.items.every((picture) => picture.id !== id))
  assert.ok(next.newer)
})
