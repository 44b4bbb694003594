import assert from 'node:assert/strict'
import { test } from 'node:test'
import { schedule } from '#lib/domain/workflow/workflow.ts'
import { until } from '#lib/runtime/testing/until.ts'
import { withDatabase } from '#lib/store/testing/database.ts'
import { change, hour, makeDraft, makeEdition, noon } from '#lib/store/testing/newsroom.ts'
import { linesAbout, startPublishingDue } from './publish-due.ts'

const db = withDatabase()

const due = new Date('2026-11-22T10:00:00Z')
const after = (seconds: number) => new Date(due.getTime() + seconds * 1_000)
const went = { articleId: 7, act: 'publish', due, refusal: null } as const

test('what goes out in time is not worth a line', () => {
  assert.deepEqual(linesAbout(went, after(59)), [])
})

test('what is more than a minute late raises an alarm', () => {
  assert.match(linesAbout(went, after(61))[0] ?? '', /^ALARM: Article 7, .*61 s late/)
})

test('what could not go out raises an alarm with the reason', () => {
  const [line] = linesAbout({ ...went, refusal: { kind: 'nothing-to-say' } }, after(0))
  assert.match(line ?? '', /^ALARM: .*not published \(nothing-to-say\)/)
})

test('a withdrawal that is late, or was not possible, is called one', () => {
  const left = { ...went, act: 'withdraw' } as const
  assert.deepEqual(linesAbout(left, after(59)), [])
  assert.match(linesAbout(left, after(61))[0] ?? '', /^ALARM: Article 7, .* was withdrawn 61 s late/)
  const [line] = linesAbout({ ...left, refusal: { kind: 'not-public' } }, after(0))
  assert.match(line ?? '', /^ALARM: .*not withdrawn \(not-public\)/)
})

/** What no check foresaw, in one of several that are due: a row that the database refuses. */
async function makeBroken(id: number): Promise<void> {
  await db.query(`
    CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken on purpose'; END $$;
    CREATE TRIGGER broken BEFORE UPDATE OF "state" ON "Article" FOR EACH ROW
      WHEN (NEW."id" = ${id} AND NEW."state" = 'published') EXECUTE FUNCTION broken()`)
}

async function publishedIds(): Promise<readonly number[]> {
  const rows = await db.query<{ id: number }>(`SELECT "id" FROM "Article" WHERE "state" = 'published' ORDER BY "id"`)
  return rows.map(({ id }) => id)
}

test('an article that breaks holds up no other, raises an alarm, and goes out once it is mended', async () => {
  const newsroom = await makeEdition()
  const ids: number[] = []
  for (const late of [1, 2, 3]) {
    const id = await makeDraft(newsroom)
    await change(id, { action: 'schedule' }, (article) => schedule(article, hour(late), noon))
    ids.push(id)
  }
  const [broken = 0, ...others] = ids
  await makeBroken(broken)
  const lines: string[] = []
  const job = startPublishingDue((line) => lines.push(line))
  await until(async () => (await publishedIds()).length === others.length)
  assert.deepEqual(await publishedIds(), others)
  assert.equal(lines.filter((line) => line.startsWith(`ALARM: Article ${broken}, `)).length, 1, lines.join('\n'))
  await until(() => lines.some((line) => line.includes('has not gone out yet')))
  assert.equal(lines.filter((line) => line.includes('has not gone out yet')).length, 1)
  await db.query('DROP TRIGGER broken ON "Article"')
  await until(async () => (await publishedIds()).length === ids.length)
  assert.deepEqual(await publishedIds(), ids)
  await job.stop()
})
