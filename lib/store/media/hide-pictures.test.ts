import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { edit, kill, publish, withdraw } from '#lib/domain/workflow/workflow.ts'
import { inTransaction } from '#lib/store/database/client.ts'
import { changeFront } from '#lib/store/sections/change-front.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import {
  by,
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

const db = withDatabase()
let newsroom: TestNewsroom

test('a newsroom', async () => {
  newsroom = await makeEdition()
})

/** Those of these that their addresses show to everyone. */
async function shown(ids: readonly number[]): Promise<readonly number[]> {
  const rows = await db.query<{ id: number }>(
    `SELECT "id" FROM "Picture" WHERE "id" = ANY($1) AND "publicSince" IS NOT NULL ORDER BY "id"`,
    [ids],
  )
  return rows.map(({ id }) => id)
}

const picture = () => makePicture({ locale: 'en' })
const figureOf = (pictureId: number) => ({ kind: 'figure', pictureId, size: 'text' }) as const
const showing = (pictureId: number) => makePublished(newsroom, noon, { text: { pictureId } })
const leave = (id: number, version: number) =>
  change(id, { version, action: 'withdraw' }, (article) => withdraw(article, null, hour(1)))

test('pictures leave with the article that alone showed them, workers hear of it, and they come back with it', async () => {
  const [lead, figure, former] = [await picture(), await picture(), await picture()]
  const body = [...paragraphs('Text'), figureOf(figure)]
  const id = await makePublished(newsroom, noon, { text: { pictureId: former, body } })
  await change(id, { version: 2 }, (before, { newestRevisionId }) => {
    const edited = edit(before, { ...before.text, pictureId: lead }, newestRevisionId)
    return edited.ok ? publish(edited.value, hour(1)) : edited
  })
  const all = [lead, figure, former]
  assert.deepEqual(await shown(all), all)
  await leave(id, 3)
  assert.deepEqual(await shown(all), [])
  const [told] = await db.query<{ tags: string[]; hard: boolean }>(
    `SELECT o."tags", o."hard" FROM "Outbox" o WHERE o."kind" = 'picture.hide' ORDER BY o."id" DESC LIMIT 1`,
  )
  const tokens = await db.query<{ token: string }>(`SELECT "token" FROM "Picture" WHERE "id" = ANY($1)`, [all])
  assert.deepEqual(told?.tags.toSorted(), tokens.map(({ token }) => `renditions:${token}`).toSorted())
  assert.equal(told?.hard, true)
  await change(id, { version: 4 }, (article) => publish(article, hour(2)))
  assert.deepEqual(await shown(all), [lead, figure])
  await change(id, { version: 5, action: 'kill' }, (article) => kill(article, null, hour(3)))
  assert.deepEqual(await shown(all), [])
})

test('what another article, a front or a contributor shows stays', async () => {
  const [shared, inFront, portrait, inBody] = [await picture(), await picture(), await picture(), await picture()]
  const leaving = await Promise.all([shared, inFront, portrait, inBody].map(showing))
  const other = await showing(shared)
  await makePublished(newsroom, noon, {
    text: { body: [...paragraphs('Text'), figureOf(inBody)] },
  })
  const slots = [{ articleId: other, headline: null, standfirst: null, pictureId: inFront }]
  assert.ok((await changeFront({ editionId: newsroom.edition.id, version: 0, slots, by, now: noon })).ok)
  await db.query(`UPDATE "Contributor" SET "pictureId" = $1 WHERE "id" = $2`, [portrait, newsroom.contributorId])
  for (const id of leaving) await leave(id, 2)
  assert.deepEqual(await shown([shared, inFront, portrait, inBody]), [shared, inFront, portrait, inBody])
  // The slot goes with its article, and so does the picture that it has there; both come back.
  await leave(other, 2)
  assert.deepEqual(await shown([shared, inFront]), [])
  await change(other, { version: 3 }, (article) => publish(article, hour(2)))
  assert.deepEqual(await shown([shared, inFront]), [shared, inFront])
})

test('a picture that is being published at the moment of the withdrawal stays', async () => {
  const both = await picture()
  const leaving = await showing(both)
  const coming = await makeDraft(newsroom, { text: { pictureId: both } })
  // Begun outside of the transaction around the publication, of which it would be a part.
  const published = Promise.withResolvers<void>()
  const gone = published.promise.then(() => leave(leaving, 2))
  await inTransaction(async () => {
    await change(coming, {}, (article) => publish(article, noon))
    published.resolve()
    await pause(300)
  })
  await gone
  assert.deepEqual(await shown([both]), [both])
})
