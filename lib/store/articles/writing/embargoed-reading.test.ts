import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setEmbargo } from '#lib/domain/workflow/workflow.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, hour, makeDraft, makeEdition, noon } from '#lib/store/testing/newsroom.ts'
import { noteEmbargoedReading } from './embargoed-reading.ts'

const db = withDatabase()

async function readersOf(articleId: number): Promise<readonly string[]> {
  const rows = await db.query<{ actor: string }>(
    `SELECT "actor" FROM "AuditEvent" WHERE "subject" = $1 AND "action" = 'article.read-embargoed' ORDER BY "id"`,
    [`article:${articleId}`],
  )
  return rows.map(({ actor }) => actor)
}

test('who opens what is under an embargo is told in the trail, once an hour each, and nobody once it is over', async () => {
  const newsroom = await makeEdition()
  const articleId = await makeDraft(newsroom)
  const open = await makeDraft(newsroom)
  await change(articleId, { action: 'embargo' }, (article) => setEmbargo(article, hour(5), noon))
  const read = (reader: string, now: Date, id = articleId) => noteEmbargoedReading({ articleId: id, reader, now })
  await read('Ada', noon)
  await read('Ada', new Date(hour(1).getTime() - 1))
  await read('Bek', hour(1))
  await read('Ada', hour(1))
  await read('Ada', hour(5))
  await read('Ada', noon, open)
  assert.deepEqual(await readersOf(articleId), ['Ada', 'Bek', 'Ada'])
  assert.deepEqual(await readersOf(open), [])
})
