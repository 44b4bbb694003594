import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setWithdrawal } from '#lib/domain/workflow/timed-withdrawal.ts'
import { schedule, withdraw } from '#lib/domain/workflow/workflow.ts'
import { database } from '#lib/store/database/client.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, hour, makeDraft, makeEdition, makePublished, noon } from '#lib/store/testing/newsroom.ts'
import { listCalendar } from './calendar.ts'

withDatabase()

const everywhere = { kind: 'everywhere' } as const

test('a calendar has what goes out, what an embargo holds, what is out and which alerts end, in its edition and time', async () => {
  const newsroom = await makeEdition()
  const other = await makeEdition({ key: 'ky' })
  const editionId = newsroom.edition.id
  const place = { editionId, blogId: null }
  const scheduled = await makeDraft(newsroom, { text: { headline: 'Goes out' } })
  await change(scheduled, { action: 'schedule' }, (article) => schedule(article, hour(2), noon))
  const due = await makeDraft(newsroom, { text: { headline: 'Due' } })
  await database().article.updateMany({ where: { id: { in: [due, scheduled] } }, data: { dueAt: hour(6) } })
  const held = await makeDraft(newsroom, { embargoUntil: hour(3), text: { headline: 'Held' } })
  const out = await makePublished(newsroom, hour(1), { text: { headline: 'Out' } })
  const leaves = { at: hour(5), notice: null, reason: null }
  await change(out, { version: 2 }, (article) => setWithdrawal(article, leaves, noon))
  await makePublished(newsroom, hour(48))
  await makePublished(other, hour(1))
  const gone = await makePublished(newsroom, hour(1))
  await change(gone, { version: 2 }, (article) => withdraw(article, null, hour(1)))
  const alert = { editionId, startsAt: noon, text: 'Dam breaks' }
  await database().breakingAlert.create({ data: { ...alert, expiresAt: hour(4) } })
  await database().breakingAlert.create({ data: { ...alert, expiresAt: hour(4), endedAt: hour(1) } })

  const entries = await listCalendar({ place, places: everywhere, from: noon, until: hour(24) })
  assert.deepEqual(
    entries.map(({ kind, id, name, at }) => [kind, kind === 'alert' ? 0 : id, name, at]),
    [
      ['published', out, 'Out', hour(1)],
      ['scheduled', scheduled, 'Goes out', hour(2)],
      ['embargo', held, 'Held', hour(3)],
      ['alert', 0, 'Dam breaks', hour(4)],
      ['withdrawal', out, 'Out', hour(5)],
      ['deadline', due, 'Due', hour(6)],
    ],
  )
  const version = entries.find(({ kind }) => kind === 'scheduled')?.version
  assert.equal(version, 2, 'what a move is decided on')

  const none = { kind: 'some', editionIds: [other.edition.id], blogIds: [] } as const
  const outside = await listCalendar({ place, places: none, from: noon, until: hour(24) })
  assert.deepEqual(
    outside.map(({ kind }) => kind),
    ['alert'],
  )
  assert.deepEqual(await listCalendar({ place, places: everywhere, from: hour(7), until: hour(24) }), [])

  const { blogId } = newsroom
  const ofBlog = await listCalendar({ place: { editionId, blogId }, places: everywhere, from: noon, until: hour(24) })
  assert.deepEqual(
    ofBlog.map(({ kind }) => kind),
    ['published', 'scheduled', 'embargo', 'withdrawal', 'deadline'],
    'an alert is of no blog',
  )
  const elsewhere = { editionId, blogId: other.blogId }
  assert.deepEqual(await listCalendar({ place: elsewhere, places: everywhere, from: noon, until: hour(24) }), [])
})
