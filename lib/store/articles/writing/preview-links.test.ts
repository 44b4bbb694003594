import assert from 'node:assert/strict'
import { test } from 'node:test'
import { previewState } from '#lib/domain/publishing/preview.ts'
import { edit, kill, publish } from '#lib/domain/workflow/workflow.ts'
import { database } from '#lib/store/database/client.ts'
import { findPictureByToken } from '#lib/store/media/picture.ts'
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
  type TestNewsroom,
} from '#lib/store/testing/newsroom.ts'
import {
  countPreviewOpening,
  createPreviewLink,
  findPreviewLink,
  findPreviewLinkById,
  listPreviewLinks,
  revokePreviewLink,
} from './preview-links.ts'

const db = withDatabase()
const by = { id: 'ada', name: 'Ada' }
let made: Promise<TestNewsroom> | undefined
let serial = 0

/** Hooks of a file run before its database is open: the first test makes the newsroom. */
function desk(): Promise<TestNewsroom> {
  made ??= makeEdition().then(async (newsroom) => {
    await database().user.create({ data: { ...by, email: 'ada@example.org' } })
    return newsroom
  })
  return made
}

async function makeLink(articleId: number) {
  const tokenHash = String(++serial).padStart(64, '0')
  const revision = await createPreviewLink({ articleId, tokenHash, by, expiresAt: hour(1), now: noon })
  const link = await findPreviewLink(tokenHash)
  assert.ok(link)
  return { link, revision }
}

async function auditOf(articleId: number) {
  const rows = await db.query<{ action: string; details: object }>(
    `SELECT "action", "details" FROM "AuditEvent" WHERE "subject" = $1 AND "action" LIKE 'preview.%' ORDER BY "id"`,
    [`article:${articleId}`],
  )
  return rows.map(({ action }) => action)
}

test('a link shows the revision it was made for, also after the text changed', async () => {
  const id = await makeDraft(await desk(), { text: { headline: 'First words' } })
  const { link, revision } = await makeLink(id)
  assert.equal(revision, 1)
  await change(id, { version: 1, action: 'edit' }, (article) =>
    edit(article, { ...article.text, headline: 'Second words' }, null),
  )
  const shown = await findPreviewedArticle(id, link.revision, noon)
  assert.equal(shown?.article.headline, 'First words')
  assert.equal(shown?.article.revision, 1)
  assert.equal(shown?.isShown, false)
  assert.deepEqual(shown?.article.publishedAt, noon)
  assert.deepEqual(
    shown?.article.bylines.map(({ name }) => name),
    ['News desk'],
  )
  assert.deepEqual(
    shown?.article.topics.map(({ name }) => name),
    ['Water'],
  )
  assert.equal((await findPreviewedArticle(id, null, noon))?.article.headline, 'Second words')
  assert.equal((await makeLink(id)).revision, 2)
})

test('making and closing a link are in the audit log, and closing happens once', async () => {
  const id = await makeDraft(await desk())
  const { link } = await makeLink(id)
  assert.equal(previewState(link, noon), 'open')
  const revocation = { id: link.id, articleId: id, by: 'Bo', now: hour(0.5) }
  assert.equal(await revokePreviewLink({ ...revocation, articleId: id + 1 }), false, 'a link of another article')
  assert.equal(await revokePreviewLink(revocation), true)
  assert.equal(await revokePreviewLink(revocation), false)
  const closed = await findPreviewLinkById(link.id)
  assert.ok(closed)
  assert.equal(previewState(closed, hour(0.5)), 'revoked')
  assert.deepEqual(await auditOf(id), ['preview.make', 'preview.revoke'])
})

test('openings are counted, openers are not remembered', async () => {
  const id = await makeDraft(await desk())
  const { link } = await makeLink(id)
  await countPreviewOpening(link.id, hour(0.25))
  await countPreviewOpening(link.id, hour(0.5))
  const [listed] = await listPreviewLinks(id)
  assert.deepEqual([listed?.openedCount, listed?.openedAt], [2, hour(0.5)])
})

test('a killed article has no preview, and its links are closed', async () => {
  const id = await makePublished(await desk())
  const { link } = await makeLink(id)
  assert.equal((await findPreviewedArticle(id, 1, noon))?.isShown, true)
  await change(id, { version: 2, action: 'kill' }, (article) => kill(article, null, hour(0.5)))
  const closed = await findPreviewLinkById(link.id)
  assert.ok(closed)
  assert.equal(previewState(closed, hour(0.6)), 'revoked')
  assert.equal(await findPreviewedArticle(id, 1, noon), null)
  assert.equal(
    await createPreviewLink({ articleId: id, tokenHash: 'f'.repeat(64), by, expiresAt: hour(9), now: noon }),
    null,
  )
})

test('a picture is public from the moment that something public shows it, and stays so', async () => {
  const [lead, figure, unused] = [
    await makePicture({ locale: 'en' }),
    await makePicture({ locale: 'en' }),
    await makePicture({ locale: 'en' }),
  ] as const
  const isPublic = async (id: number) => {
    const { token } = await database().picture.findUniqueOrThrow({ where: { id }, select: { token: true } })
    return (await findPictureByToken(token))?.isPublic
  }
  const body = [...paragraphs('Look:'), { kind: 'figure', pictureId: figure, size: 'text' } as const]
  const id = await makeDraft(await desk(), { text: { pictureId: lead, body }, embargoUntil: hour(1) })
  assert.deepEqual([await isPublic(lead), await isPublic(figure)], [false, false])
  await change(id, { version: 1, action: 'publish' }, (article) => publish(article, hour(1)))
  assert.deepEqual([await isPublic(lead), await isPublic(figure), await isPublic(unused)], [true, true, false])
  await change(id, { version: 2, action: 'edit' }, (article, { newestRevisionId }) =>
    edit(article, { ...article.text, pictureId: unused }, newestRevisionId),
  )
  assert.equal(await isPublic(unused), false, 'a newer text that waits shows nothing yet')
  const contributor = await database().contributor.update({
    where: { id: (await desk()).contributorId },
    data: { pictureId: unused },
  })
  assert.equal(contributor.pictureId, unused)
  assert.equal(await isPublic(unused), true)
})
