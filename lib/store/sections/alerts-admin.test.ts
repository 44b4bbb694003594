import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kill, withdraw } from '#lib/domain/workflow/workflow.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { by, change, hour, makeDraft, makeEdition, makePublished, noon } from '#lib/store/testing/newsroom.ts'
import { endAlert, findAlertEdition, isPublishedIn, listAlerts } from './alerts-admin.ts'
import { createAlert } from './create-alert.ts'

const db = withDatabase()

test('an alert is listed in its edition, ended once, and every page hears of it', async () => {
  const { edition } = await makeEdition()
  const times = { startsAt: noon, expiresAt: hour(2), now: noon }
  const id = await createAlert({ editionId: edition.id, text: 'Quake', articleId: null, by, ...times })
  assert.equal(await findAlertEdition(id), edition.id)
  assert.deepEqual(
    (await listAlerts([edition.id])).map(({ text, endedAt }) => [text, endedAt]),
    [['Quake', null]],
  )
  assert.deepEqual(await listAlerts([]), [])
  const ends = await Promise.all([1, 2, 3].map(() => endAlert({ id, by, now: hour(1) })))
  assert.equal(ends.filter(({ ok }) => ok).length, 1)
  const told = await db.query(`SELECT "tags", "hard" FROM "Outbox" WHERE "kind" = 'alert.end'`)
  assert.deepEqual(told, [{ tags: [`chrome:${edition.id}`], hard: true }])
})

test('what has expired can not be ended', async () => {
  const { edition } = await makeEdition({ key: 'ky' })
  const id = await createAlert({
    ...{ editionId: edition.id, text: 'Quake', articleId: null, by },
    ...{ startsAt: noon, expiresAt: hour(2), now: noon },
  })
  assert.equal((await endAlert({ id, by, now: hour(2) })).ok, false)
})

test('an alert leads only to what readers of its edition find', async () => {
  const newsroom = await makeEdition({ key: 'ru' })
  const other = await makeEdition({ key: 'fa' })
  const live = await makePublished(newsroom)
  assert.equal(await isPublishedIn(newsroom.edition.id, live), true)
  assert.equal(await isPublishedIn(other.edition.id, live), false)
  assert.equal(await isPublishedIn(newsroom.edition.id, await makeDraft(newsroom)), false)
})

test('an alert ends with the article that it leads to, and no other does', async () => {
  const newsroom = await makeEdition({ key: 'tg' })
  const editionId = newsroom.edition.id
  for (const leave of [withdraw, kill]) {
    const id = await makePublished(newsroom)
    const run = (text: string, articleId: number | null, from: number) =>
      createAlert({ editionId, text, articleId, by, startsAt: hour(from), expiresAt: hour(from + 4), now: noon })
    const made = [
      await run('Runs', id, 0),
      await run('To come', id, 3),
      await run('Other', await makePublished(newsroom), 0),
    ]
    await change(id, { version: 2, action: 'leave', now: hour(1) }, (article) => leave(article, null, hour(1)))
    const rows = await listAlerts([editionId])
    assert.deepEqual(
      made.map((alert) => rows.find((row) => row.id === alert)?.endedAt ?? null),
      [hour(1), hour(1), null],
    )
  }
})
