import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reservedArticleSlugs, reservedSections } from '#lib/domain/site/address.ts'
import { withDatabase } from '../testing/database.ts'
import { makeDraft, makeEdition, makePicture, makePublished, noon, type TestNewsroom } from '../testing/newsroom.ts'

const db = withDatabase()
let newsroom: TestNewsroom
let published: number
let draft: number
let picture: number

test('a newsroom to try things on', async () => {
  newsroom = await makeEdition()
  published = await makePublished(newsroom)
  draft = await makeDraft(newsroom)
  picture = await makePicture({ locale: 'en' })
})

async function refused(sql: string, by: string): Promise<void> {
  const values = sql.includes('$1')
    ? [sql.includes('"PictureText"') || sql.includes('"Picture"') ? picture : published]
    : []
  await assert.rejects(db.query(sql, values), (error: { constraint?: string; message: string }) => {
    assert.equal(error.constraint ?? error.message, by, sql)
    return true
  })
}

const article = (assignments: string) => `UPDATE "Article" SET ${assignments} WHERE "id" = $1`

const refusals: readonly (readonly [string, string, string])[] = [
  ['a published article shows a revision', article('"publishedRevisionId" = NULL'), 'Article_public_when_published'],
  ['a published article is listed', article('"listedAt" = NULL'), 'Article_public_when_published'],
  ['a draft is listed nowhere', article(`"state" = 'draft'`), 'Article_public_when_published'],
  ['it is listed since it came out', article(`"listedAt" = now()`), 'Article_listed_since_first_published'],
  ['only what is withdrawn has a date of it', article('"withdrawnAt" = now()'), 'Article_withdrawn_at'],
  ['no article goes out under embargo', article(`"embargoUntil" = now() + interval '9 years'`), 'Article_embargo_over'],
  ['text changes after it came out', article(`"textChangedAt" = '2001-01-01'`), 'Article_text_changed_later'],
  ['slugs are ASCII words', article(`"slug" = 'Река'`), 'Article_slug_shape'],
  ['slugs have no double hyphens', article(`"slug" = 'a--b'`), 'Article_slug_shape'],
  ['headlines say something', article(`"headline" = ' '`), 'Article_has_headline'],
  [
    'an alternative text says something',
    `UPDATE "PictureText" SET "alt" = '' WHERE "pictureId" = $1`,
    'PictureText_alt_says_something',
  ],
  [
    'it is not the caption again',
    `UPDATE "PictureText" SET "alt" = "caption" WHERE "pictureId" = $1`,
    'PictureText_alt_is_not_caption',
  ],
  ['a focal point lies in the picture', `UPDATE "Picture" SET "focusX" = 1.1 WHERE "id" = $1`, 'Picture_focus_inside'],
  [
    'an alert ends after it starts',
    `INSERT INTO "BreakingAlert" ("editionId", "text", "startsAt", "expiresAt") SELECT "id", 'x', now(), now() FROM "Edition"`,
    'BreakingAlert_ends_after_start',
  ],
  ['there is one organisation', `INSERT INTO "Site" ("id", "name", "legalName") VALUES (2, 'x', 'x')`, 'Site_is_one'],
  ['an edition key is a language tag', `UPDATE "Edition" SET "key" = 'the-long-line'`, 'Edition_key_shape'],
  ['a blog slug is longer than a language tag', `UPDATE "Blog" SET "slug" = 'abc'`, 'Blog_slug_shape'],
  ['a blog slug can’t be read as an edition', `UPDATE "Blog" SET "slug" = 'en-latn'`, 'Blog_slug_shape'],
  [
    'a former address leads to one place',
    `INSERT INTO "FormerAddress" ("editionId", "path") SELECT "id", 'old' FROM "Edition"`,
    'FormerAddress_leads_to_one',
  ],
  ['revisions are not changed', `UPDATE "Revision" SET "headline" = 'x'`, 'Revision rows are never changed or deleted'],
  ['revisions are not deleted', 'DELETE FROM "Revision"', 'Revision rows are never changed or deleted'],
  ['revisions are not emptied', 'TRUNCATE "Revision" CASCADE', 'Revision rows are never changed or deleted'],
  [
    'the audit trail is not changed',
    `UPDATE "AuditEvent" SET "actor" = 'x'`,
    'AuditEvent rows are never changed or deleted',
  ],
  ['the audit trail is not deleted', 'DELETE FROM "AuditEvent"', 'AuditEvent rows are never changed or deleted'],
]
for (const [name, sql, constraint] of refusals) test(`${name}`, () => refused(sql, constraint))

test('every section that the program needs is refused to blogs and pages', async () => {
  for (const slug of [...reservedSections].filter((section) => section.length >= 4)) {
    await refused(`UPDATE "Blog" SET "slug" = '${slug}'`, 'Blog_slug_reserved')
    await refused(
      `INSERT INTO "Page" ("editionId", "slug", "title", "description", "body") SELECT "id", '${slug}', '', '', '[]' FROM "Edition"`,
      'Page_slug_reserved',
    )
  }
  for (const slug of reservedArticleSlugs) await refused(article(`"slug" = '${slug}'`), 'Article_slug_shape')
})

test('there is one default edition', async () => {
  await assert.rejects(makeEdition({ key: 'ky', isDefault: true }))
})

test('an article shows only a revision of itself', async () => {
  const [other] = await db.query<{ id: number }>('SELECT "id" FROM "Revision" WHERE "articleId" = $1', [draft])
  await assert.rejects(
    db.query('UPDATE "Article" SET "publishedRevisionId" = $2 WHERE "id" = $1', [published, other?.id]),
    /Article_publishedRevisionId_id_fkey/,
  )
})

test('a topic or contributor of another edition is refused', async () => {
  const russian = await makeEdition({ key: 'ru' })
  await assert.rejects(
    db.query('INSERT INTO "ArticleTopic" ("articleId", "topicId", "position") VALUES ($1, $2, 9)', [
      published,
      russian.topicId,
    ]),
    /ArticleTopic of another edition/,
  )
  await assert.rejects(makeDraft({ ...newsroom, contributorId: russian.contributorId }), /Byline of another edition/)
  await assert.rejects(makeDraft({ ...newsroom, blogId: russian.blogId }), /Article_blogId_editionId_fkey/)
})

test('rows of an article know since when it is listed, and forget it with the article', async () => {
  const listed = async () => {
    const rows = await db.query<{ at: Date | null }>(
      `SELECT "listedAt" AS at FROM "ArticleTopic" WHERE "articleId" = $1
        UNION ALL SELECT "listedAt" FROM "Byline" WHERE "articleId" = $1`,
      [published],
    )
    return rows.map(({ at }) => at?.getTime() ?? null)
  }
  assert.deepEqual(await listed(), [noon.getTime(), noon.getTime()])
  await db.query(
    `UPDATE "Article" SET "state" = 'withdrawn', "publishedRevisionId" = NULL, "listedAt" = NULL, "withdrawnAt" = now() WHERE "id" = $1`,
    [published],
  )
  assert.deepEqual(await listed(), [null, null])
})
